"""The sheet ``programme`` as the programme.toml that says the same, each key on its own row."""

import re
import tomllib
from collections.abc import Iterator

from data.cells import CellError, day
from data.workbook.book import BookCell, BookRow, Kind
from data.workbook.cells import text_of
from data.workbook.kinds import Holds

_KEY = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*", re.ASCII)
_TOML_YES_NO = {"yes": "true", "no": "false"}
_NO_VALUE = (
    "no value as programme.toml writes it: text stands in quotation marks, "
    "a list in square brackets"
)


def key_of(cell: BookCell | None) -> str:
    """The dotted key in a cell. Raises ``CellError``."""
    key = text_of(cell, Holds.CODE) if cell else ""
    if not _KEY.fullmatch(key):
        raise CellError("a dotted key is wanted, such as policy.force.gap_weeks")
    return key


def value_of(cell: BookCell | None) -> str:
    """The value in a cell as TOML writes it, on one line. Raises ``CellError``."""
    text = text_of(cell, Holds.WORDS) if cell else ""
    if not cell or not text:
        raise CellError("the cell is blank; a value is wanted, or no such row")
    if cell.kind is Kind.YES_NO:
        return _TOML_YES_NO[text]
    if cell.kind is Kind.TEXT:
        text = _british_as_iso(text)
    if "\n" in text or "\r" in text or not _is_value(text):
        raise CellError(_NO_VALUE)
    return text


def toml_of(rows: dict[int, tuple[str, str]]) -> bytes:
    """The file whose line n holds the key and value of the sheet's row n."""
    return "\n".join(_lines(rows)).encode()


def filled(row: BookRow) -> dict[int, BookCell]:
    """The cells of a row by column."""
    return {cell.column: cell for cell in row.cells}


def _lines(rows: dict[int, tuple[str, str]]) -> Iterator[str]:
    for number in range(1, max(rows, default=0) + 1):
        yield " = ".join(rows[number]) if number in rows else ""


def _british_as_iso(text: str) -> str:
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", text, re.ASCII):
        return day(text).isoformat()
    return text


def _is_value(text: str) -> bool:
    """Whether a text is one value; neither a comment nor a second key may follow it."""
    try:
        return list(tomllib.loads(f"value = {text}")) == ["value"]
    except (ValueError, RecursionError):
        return False
