"""Reads pins.csv: slots and deployments decided by hand, which must fall on open start weeks."""

from collections.abc import Iterable, Iterator
from datetime import date

from data import cells
from data.form import Column, Fault, Form, Values, is_no_monday, optional, word_of
from data.known import Known
from data.problems import ProblemList
from data.rows import Numbered
from models.deployment import Role
from models.events import Pin
from models.programme import Programme

_FILE = "pins.csv"


def form(known: Known) -> Form[Pin]:
    """The form of pins.csv."""
    return Form(
        _FILE,
        word_of(Pin),
        (
            Column("la_code", known.authorities.parse),
            optional("start", cells.day, None),
            optional("inspector_id", known.inspectors.parse),
            optional("role", cells.choice(Role), None),
        ),
        faults=_faults,
    )


def _faults(values: Values) -> Iterator[Fault]:
    yield from is_no_monday(values)
    if values.get("start", "") is None and values.get("inspector_id") == "":
        yield "start", "a start or an inspector_id is wanted; the row pins nothing"
    elif values.get("role") and values.get("inspector_id") == "":
        yield "inspector_id", "a role is pinned, so an inspector_id is wanted"


def note_shut_starts(
    programme: Programme, pins: Iterable[Numbered[Pin]], problems: ProblemList
) -> None:
    """Note every pin to a week that is not an open start week of its authority."""
    for row, pin in pins:
        if pin.start is not None and (said := why_not_open(programme, pin)):
            value = pin.start.isoformat()
            problems.add(_FILE, said, row=row, column="start", value=value)


def why_not_open(programme: Programme, pin: Pin) -> str:
    """Why a pinned start is no open start week, and the nearest; blank where it is one."""
    if pin.start is None or pin.la_code not in programme.authority_of:
        return ""
    week = programme.calendar.week_of(pin.start)
    if week in programme.open_starts[pin.la_code]:
        return ""
    return f"{_why_shut(programme, week)}{_nearest_open(programme, pin.la_code, week)}"


def _why_shut(programme: Programme, week: int) -> str:
    weeks = (week, week + 1)
    calendar = programme.calendar
    if week < 0 or week + 1 >= calendar.weeks:
        last: date = calendar.monday(calendar.weeks - 2)
        return f"no start week of the programme, which has them from {calendar.start} to {last}"
    if any(map(calendar.is_closed, weeks)):
        return "not open: one of the two weeks is closed"
    if not programme.national_shut_weeks.isdisjoint(weeks):
        return "not open: a national blackout touches one of the two weeks"
    return "not open: a blackout of the authority, its force or an inspectorate touches it"


def _nearest_open(programme: Programme, la_code: str, week: int) -> str:
    starts = programme.open_starts[la_code]
    if not starts:
        return "; the authority has no open start week at all"
    nearest = min(starts, key=lambda start: abs(start - week))
    return f"; the nearest open start is {programme.calendar.monday(nearest)}"
