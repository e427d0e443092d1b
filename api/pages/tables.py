"""What a table of the page holds: the data of the chart beside it, ready to sort and to filter."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from api.charts.words import said_day


class Column(NamedTuple):
    """A heading, and whether the cells below it are numbers."""

    heading: str
    number: bool = False


class Cell(NamedTuple):
    """What a cell shows; ``sort`` is what it sorts by and ``trace`` the bars it counts, if any."""

    text: str
    sort: str = ""
    trace: int | None = None


@dataclass(frozen=True)
class TableRow:
    """One row with what the filters ask of it.

    ``key`` is that of its bars in the chart and ``line`` their line; ``place`` is the authority
    whose region, force and year count, ``body`` the one inspectorate and ``year`` the one
    programme year that it is about. What is blank is not asked.
    """

    cells: tuple[Cell, ...]
    key: str = ""
    line: str = ""
    place: str = ""
    body: str = ""
    year: str = ""


@dataclass(frozen=True)
class PageTable:
    """A caption, columns and rows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


def cells(*values: object) -> tuple[Cell, ...]:
    """Cells that show and sort by the same text; what is a cell already stays as it is."""
    return tuple(each if isinstance(each, Cell) else Cell(str(each)) for each in values)


def day(iso: str) -> Cell:
    """A date as people write it, sorted as a calendar has it; blank for a blank one."""
    return Cell(said_day(date.fromisoformat(iso)), iso) if iso else Cell("")
