"""What a sheet asks of whoever fills it: header messages, drop-downs and bounds of its columns."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from api.exports.workbook.guidance import ColumnGuide
from api.exports.workbook.kinds import Form, Kind
from data.cells import FIRST_YEAR, LAST_YEAR

#: The last row of a sheet, counted from 0: whoever adds rows has drop-downs there too.
_LAST_ROW = 1_048_575

_LARGEST = 10**15


def add_header_messages(sheet: Any, guides: Sequence[ColumnGuide]) -> None:
    """Have each header cell tell, when it is selected, what its column is for."""
    for place, guide in enumerate(guides):
        sheet.data_validation(0, place, 0, place, _told(guide))


def add_row_messages(sheet: Any, guides: Sequence[ColumnGuide]) -> None:
    """Have each row of the sheet ``programme`` tell what its key means."""
    for number, guide in enumerate(guides, start=1):
        sheet.data_validation(number, 0, number, 1, _told(guide))


def add_choices(sheet: Any, guides: Sequence[ColumnGuide]) -> None:
    """Add the drop-downs and bounds of each column, for all rows below the header."""
    for place, guide in enumerate(guides):
        rule = _rule(guide.kind)
        if rule:
            # A warning, not a stop: files may hold synonyms and other cases of these words.
            said = {"error_type": "warning", "error_title": guide.column}
            sheet.data_validation(
                1, place, _LAST_ROW, place,
                {**rule, **said, "error_message": f"Allowed: {guide.allowed}."},
            )  # fmt: skip


def _told(guide: ColumnGuide) -> dict[str, object]:
    return {
        "validate": "any",
        "input_title": guide.column.rpartition(".")[2],
        "input_message": guide.message,
    }


def _rule(kind: Kind) -> Mapping[str, object]:
    """The rule of a column's cells as xlsxwriter takes it; empty for text."""
    if kind.form is Form.CHOICE:
        return {"validate": "list", "source": list(kind.words)}
    if kind.form is Form.DAY:
        first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
        return {"validate": "date", "criteria": "between", "minimum": first, "maximum": last}
    if kind.form is Form.TEXT:
        return {}
    least = -_LARGEST if kind.least is None else kind.least
    most = _LARGEST if kind.most is None else kind.most
    form = "integer" if kind.form is Form.WHOLE else "decimal"
    return {"validate": form, "criteria": "between", "minimum": least, "maximum": most}
