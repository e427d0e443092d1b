"""A workbook as it is written: every cell of its column's type, and none that could run."""

import io
import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from api.errors import Refusal
from api.exports.workbook.kinds import Form, Kind
from models.tables import Table, guard
from models.tables.table import Row

#: Nothing in a workbook says when or by whom it was written: the same tables give the same bytes.
_CREATED = datetime(2000, 1, 1)

#: Text is text: no formula, no link, no number is made of it.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

#: Units of UTF-16 that a cell holds, and digits that a spreadsheet keeps of a number.
LONGEST_TEXT, MOST_DIGITS = 32_767, 15

#: How workbooks write characters that XML lacks; the library marks such a text as meant literally,
#: but not two that share an underscore.
_TWO_ESCAPES = re.compile(r"_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_")

_NARROWEST, _WIDEST = 8, 45
_ROOM_FOR_FILTER = 3
_DAY_WIDTH = 12

#: Of one line of text, in points.
_ROW_HEIGHT = 15


class Book:
    """A workbook; sheets come in the order in which they are added."""

    def __init__(self, header: str = "") -> None:
        """``header`` is printed at the top of every page."""
        self._file = io.BytesIO()
        self._workbook = Workbook(self._file, _OPTIONS)
        self._workbook.set_properties({"created": _CREATED})
        self._header = header.replace("&", "&&")
        add = self._workbook.add_format
        self._head = add({"bold": True, "bg_color": "#DDE6EE", "bottom": 1, "valign": "top"})
        self._title = add({"bold": True, "font_size": 14, "num_format": "@"})
        self._wrapped = add({"text_wrap": True, "valign": "top", "num_format": "@"})
        text = add({"num_format": "@"})
        self._formats = {form: text for form in Form} | {
            Form.DAY: add({"num_format": "dd/mm/yyyy", "align": "left"}),
            Form.WHOLE: add({"num_format": "0"}),
            Form.NUMBER: add({"num_format": "General"}),
        }

    def add_table(self, name: str, table: Table, kinds: Sequence[Kind]) -> Any:
        """Add a sheet of a table, with a frozen header and filters; returns xlsxwriter's sheet."""
        sheet = self._add_sheet(name)
        self._write_rows(sheet, name, table, kinds)
        for place, kind in enumerate(kinds):
            sheet.set_column(place, place, _width(table, place, kind), self._formats[kind.form])
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def add_page(
        self, name: str, lines: Sequence[str], table: Table, widths: Sequence[int]
    ) -> None:
        """Add a sheet of some lines and, below them, a table of text to read."""
        sheet = self._add_sheet(name)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width, self._wrapped)
        for number, line in enumerate(lines):
            style = self._formats[Form.TEXT] if number else self._title
            self._write_text(sheet, (number, 0), line, style)
        top = len(lines) + 1 if lines else 0
        for number, row in enumerate((table.columns, *table.rows)):
            style = self._wrapped if number else self._head
            # Not every spreadsheet makes a row as high as its wrapped text.
            sheet.set_row(top + number, _ROW_HEIGHT * _lines(row, widths))
            for place, text in enumerate(row):
                self._write_text(sheet, (top + number, place), text, style)
        sheet.freeze_panes(top + 1, 0)

    def close(self) -> bytes:
        """The bytes of the finished workbook."""
        self._workbook.close()
        return self._file.getvalue()

    def _add_sheet(self, name: str) -> Any:
        sheet = self._workbook.add_worksheet(name)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        if self._header:
            sheet.set_header(f"&C{self._header}")
        sheet.set_footer("&L&A&RPage &P of &N")
        return sheet

    def _write_rows(self, sheet: Any, name: str, table: Table, kinds: Sequence[Kind]) -> None:
        for place, column in enumerate(table.columns):
            self._write_text(sheet, (0, place), column, self._head)
        for number, row in enumerate(table.rows, start=1):
            _refuse_unwritable(name, number, row)
            for place, (kind, text) in enumerate(zip(kinds, row, strict=True)):
                if text:
                    self._write_cell(sheet, (number, place), kind, text)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)

    def _write_cell(self, sheet: Any, at: tuple[int, int], kind: Kind, text: str) -> None:
        value = value_of(kind, text)
        style = self._formats[kind.form]
        if isinstance(value, str):
            self._write_text(sheet, at, value, style)
        elif isinstance(value, date):
            sheet.write_datetime(*at, value, style)
        else:
            sheet.write_number(*at, value, style)

    def _write_text(self, sheet: Any, at: tuple[int, int], text: str, style: Any) -> None:
        marked = guard(text)
        if marked.startswith("<r>") and marked.endswith("</r>"):
            # The library takes such a text for its own rich text and would write it unescaped.
            sheet.write_rich_string(*at, marked[:1], self._formats[Form.TEXT], marked[1:], style)
        else:
            sheet.write_string(*at, marked, style)


def value_of(kind: Kind, text: str) -> str | int | float | date:
    """The value of a filled cell; what a spreadsheet would not keep exactly stays text."""
    read = _READ.get(kind.form)
    return text if read is None else read(text)


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _number(text: str) -> float | str:
    try:
        value = float(text)
    except ValueError:
        return text
    kept = math.isfinite(value) and float(f"{value:.{MOST_DIGITS}g}") == value
    return value if kept else text


_READ: Mapping[Form, Callable[[str], str | float | date]] = {
    Form.DAY: _day,
    Form.WHOLE: _number,
    Form.NUMBER: _number,
}


def _width(table: Table, place: int, kind: Kind) -> int:
    """The width of a column in characters: of its longest cell, within reason."""
    header = len(table.columns[place]) + _ROOM_FOR_FILTER
    if kind.form is Form.DAY:
        return max(header, _DAY_WIDTH)
    longest = max((len(row[place]) for row in table.rows), default=0)
    return min(max(header, longest + 1, *map(len, kind.words or ("",)), _NARROWEST), _WIDEST)


def _lines(row: Row, widths: Sequence[int]) -> int:
    """Lines that the longest cell of a row takes when it is wrapped."""
    return max(math.ceil(len(text) / width) or 1 for text, width in zip(row, widths, strict=True))


def _refuse_unwritable(sheet: str, number: int, row: Row) -> None:
    """Refuse a text that would come back otherwise than it went out."""
    for place, text in enumerate(row):
        if fault := _fault(text):
            cell = f"{xl_col_to_name(place)}{number + 1}"
            raise Refusal([f"sheet {sheet}, cell {cell}: {fault}; use a folder of CSV files"])


def _fault(text: str) -> str:
    # A character outside the first plane takes two units; the mark before a text one more.
    if 2 * len(text) >= LONGEST_TEXT and len(text.encode("utf-16-le")) // 2 >= LONGEST_TEXT:
        return f"longer than the {LONGEST_TEXT:,} characters that a cell of a workbook holds"
    if _TWO_ESCAPES.search(text):
        return "text of a form (_x0041_x0042_) that a workbook takes for other characters"
    return ""
