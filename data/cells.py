"""From the text of one cell to its value, or a sentence that says what would be right."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from data.nearest import nearest
from models.tables import unguard

Parse = Callable[[str], object]
Choice = TypeVar("Choice", bound=StrEnum)

#: Years that a date of a programme may lie in; others are slips of the keyboard.
FIRST_YEAR, LAST_YEAR = 1900, 2199

# Every blank there is, non-breaking ones too, and two marks without width that pasting brings in.
_AROUND = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff\u200b"
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


class CellError(ValueError):
    """A cell cannot be read; the message says what would be right."""


def clean(cell: str) -> str:
    """A cell less the blanks and non-breaking spaces around it and its protective mark."""
    return unguard(cell.strip(_AROUND)).strip(_AROUND)


def text(cell: str) -> str:
    """Any text."""
    return cell


def identifier(cell: str) -> str:
    """Text without blanks inside, so that several stand in one cell with a space between."""
    if len(cell.split()) != 1:
        raise CellError("an inspector_id has no blanks in it")
    return cell


def day(cell: str) -> date:
    """A date as ISO or as a spreadsheet set to British English writes it, never month first."""
    if match := _ISO.fullmatch(cell):
        year, month, number = map(int, match.groups())
    elif match := _BRITISH.fullmatch(cell):
        number, month, year = map(int, match.groups())
    else:
        raise CellError("a date is wanted: yyyy-mm-dd or dd/mm/yyyy")
    if not 1 <= month <= 12:
        raise CellError(f"there is no month {month}; dates are yyyy-mm-dd or dd/mm/yyyy")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CellError(f"a year from {FIRST_YEAR} to {LAST_YEAR} is wanted")
    try:
        return date(year, month, number)
    except ValueError:
        raise CellError(f"there is no day {number} in month {month} of {year}") from None


def yes_no(cell: str) -> bool:
    """Yes or no; TRUE and FALSE as spreadsheets write them; any case."""
    try:
        return _YES_NO[cell.casefold()]
    except KeyError:
        raise CellError("yes or no is wanted") from None


def number(low: float, high: float) -> Callable[[str], float]:
    """A decimal number between two bounds, both included."""

    def parse(cell: str) -> float:
        if not _NUMBER.fullmatch(cell):
            raise CellError(f"a number from {low:g} to {high:g} is wanted")
        value = float(cell)
        if not low <= value <= high:
            raise CellError(f"outside {low:g} to {high:g}")
        return value

    return parse


def whole(low: int, high: int | None = None) -> Callable[[str], int]:
    """A whole number, digits only, between two bounds, both included."""
    bounds = f"from {low}" if high is None else f"from {low} to {high}"

    def parse(cell: str) -> int:
        if not _WHOLE.fullmatch(cell):
            raise CellError(f"a whole number {bounds} is wanted, digits only")
        value = int(cell)
        if value < low or (high is not None and value > high):
            raise CellError(f"a whole number {bounds} is wanted")
        return value

    return parse


def fte_percent(cell: str) -> int:
    """A full-time equivalent above 0 and at most 1, two decimals, as whole hundredths."""
    wanted = "above 0 and at most 1 is wanted, with two decimals at most, such as 0.8"
    if not _NUMBER.fullmatch(cell):
        raise CellError(f"a number {wanted}")
    hundredths = float(cell) * 100
    percent = round(hundredths) if hundredths < 1000 else 1000
    if not 1 <= percent <= 100 or abs(hundredths - percent) > 1e-6:
        raise CellError(f"a number {wanted}")
    return percent


def choice(
    words: type[Choice], synonyms: Mapping[str, Choice] | None = None
) -> Callable[[str], Choice]:
    """One of the words of an enumeration, in any case, or a synonym of one."""
    known: dict[str, Choice] = {each.value: each for each in words} | dict(synonyms or {})

    def parse(cell: str) -> Choice:
        found = known.get(cell.casefold())
        if found is None:
            hint = nearest(cell, known)
            said = f"one of {', '.join(each.value for each in words)} is wanted"
            raise CellError(f"{said}; the nearest is {hint}" if hint else said)
        return found

    return parse


def ids(cell: str) -> tuple[str, ...]:
    """Several inspector ids with spaces between."""
    return tuple(cell.split())
