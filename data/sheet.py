"""From a CSV file, or a sheet of a workbook, to rows of clean text, every slip of shape named."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data.cells import clean
from data.encoding import WrongEncodingError, decode
from data.limits import MOST_COLUMNS, MOST_ROWS
from data.problems import ProblemList

_OTHER_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}

#: A row's number, and its clean cells.
Record = tuple[int, list[str]]


@dataclass(frozen=True)
class Grid:
    """The records of a sheet of a workbook that are not blank, the header first.

    It is not ``whole`` where a row could not be taken, and not ``readable`` where none can; that
    is noted already.
    """

    records: tuple[Record, ...]
    whole: bool = True
    readable: bool = True


@dataclass(frozen=True)
class SheetRow:
    """One row, numbered as a spreadsheet does; ``cells`` holds clean text by column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """One file: its columns in the order met, and its rows, blank ones left out.

    It is not ``whole`` where a row could not be read, so that a code may stand there unread.
    """

    file: str
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    whole: bool = True


def read_sheet(file: str, data: bytes | Grid, problems: ProblemList) -> Sheet | None:
    """The sheet in a file, or None, with a problem noted, where its columns cannot be told."""
    if isinstance(data, Grid):
        sheet = _sheet(file, data.records, problems) if data.readable else None
        return replace(sheet, whole=sheet.whole and data.whole) if sheet else None
    records = _records(file, data, problems)
    if records is None:
        return None
    if not records:
        problems.add(file, "the file is empty; a header row is wanted at least")
        return None
    if not _is_comma_separated(file, records[0][1], problems):
        return None
    return _sheet(file, records, problems)


def _sheet(file: str, records: Sequence[Record], problems: ProblemList) -> Sheet | None:
    (header_number, header), *body = records
    places = _places(file, header_number, header, problems)
    if places is None:
        return None
    rows = [_row(file, record, places, problems) for record in body]
    readable = tuple(row for row in rows if row is not None)
    return Sheet(file, tuple(places), readable, whole=len(readable) == len(rows))


def _records(file: str, data: bytes, problems: ProblemList) -> list[Record] | None:
    """Every record that is not blank, with its row number."""
    try:
        reader = csv.reader(io.StringIO(decode(data), newline=""), strict=True)
    except WrongEncodingError as error:
        problems.add(file, str(error), row=error.row)
        return None
    records: list[Record] = []
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if number > MOST_ROWS or len(cells) > MOST_COLUMNS:
                said = f"at most {MOST_ROWS} rows and {MOST_COLUMNS} columns are read"
                problems.add(file, said, row=number)
                return None
            cleaned = list(map(clean, cells))
            if any(cleaned):
                records.append((number, cleaned))
    except csv.Error:
        said = "quotation marks do not match, or a cell is longer than 128 kB, here or further on"
        problems.add(file, said, row=number + 1)
        return None
    return records


def _is_comma_separated(file: str, header: Sequence[str], problems: ProblemList) -> bool:
    for delimiter, name in _OTHER_DELIMITERS.items():
        if len(header) == 1 and delimiter in header[0]:
            problems.add(file, f"{name} stand between the columns; commas are wanted", row=1)
            return False
    return True


def _places(
    file: str, number: int, header: Sequence[str], problems: ProblemList
) -> dict[str, int] | None:
    """The place of each named column; None where a name stands twice."""
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        if name in places:
            problems.add(file, "the column stands twice", row=number, column=name)
            return None
        if name:
            places[name] = place
    return places


def _row(
    file: str, record: Record, places: Mapping[str, int], problems: ProblemList
) -> SheetRow | None:
    """A row of the sheet; None, with a problem noted, where its cells fall under no column."""
    number, cells = record
    width = max(places.values()) + 1
    if len(cells) < width or any(cells[width:]):
        said = f"{len(cells)} cells under {width} columns: a comma too few or too many, perhaps one"
        problems.add(file, f"{said} in a text that needs quotation marks around it", row=number)
        return None
    nameless = set(range(width)).difference(places.values())
    if any(cells[place] for place in nameless):
        problems.add(file, "a value stands under a column without a name", row=number)
        return None
    return SheetRow(number, {name: cells[place] for name, place in places.items()})
