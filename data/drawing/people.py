"""Draws people: inspectors in proportion to England's of 2013, their leave and their conflicts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from random import Random
from typing import Any, TypeVar

from models.calendar import WEEKS_IN_YEAR
from models.inspector import Absence, Employment, Inspector
from models.inspectorate import Inspectorate

Row = TypeVar("Row", bound=tuple[Any, ...])

#: Authorities that the head-counts below are meant for.
ENGLAND = 152


@dataclass(frozen=True)
class Staffing:
    """One inspectorate's staff: ``heads`` for all of England, never fewer than ``least``."""

    heads: int
    least: int
    seconded: float


#: Made up, in proportion to the work: what a team needs, and room for leave.
STAFFING: Mapping[Inspectorate, Staffing] = {
    Inspectorate.OFSTED: Staffing(heads=30, least=7, seconded=0.17),
    Inspectorate.HMIC: Staffing(heads=10, least=4, seconded=0.1),
    Inspectorate.CQC: Staffing(heads=9, least=4, seconded=0.34),
    Inspectorate.HMI_PROBATION: Staffing(heads=8, least=3, seconded=0.25),
    Inspectorate.HMI_PRISONS: Staffing(heads=3, least=2, seconded=0.0),
    Inspectorate.HMCPSI: Staffing(heads=2, least=1, seconded=0.0),
}
_LEADS = 0.4
_LEAST_LEADS = 3

#: Cities where people are based, with WGS84 degrees and how many in a hundred live around each.
_BASES = (
    ("London", 51.5074, -0.1278, 26),
    ("Manchester", 53.4808, -2.2426, 16),
    ("Birmingham", 52.4862, -1.8904, 15),
    ("Nottingham", 52.9548, -1.1581, 14),
    ("Leeds", 53.8008, -1.5491, 9),
    ("Cambridge", 52.2053, 0.1218, 8),
    ("Newcastle", 54.9783, -1.6178, 7),
    ("Bristol", 51.4545, -2.5879, 5),
)
_AROUND_BASE = 0.4
_FTE_PERCENT = ((100, 77), (80, 15), (60, 5), (50, 3))

#: Weeks of leave taken at a time, and how often in a programme year.
_LEAVE_WEEKS = ((1, 61), (2, 39))
_LEAVES_IN_YEAR = (2, 3, 3, 3, 3, 4)


def heads(body: Inspectorate, authorities: int) -> int:
    """How many inspectors of ``body`` so many authorities get; one more where they are few."""
    staffing = STAFFING[body]
    in_proportion = ceil(staffing.heads * authorities / ENGLAND)
    return max(staffing.least, in_proportion + (authorities < ENGLAND))


def draw_inspectors(authorities: int, random: Random) -> tuple[Inspector, ...]:
    """Everybody of every inspectorate."""
    return tuple(
        inspector
        for body in Inspectorate
        for inspector in _staff(body, heads(body, authorities), random)
    )


def _staff(body: Inspectorate, number: int, random: Random) -> Iterator[Inspector]:
    seconded = _some(number, round(STAFFING[body].seconded * number), random)
    established = sorted(set(range(number)) - seconded)
    leads: set[int] = set()
    if body is Inspectorate.OFSTED:
        leads.update(random.sample(established, k=max(_LEAST_LEADS, round(_LEADS * number))))
        leads.update(random.sample(sorted(seconded), k=len(seconded) // 2))
    for place in range(number):
        base, latitude, longitude, _ = _weighted(_BASES, random)
        yield Inspector(
            inspector_id=f"{body.value}-{place + 1:03}",
            inspectorate=body,
            name=f"{body.title} inspector {place + 1}",
            base=base,
            latitude=round(random.gauss(latitude, _AROUND_BASE), 4),
            longitude=round(random.gauss(longitude, _AROUND_BASE), 4),
            fte_percent=_weighted(_FTE_PERCENT, random)[0],
            employment=Employment.SECONDED if place in seconded else Employment.ESTABLISHED,
            can_lead=place in leads,
        )


def _some(number: int, wanted: int, random: Random) -> set[int]:
    return set(random.sample(range(number), k=wanted))


def _weighted(rows: Sequence[Row], random: Random) -> Row:
    """One of some rows, whose last cell says how often in a hundred."""
    return random.choices(rows, weights=[row[-1] for row in rows])[0]


def draw_leave(
    inspectors: Sequence[Inspector], start: date, weeks: int, random: Random
) -> tuple[Absence, ...]:
    """Leave of one or two weeks, two to four times in each programme year of ``weeks`` weeks."""
    return tuple(
        Absence(inspector_id=inspector.inspector_id, start=first, end=last, reason="leave")
        for inspector in inspectors
        for year in range(0, weeks, WEEKS_IN_YEAR)
        for first, last in _leave_in_year(start + timedelta(weeks=year), random)
    )


def _leave_in_year(start: date, random: Random) -> Iterator[tuple[date, date]]:
    """Spells of leave in one year, Monday to Sunday, none in a fortnight with another."""
    fortnights = random.sample(range(WEEKS_IN_YEAR // 2), k=random.choice(_LEAVES_IN_YEAR))
    for fortnight in sorted(fortnights):
        first = start + timedelta(weeks=2 * fortnight)
        length = _weighted(_LEAVE_WEEKS, random)[0]
        yield first, first + timedelta(days=7 * length - 1)
