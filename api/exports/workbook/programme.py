"""A programme as a workbook: guidance first, then a sheet for each file, ready to fill."""

from collections.abc import Iterable

from api.exports.workbook.book import Book
from api.exports.workbook.entry import add_choices, add_header_messages, add_row_messages
from api.exports.workbook.guidance import (
    GUIDANCE_SHEET,
    GUIDANCE_WIDTHS,
    HOW_TO,
    ColumnGuide,
    empty_programme,
    guidance_table,
    guides,
    setting_guides,
    sheet_name,
)
from api.exports.workbook.kinds import TEXT
from models.programme import Programme
from models.tables import (
    PROGRAMME_COLUMNS,
    SETTINGS_FILE,
    Table,
    programme_tables,
    settings,
    toml_value,
)

_SETTING_COLUMNS = (
    ColumnGuide("key", TEXT, "yes", "a key of the sheet guidance", "Which setting it is."),
    ColumnGuide("value", TEXT, "yes", "as the sheet guidance says", "Its value, as TOML has it."),
)

#: An empty list of bank holidays would say that there are none; without one England's are taken.
_LEFT_OUT = ("bank_holidays.csv",)


def template_workbook() -> bytes:
    """An empty workbook: settings at their defaults, other sheets with a header only."""
    return _workbook(
        empty_programme(), [each for each in PROGRAMME_COLUMNS if each not in _LEFT_OUT]
    )


def programme_workbook(programme: Programme) -> bytes:
    """The workbook of a programme, reasons of absences and conflicts included.

    Raises ``Refusal`` where a cell would hold more than a workbook can.
    """
    return _workbook(programme, PROGRAMME_COLUMNS)


def _workbook(programme: Programme, files: Iterable[str]) -> bytes:
    book = Book()
    book.add_page(GUIDANCE_SHEET, HOW_TO, guidance_table(programme), GUIDANCE_WIDTHS)
    _add_settings(book, programme)
    tables = programme_tables(programme)
    for file in files:
        _add_file(book, file, tables[file])
    return book.close()


def _add_settings(book: Book, programme: Programme) -> None:
    """The sheet ``programme``; its rows in the order of formats.md, which people read by table."""
    rows = ((key, toml_value(value)) for key, value in settings(programme))
    table = Table(tuple(each.column for each in _SETTING_COLUMNS), tuple(rows))
    sheet = book.add_table(sheet_name(SETTINGS_FILE), table, (TEXT, TEXT))
    add_header_messages(sheet, _SETTING_COLUMNS)
    add_row_messages(sheet, setting_guides(programme))


def _add_file(book: Book, file: str, table: Table) -> None:
    columns = guides(file)
    sheet = book.add_table(sheet_name(file), table, [each.kind for each in columns])
    add_header_messages(sheet, columns)
    add_choices(sheet, columns)
