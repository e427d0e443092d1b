"""Workbooks for tests: a programme's files as sheets, saved by xlsxwriter or part by part."""

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from data.workbook.kinds import Holds, holds
from models.programme import Programme
from models.tables import Table, guard, programme_tables

Cells = list[list[Any]]
#: Sheets by name; a cell is text, a number, a date, True, False or None.
Sheets = dict[str, Cells]
Edit = Callable[[xlsxwriter.Workbook, dict[str, Any]], None]


def sheets_of(files: Mapping[str, str]) -> Sheets:
    """The sheets that say what CSV files do, each cell of the kind that a spreadsheet would have.

    The settings are not among them, for they are no CSV file.
    """
    found: Sheets = {}
    for file, text in files.items():
        if file.endswith(".csv"):
            header, *rows = csv.reader(io.StringIO(text))
            found[file.removesuffix(".csv")] = [
                list(header),
                *(_typed(file, header, r) for r in rows),
            ]
    return found


def sheets_of_programme(programme: Programme) -> Sheets:
    """The sheets of a whole programme."""
    return sheets_of_tables(programme_tables(programme))


def sheets_of_tables(tables: Mapping[str, Table]) -> Sheets:
    """The sheets of some tables, each cell guarded as it is when it goes out."""
    return {
        file.rpartition(".")[0]: [
            list(table.columns),
            *(_typed(file, table.columns, tuple(map(guard, row))) for row in table.rows),
        ]
        for file, table in tables.items()
    }


def _typed(file: str, header: Sequence[str], row: Sequence[str]) -> list[Any]:
    return [_cell(holds(file, name), text) for name, text in zip(header, row, strict=True)]


def _cell(kind: Holds, text: str) -> Any:
    if not text:
        return None
    if kind is Holds.DATE:
        return date.fromisoformat(text)
    if kind is Holds.NUMBER:
        # The writer keeps sixteen digits; a number of seventeen goes out as text.
        return float(text) if float(f"{float(text):.15g}") == float(text) else text
    return {"yes": True, "no": False}.get(text, text) if kind is Holds.WORDS else text


def saved(sheets: Sheets, path: Path, edit: Edit | None = None) -> Path:
    """A workbook of these sheets; ``edit`` may do more to it before it is closed."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        made = {name: _written(book, name, rows, day) for name, rows in sheets.items()}
        if edit:
            edit(book, made)
    return path


def _written(book: xlsxwriter.Workbook, name: str, rows: Cells, day: Any) -> Any:
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            write_cell(sheet, number, column, cell, day)
    return sheet


def write_cell(sheet: Any, row: int, column: int, cell: Any, day: Any) -> None:
    """Write one cell as what it is."""
    if isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, cell)


def with_part(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """The workbook with one part of its zip changed as text."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path
