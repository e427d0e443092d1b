"""A rota, or any of its tables, as a workbook: a sheet for each file, and the marking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from api.exports.csv import rota_csv_tables
from api.exports.workbook.book import Book
from api.exports.workbook.guidance import sheet_name
from api.exports.workbook.kinds import WORDS, kind_of
from models.measures import measure_goals
from models.tables import Table

if TYPE_CHECKING:
    from api.exports.marking import Marking
    from models.programme import Programme
    from models.rota import Rota

MARKING_SHEET = "marking"

_MARKING_WIDTHS = (18, 60)


def rota_workbook(programme: Programme, rota: Rota, marking: Marking | None) -> bytes:
    """The workbook of a whole rota; its goals are measured, their bounds are the run's own."""
    goals = measure_goals(programme, rota)
    return table_workbook(rota_csv_tables(programme, rota, goals), marking)


def table_workbook(tables: Mapping[str, Table], marking: Marking | None) -> bytes:
    """The workbook of some tables by file name, in the order of formats.md; the marking is first.

    A file that formats.md does not name comes last, all its columns as text.
    """
    book = Book(header=marking.line if marking else "")
    if marking:
        said = Table(("marking", "of this file"), marking.rows)
        book.add_page(MARKING_SHEET, (), said, _MARKING_WIDTHS)
    for file in sorted(tables, key=_place):
        table = tables[file]
        book.add_table(sheet_name(file), table, [kind_of(file, each) for each in table.columns])
    return book.close()


def _place(file: str) -> int:
    order = list(WORDS)
    return order.index(file) if file in order else len(order)
