"""Where inspections start when nothing is planned yet: evenly over the open start weeks.

An authority is as likely in each of its open start weeks (R1), or in the week it is pinned to
(R16). Of a force's reviews each falls, spread evenly, in the first of as many equal parts of the
force's open weeks as the force has authorities; a change's part begins with the day it counts from
(R6). That is where inspections at equal gaps would have their first.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from models.authority import EstablishmentKind
from models.inspection import Band
from models.programme import Programme


class Alike(NamedTuple):
    """What tells one inspection's days from another's: its weeks, band and establishments."""

    weeks: tuple[int, ...]
    band: Band
    kinds: frozenset[EstablishmentKind]


def possible_weeks(programme: Programme) -> Mapping[str, tuple[int, ...]]:
    """The start weeks of each authority: open (R1), and where its slot is pinned that one (R16)."""
    pinned = {
        pin.la_code: programme.calendar.week_of(pin.start) for pin in programme.pins if pin.start
    }
    return {
        code: tuple(week for week in weeks if pinned.get(code, week) == week)
        for code, weeks in programme.open_starts.items()
    }


def inspections(programme: Programme) -> Counter[Alike]:
    """How many inspections there are of each kind that is like in all that counts here."""
    return Counter(
        Alike(weeks, programme.band_of[code], programme.kinds_at[code])
        for code, weeks in possible_weeks(programme).items()
        if weeks
    )


def reviews(programme: Programme) -> Iterator[tuple[str, Mapping[int, Fraction]]]:
    """Each force-wide review owed (R6): its force, and its share of each start week (sum one).

    The first inspection's review, and one for each recorded change after which an open start week
    is left; changes that begin to count at the same start week ask for one together, and there are
    never more reviews than inspections.
    """
    possible = possible_weeks(programme)
    for force, members in programme.authorities_in.items():
        placed = [possible[code] for code in members if possible[code]]
        weeks = sorted({week for each in placed for week in each})
        begins = sorted({0, *_changes(programme, force, weeks)})
        for begin in begins[: len(placed)]:
            yield force, _even(weeks[begin : begin + -(-len(weeks) // len(placed))])


def _changes(programme: Programme, force: str, weeks: Sequence[int]) -> Iterator[int]:
    """Where among the force's weeks each change begins to count; none where it is too late."""
    monday = programme.calendar.monday
    for change in programme.force_changes:
        if change.police_force_code == force:
            counting = (at for at, week in enumerate(weeks) if monday(week) >= change.counts_from)
            yield from itertools.islice(counting, 1)


def _even(weeks: Sequence[int]) -> Mapping[int, Fraction]:
    return dict.fromkeys(weeks, Fraction(1, len(weeks)))
