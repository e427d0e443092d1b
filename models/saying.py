"""How sentences say days, numbers, lists, authorities, forces and inspectors."""

from collections.abc import Iterable
from datetime import date

from models.programme import Programme

# Not strftime's %B: a process set to another language would say another month.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def say_day(day: date) -> str:
    """A day in British English: 12 March 2014."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_number(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: 1 week, 2 weeks."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def say_list(items: Iterable[str]) -> str:
    """Several things in one breath: a, b and c."""
    *others, last = list(items) or [""]
    return f"{', '.join(others)} and {last}" if others else last


def say_authority(programme: Programme, la_code: str) -> str:
    """An authority's name and code; the code alone where the programme has no such authority."""
    known = programme.authority_of.get(la_code)
    return f"{known.name} ({la_code})" if known else la_code


def say_force(programme: Programme, police_force_code: str) -> str:
    """A force's name and code; the code alone where the programme has no such force."""
    known = programme.force_of.get(police_force_code)
    return f"{known.name} ({police_force_code})" if known else police_force_code


def say_inspector(programme: Programme, inspector_id: str) -> str:
    """An inspector's name and id; the id alone where the programme has no such inspector."""
    known = programme.inspector_of.get(inspector_id)
    return f"{known.name} ({inspector_id})" if known else inspector_id


def say_months(first: date, last: date) -> str:
    """The months from one day to another: January to March 2014, December 2013 to January 2014."""
    end = f"{_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    year = "" if first.year == last.year else f" {first.year}"
    return f"{_MONTHS[first.month - 1]}{year} to {end}"
