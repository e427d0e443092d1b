"""How one value is written in a cell: yes or no, ISO dates, shortest exact numbers."""

from datetime import date
from enum import StrEnum
from functools import partial


def text_of(value: object) -> str:
    """The canonical text of a cell; None is blank, a tuple of texts is joined by spaces."""
    # Nearly all cells are text, or dates.
    if type(value) is str:
        return value
    if type(value) is date:
        return value.isoformat()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        # Minus zero equals zero, so the two are written alike.
        return repr(value + 0.0)
    if isinstance(value, tuple):
        return " ".join(map(text_of, value))
    return str(value)


def fte_text(fte_percent: int) -> str:
    """A full-time equivalent as files write it: 100 is ``1.0``, 80 is ``0.8``, 85 is ``0.85``."""
    return repr(fte_percent / 100)


def row_of(word: object, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The row of a word whose fields bear the names of the columns."""
    return tuple(map(text_of, map(partial(getattr, word), columns)))
