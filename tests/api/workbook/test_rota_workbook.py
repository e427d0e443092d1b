"""A rota's workbook: a sheet for each file, days as days, the marking on a sheet of its own."""

from collections.abc import Callable
from datetime import datetime

from openpyxl.workbook import Workbook

from api.exports.marking import Marking
from api.exports.workbook import rota_workbook, table_workbook
from models.programme import Programme
from models.rota import Rota
from models.tables import ROTA_COLUMNS, Table

Opened = Callable[[bytes], Workbook]

SHEETS = [
    "inspections", "deployments", "attendance", "roster", "force_reviews", "cps_activity", "weeks",
    "notes", "goals",
]  # fmt: skip


def test_sheets_are_the_files_in_the_order_of_the_contract(
    programme: Programme, rota: Rota, opened: Opened
) -> None:
    book = opened(rota_workbook(programme, rota, None))
    assert book.sheetnames == SHEETS
    for file, columns in ROTA_COLUMNS.items():
        sheet = book[file.removesuffix(".csv")]
        assert tuple(cell.value for cell in sheet[1]) == columns
        assert (sheet.freeze_panes, sheet.auto_filter.ref is not None) == ("A2", True)


def test_days_and_sizes_are_days_and_numbers(
    programme: Programme, rota: Rota, opened: Opened
) -> None:
    book = opened(rota_workbook(programme, rota, None))
    cells = next(book["inspections"].iter_rows(min_row=2))
    first = dict(zip(ROTA_COLUMNS["inspections.csv"], cells, strict=True))
    assert first["start"].value == datetime(2014, 1, 13)
    assert first["start"].number_format == "dd/mm/yyyy"
    assert (first["ofsted"].value, first["la_code"].value) == (4, "A1")
    monday = book["weeks"].cell(2, 2).value
    assert monday == datetime(2014, 1, 6)


def test_reasons_stay_out(programme: Programme, rota: Rota, secret: str, opened: Opened) -> None:
    book = opened(rota_workbook(programme, rota, None))
    values = {str(value) for sheet in book for row in sheet.values for value in row}
    assert not any(secret in value for value in values)


def test_marking_is_the_first_sheet_and_on_every_printed_page(
    programme: Programme, rota: Rota, opened: Opened
) -> None:
    marked = Marking("OFFICIAL & SENSITIVE", "=A", datetime(2014, 1, 6, 9, 30), "0a1b2c3d")
    book = opened(rota_workbook(programme, rota, marked))
    assert book.sheetnames == ["marking", *SHEETS]
    rows = {str(row[0].value): row[1].value for row in book["marking"].iter_rows(min_row=2)}
    assert rows["Classification"] == "OFFICIAL & SENSITIVE"
    assert rows["Exported by"] == "'=A"
    assert rows["Serial number"] == "0a1b2c3d"
    heads = [sheet.oddHeader for sheet in book]
    assert all(head and "OFFICIAL && SENSITIVE" in str(head.center.text) for head in heads)


def test_same_rota_gives_the_same_bytes(programme: Programme, rota: Rota) -> None:
    assert rota_workbook(programme, rota, None) == rota_workbook(programme, rota, None)


def test_table_that_the_contract_does_not_name_comes_last_as_text(opened: Opened) -> None:
    strange = Table(("file", "rows"), (("1.csv", "007"),))
    known = Table(("seconds", "total", "bound"), (("0.500", "12", ""),))
    book = opened(table_workbook({"index.csv": strange, "curve.csv": known}, None))
    assert book.sheetnames == ["curve", "index"]
    assert list(book["index"].values) == [("file", "rows"), ("1.csv", "007")]
    assert list(book["curve"].values)[1] == (0.5, 12, None)
