"""From a sheet of a workbook to the records of the CSV file that it stands for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data.cells import CellError, clean
from data.problems import ProblemList, SheetName
from data.sheet import Grid, Record
from data.workbook.book import BookCell, BookRow, BookSheet, Kind, letters
from data.workbook.cells import text_of
from data.workbook.kinds import COLUMNS, Holds, holds
from data.workbook.shape import note_faults

_REASON = "reason"
#: A header further down than this is not looked for.
_LOOKED_THROUGH = 10

_UNREADABLE = Grid((), readable=False, whole=False)


@dataclass
class _Header:
    """The columns with a name: their places from 1."""

    number: int
    names: dict[int, str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return max(self.names)


def grid_of(file: str, sheet: BookSheet, problems: ProblemList) -> Grid:
    """The records of a sheet; a row with a cell that cannot be taken is noted and left out."""
    if not note_faults(file, sheet, problems):
        return _UNREADABLE
    header = _header(file, sheet.rows, problems)
    if header is None:
        return _UNREADABLE
    problems.sheets[file] = SheetName(sheet.name.strip(), _letters(header))
    _warn_of_hidden_columns(file, sheet, header, problems)
    body = sheet.rows[1:]
    records = [_record(file, header, row, problems) for row in body]
    whole = not sheet.fault and None not in records
    first = [header.names.get(place, "") for place in range(1, header.width + 1)]
    return Grid(((header.number, first), *filter(None, records)), whole=whole)


def _header(file: str, rows: Sequence[BookRow], problems: ProblemList) -> _Header | None:
    """The header in the first row that holds something; None where it is none, or one of two."""
    known = COLUMNS[file]
    counts = [_count_of_names(row, known) for row in rows[:_LOOKED_THROUGH]]
    if counts[0] < 2 <= max(counts):
        number = rows[counts.index(max(counts))].number
        said = f"the header stands here; delete the {_rows(number - 1)} above it"
        problems.add(file, said, row=number)
        return None
    for row, count in zip(rows[1:_LOOKED_THROUGH], counts[1:], strict=False):
        if count >= 2 and count * 2 >= len(row.cells):
            problems.add(file, "a second header; one is wanted, in the first row", row=row.number)
            return None
    header = _Header(rows[0].number)
    wrong = [cell for cell in rows[0].cells if not _take_name(file, header, cell, problems)]
    return None if wrong else header


def _count_of_names(row: BookRow, known: Sequence[str]) -> int:
    return sum(cell.kind is Kind.TEXT and clean(cell.text) in known for cell in row.cells)


def _rows(count: int) -> str:
    return f"{count} rows" if count > 1 else "row"


def _take_name(file: str, header: _Header, cell: BookCell, problems: ProblemList) -> bool:
    try:
        header.names[cell.column] = text_of(cell, Holds.WORDS)
    except CellError as error:
        row, letter = header.number, letters(cell.column)
        problems.add(file, str(error), row=row, letter=letter, value=_quoted(cell))
        return False
    return True


def _letters(header: _Header) -> Mapping[str, str]:
    """The letters of each name; of one that stands twice, the second, which is one too many."""
    return {name: letters(place) for place, name in header.names.items()}


def _warn_of_hidden_columns(
    file: str, sheet: BookSheet, header: _Header, problems: ProblemList
) -> None:
    for place, name in header.names.items():
        if any(first <= place <= last for first, last in sheet.hidden_columns):
            problems.warn(file, "the column is hidden, and read all the same", row=1, column=name)


def _record(file: str, header: _Header, row: BookRow, problems: ProblemList) -> Record | None:
    """The record of a row; None, with every problem noted, where a cell cannot be taken."""
    texts = [""] * header.width
    faults = list(_taken(file, header, row, texts))
    for cell, message in faults:
        name = header.names.get(cell.column, "")
        value = "" if name == _REASON else _quoted(cell)
        letter = letters(cell.column)
        problems.add(file, message, row=row.number, column=name, letter=letter, value=value)
    return None if faults else (row.number, texts)


def _taken(
    file: str, header: _Header, row: BookRow, texts: list[str]
) -> Iterator[tuple[BookCell, str]]:
    """Fill in the texts of a row; the cells that cannot be taken, each with what is wrong."""
    for cell in row.cells:
        name = header.names.get(cell.column, "")
        try:
            text = text_of(cell, holds(file, name))
        except CellError as error:
            yield cell, str(error)
            continue
        if name:
            texts[cell.column - 1] = text
        else:
            yield cell, "a value stands under a column without a name"


def _quoted(cell: BookCell) -> str:
    """What a message may quote of a cell: never text, which may be a reason in a wrong column."""
    return "" if cell.kind in (Kind.TEXT, Kind.FORMULA) else cell.text
