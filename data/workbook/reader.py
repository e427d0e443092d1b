"""Opens a workbook in place of a folder: its sheets stand for the files of their names."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from data.cells import CellError
from data.problems import DataProblem, DataProblems, ProblemList, SheetName
from data.sheet import Grid
from data.source import Source
from data.workbook.book import Book, BookRow, BookSheet, Kind, letters
from data.workbook.grid import grid_of
from data.workbook.look import faults_of
from data.workbook.process import Run, WorkbookError, read_book
from data.workbook.settings import filled, key_of, toml_of, value_of
from data.workbook.shape import note_faults
from models.tables import SETTINGS_FILE

#: Sheets that are for people, and are not read.
IGNORED = frozenset({"marking", "guidance", "lists"})


def open_workbook(path: Path, wanted: Collection[str], run: Run | None = None) -> Source:
    """The wanted files of a workbook, ``authorities.csv`` from the sheet ``authorities``.

    What is wrong with its cells goes with the source, to be told with everything else. Raises
    ``DataProblems`` for what is no workbook that can be read.
    """
    book = _read(path, wanted, run)
    file_of = {sheet_name(file): file for file in wanted}
    problems = ProblemList()
    for file in wanted:
        problems.sheets[file] = SheetName(sheet_name(file))
    _note_doubles(book, file_of, problems)
    standing_for = {file_of[_plain(sheet.name)]: sheet for sheet in book.sheets}
    files = {file: _content(file, sheet, problems) for file, sheet in standing_for.items()}
    names = map(str.strip, book.names)
    others = tuple(name for name in names if _plain(name) not in IGNORED.union(file_of))
    return Source(files, others, problems)


def sheet_name(file: str) -> str:
    """The sheet that stands for a file: its name without the ending."""
    return file.rpartition(".")[0]


def _plain(name: str) -> str:
    return name.strip().casefold()


def _read(path: Path, wanted: Collection[str], run: Run | None) -> Book:
    try:
        with path.open("rb") as file:
            if faults := faults_of(file):
                raise _refused(path, faults)
            return read_book(file, [*map(sheet_name, wanted)], run)
    except WorkbookError as error:
        raise _refused(path, [str(error)]) from None
    except OSError as error:
        raise _refused(path, [f"the file cannot be read: {error.strerror}"]) from error


def _refused(path: Path, messages: Iterable[str]) -> DataProblems:
    return DataProblems(DataProblem(path.name, None, "", "", message) for message in messages)


def _note_doubles(book: Book, file_of: Mapping[str, str], problems: ProblemList) -> None:
    counts = Counter(map(_plain, book.names))
    for plain, file in file_of.items():
        if counts[plain] > 1:
            names = ", ".join(name.strip() for name in book.names if _plain(name) == plain)
            problems.add(file, f"the sheet stands more than once: {names}")


def _content(file: str, sheet: BookSheet, problems: ProblemList) -> bytes | Grid:
    if file != SETTINGS_FILE:
        return grid_of(file, sheet, problems)
    # Where something is wrong with the settings, none at all stand in for them.
    return _settings(sheet, problems) if note_faults(file, sheet, problems) else b""


def _settings(sheet: BookSheet, problems: ProblemList) -> bytes:
    """The settings file that says what the sheet does; b"" where something is wrong with it."""
    before = len(problems.problems)
    header, *body = sheet.rows
    names = {cell.text.strip(): cell.column for cell in header.cells if cell.kind is Kind.TEXT}
    for name in ("key", "value"):
        if name not in names:
            problems.add(SETTINGS_FILE, "the column is missing", row=header.number, column=name)
    if len(problems.problems) > before:
        return b""
    value = letters(names["value"])
    problems.sheets[SETTINGS_FILE] = SheetName(sheet.name.strip(), {}, value)
    rows: dict[int, tuple[str, str]] = {}
    for row in body:
        _take_setting(row, names["key"], names["value"], rows, problems)
    return toml_of(rows) if len(problems.problems) == before else b""


def _take_setting(
    row: BookRow,
    key_column: int,
    value_column: int,
    rows: dict[int, tuple[str, str]],
    problems: ProblemList,
) -> None:
    cells = filled(row)
    if key_column not in cells and value_column not in cells:
        return
    key, column = "", key_column
    try:
        key = key_of(cells.get(key_column))
        if any(key == other for other, _ in rows.values()):
            raise CellError("the key stands twice")
        column = value_column
        rows[row.number] = key, value_of(cells.get(value_column))
    except CellError as error:
        cell = cells.get(column)
        value = cell.text if cell and cell.kind is not Kind.FORMULA else ""
        problems.add(
            SETTINGS_FILE,
            str(error),
            row=row.number,
            column=key,
            letter=letters(column),
            value=value,
        )
