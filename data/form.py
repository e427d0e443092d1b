"""The form of a file: its columns, what a cell may hold, what a row must agree on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from data.cells import Parse
from models.word import Word

W = TypeVar("W")

Values = Mapping[str, Any]
#: A column, and a sentence that says what is wrong with its cell.
Fault = tuple[str, str]


@dataclass(frozen=True)
class Column:
    """One column: ``parse`` reads a filled cell, ``blank`` is the value of a blank one.

    A cell is ``needed`` unless said otherwise; so is the column unless it ``may_be_absent``.
    ``field`` is the word's field where it has another name.
    """

    name: str
    parse: Parse
    needed: bool = True
    blank: object = ""
    may_be_absent: bool = False
    field: str = ""


def optional(name: str, parse: Parse, blank: object = "") -> Column:
    """A column that may be blank or absent."""
    return Column(name, parse, needed=False, blank=blank, may_be_absent=True)


def may_be_blank(name: str, parse: Parse, blank: object = "") -> Column:
    """A column that must be there, though its cells may be blank."""
    return Column(name, parse, needed=False, blank=blank)


def no_faults(values: Values) -> Iterator[Fault]:
    """Nothing that a row must agree on."""
    return iter(())


@dataclass(frozen=True)
class Form(Generic[W]):
    """What a file must look like, and how a row becomes a word.

    ``unique`` columns together stand in one row only. ``faults`` sees the values that could be
    read, by column name, and says where they disagree.
    """

    file: str
    build: Callable[[Values], W]
    columns: tuple[Column, ...]
    unique: tuple[str, ...] = ()
    faults: Callable[[Values], Iterator[Fault]] = no_faults


def word_of(word: type[Word]) -> Callable[[Values], Any]:
    """Build a word from values that bear the names of its fields."""
    return word.model_validate


def ends_before_it_starts(values: Values) -> Iterator[Fault]:
    """The fault of an ``end`` before the ``start``."""
    start, end = values.get("start"), values.get("end")
    if isinstance(start, date) and isinstance(end, date) and end < start:
        yield "end", f"the end is before the start, {start}"


def is_no_monday(values: Values) -> Iterator[Fault]:
    """The fault of a ``start`` on another day than a Monday."""
    start = values.get("start")
    if isinstance(start, date) and start.weekday():
        yield "start", f"{start} is a {start:%A}; an inspection starts on a Monday"
