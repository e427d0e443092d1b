"""A workbook as its own process found it: sheets of cells, each with the kind of what it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from data.cells import clean


class Kind(StrEnum):
    """What a cell holds; the letters are those of the child."""

    TEXT = "s"
    NUMBER = "n"
    DATE = "d"
    #: A time of day, a date with one, or a span of time.
    TIME = "t"
    YES_NO = "b"
    ERROR = "e"
    FORMULA = "f"


@dataclass(frozen=True)
class BookCell:
    """One cell that is not blank: its column from 1, and its text (dates as ISO)."""

    column: int
    kind: Kind
    text: str


@dataclass(frozen=True)
class BookRow:
    """One row that holds something, numbered as Excel does."""

    number: int
    cells: tuple[BookCell, ...]


@dataclass(frozen=True)
class BookSheet:
    """One sheet that was asked for; ``fault`` is why its rows end after ``last``, if they do."""

    name: str
    hidden: bool
    rows: tuple[BookRow, ...]
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[tuple[int, int], ...]
    merged: tuple[str, ...]
    fault: str = ""
    last: int = 0


@dataclass(frozen=True)
class Book:
    """The sheets asked for, and the names of all sheets in their order."""

    sheets: tuple[BookSheet, ...]
    names: tuple[str, ...]


def letters(column: int) -> str:
    """The letters of a column from 1: A, B, to Z, AA, AB and on."""
    said = ""
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(ord("A") + rest) + said
    return said


def book_of(answer: Any) -> Book:
    """The book in the child's answer, which has no fault of the whole."""
    found = answer["sheets"]
    sheets = tuple(_sheet(each) for each in found if "rows" in each or "fault" in each)
    return Book(sheets, tuple(str(each["name"]) for each in found))


def _sheet(found: Any) -> BookSheet:
    rows = (_row(number, cells) for number, cells in found.get("rows", ()))
    return BookSheet(
        name=found["name"],
        hidden=found["state"] != "visible",
        rows=tuple(row for row in rows if row.cells),
        hidden_rows=tuple(found.get("hidden_rows", ())),
        hidden_columns=tuple((first, last) for first, last in found.get("hidden_columns", ())),
        merged=tuple(found.get("merged", ())),
        fault=found.get("fault", ""),
        last=found.get("last", 0),
    )


def _row(number: int, cells: Sequence[tuple[int, str, str]]) -> BookRow:
    # What is blank to the readers of CSV, non-breaking spaces say, is blank here.
    filled = (BookCell(at, Kind(kind), text) for at, kind, text in cells if clean(text))
    return BookRow(number, tuple(filled))
