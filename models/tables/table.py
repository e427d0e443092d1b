"""A table of text: the canonical form of every CSV file that goes in or out."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.tables.guard import guard

Row = tuple[str, ...]

_QUOTED_FOR = frozenset(',"\r\n')


@dataclass(frozen=True)
class Table:
    """Column names in the order formats.md gives, and rows with one text for each of them."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def sorted_table(columns: tuple[str, ...], rows: Iterable[Row]) -> Table:
    """A table whose rows are sorted by their leading columns."""
    return Table(columns, tuple(sorted(rows)))


def table_text(table: Table) -> str:
    """The canonical CSV text: comma, LF, header row, quotation marks only where needed.

    It is what the hash of the inputs is taken over; a file for a spreadsheet is ``export_text``.
    """
    return "".join(_line(row) for row in (table.columns, *table.rows))


def export_text(table: Table) -> str:
    """The canonical CSV text with every cell guarded against being taken for a formula."""
    guarded = tuple(tuple(map(guard, row)) for row in table.rows)
    return table_text(Table(table.columns, guarded))


def _line(row: Row) -> str:
    return ",".join(map(_quoted, row)) + "\n"


def _quoted(cell: str) -> str:
    if _QUOTED_FOR.isdisjoint(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'
