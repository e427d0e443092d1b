"""Start places against authorities: the whole programme, its years, its forces (R7, R8, R9)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from ortools.graph.python import max_flow

from models.saying import say_day, say_force, say_number
from models.spacing import fitting_starts
from planner.arithmetic.room import Room, Weeks
from planner.arithmetic.saying import say_authorities


@dataclass(frozen=True)
class YearQuota:
    """A programme year by name, its weeks, and the inspections it may hold (R9)."""

    name: str
    weeks: Weeks
    least: int
    most: int


def check_places(room: Room) -> Iterator[str]:
    """Yield where more inspections must start than there are places to start in."""
    yield from _whole_programme(room)
    yield from _years(room)
    yield from _forces(room)


def places_in(room: Room, weeks: Weeks) -> int:
    """The most inspections that can start in ``weeks`` under R8, no other rule in the way.

    Exact for R8 alone: the best number so far, by the starts of the week before.
    """
    policy = room.programme.policy.concurrency
    starts, running = policy.starts_per_week, policy.running_per_week
    best = {0: 0}
    for is_open in weeks:
        most_now = starts if is_open else 0
        best = {
            now: now + max(total for before, total in best.items() if before + now <= running)
            for now in range(min(most_now, running) + 1)
        }
    return max(best.values())


def _whole_programme(room: Room) -> Iterator[str]:
    number, places = len(room.codes), places_in(room, room.anybody)
    if places < number:
        policy = room.programme.policy.concurrency
        yield (
            f"{number} authorities need a start place each, and the "
            f"{say_number(int(room.anybody.sum()), 'open start week')} have {places}, with "
            f"{say_number(policy.starts_per_week, 'start')} and {policy.running_per_week} running "
            "a week."
        )
    else:
        yield from _crowded(room)
        yield from _running(room)


def _running(room: Room) -> Iterator[str]:
    """Authorities that two neighbouring weeks alone can take, all running in the second (R8)."""
    most = room.programme.policy.concurrency.running_per_week
    for week in range(1, room.weeks):
        pair = np.isin(np.arange(room.weeks), [week - 1, week])
        only = _within(room, pair)
        if len(only) > most:
            yield (
                f"{say_authorities(room.programme, only)}: {len(only)} authorities can start in "
                f"no week but those of {_monday(room, week - 1)} and {_monday(room, week)}, and "
                f"{most} may be running in the second."
            )


def _crowded(room: Room) -> Iterator[str]:
    """Authorities whose open weeks together have too few places: a largest matching shows them."""
    starts = room.programme.policy.concurrency.starts_per_week
    crowd = _overfull(room, starts)
    if crowd:
        weeks = np.any([room.possible[code] for code in crowd], axis=0)
        yield (
            f"{say_authorities(room.programme, crowd)}: {len(crowd)} authorities share "
            f"{say_number(int(weeks.sum()), 'open start week')}, which at "
            f"{say_number(starts, 'start')} a week have {starts * int(weeks.sum())} places."
        )


def _overfull(room: Room, starts: int) -> list[str]:
    """The authorities on the full side of a smallest cut; none when all can be matched."""
    flow, codes = max_flow.SimpleMaxFlow(), room.codes
    source, sink = len(codes) + room.weeks, len(codes) + room.weeks + 1
    for number, code in enumerate(codes):
        flow.add_arc_with_capacity(source, number, 1)
        for week in np.flatnonzero(room.possible[code]):
            flow.add_arc_with_capacity(number, len(codes) + int(week), 1)
    for place in range(len(codes), source):
        flow.add_arc_with_capacity(place, sink, starts)
    if flow.solve(source, sink) != flow.OPTIMAL or flow.optimal_flow() == len(codes):
        return []
    return [codes[node] for node in flow.get_source_side_min_cut() if node < len(codes)]


def _years(room: Room) -> Iterator[str]:
    broken = [sentence for year in year_quotas(room) for sentence in _year(room, year)]
    yield from broken
    number, total = len(room.codes), 0
    for year in year_quotas(room):
        total += min(places_in(room, room.anybody & year.weeks), year.most)
    if not broken and total < number <= places_in(room, room.anybody):
        yield (
            f"{number} authorities need a start place each, and the years' places, none above "
            f"its quota, are {total}."
        )


def _year(room: Room, year: YearQuota) -> Iterator[str]:
    only = _within(room, year.weeks)
    elsewhere = (room.matrix & ~year.weeks).any(axis=1) & ~(room.matrix & year.weeks).any(axis=1)
    able = len(room.programme.authorities) - int(elsewhere.sum())
    places = min(places_in(room, room.anybody & year.weeks), able)
    if places < year.least:
        yield (
            f"{year.name} must hold at least {year.least} inspections and has places for {places}."
        )
    if len(only) > year.most:
        yield (
            f"{year.name} may hold at most {year.most} inspections, and {len(only)} authorities "
            f"are open in no other year: {say_authorities(room.programme, only)}."
        )


def year_quotas(room: Room) -> Iterator[YearQuota]:
    """Each programme year with the least and most inspections it may hold (R9)."""
    programme = room.programme
    number, tolerance = len(programme.authorities), programme.policy.year_quota.tolerance
    for place, year in enumerate(programme.calendar.years):
        weeks = np.zeros(room.weeks, bool)
        weeks[list(year)] = True
        share = number * len(year)
        least = max(0, share // programme.weeks - tolerance)
        most = -(-share // programme.weeks) + tolerance
        name = f"Programme year {place + 1}, from {_monday(room, year[0])},"
        yield YearQuota(name, weeks, least, most)


def _within(room: Room, weeks: Weeks) -> list[str]:
    """The authorities that can start in ``weeks`` and in no other."""
    inside = room.matrix.any(axis=1) & ~(room.matrix & ~weeks).any(axis=1)
    return [room.codes[row] for row in np.flatnonzero(inside)]


def _forces(room: Room) -> Iterator[str]:
    for force in sorted(room.programme.authorities_in):
        crowd = tightest_window(room, force)
        if crowd and crowd[0] > crowd[1]:
            number, places, first, last = crowd
            gap = room.programme.gap_of[force]
            yield (
                f"{say_force(room.programme, force)}: {number} of its authorities must start from "
                f"{_monday(room, first)} to {_monday(room, last)}, where there is room for "
                f"{places} at a gap of {say_number(gap, 'week')}."
            )


def tightest_window(room: Room, force: str) -> tuple[int, int, int, int] | None:
    """The stretch of weeks with the fewest places to spare for those who must start in it.

    Authorities that must start in it, places at R7's gap, its first and last week.
    """
    masks = [room.possible[code] for code in room.programme.authorities_in[force]]
    spans = [np.flatnonzero(mask) for mask in masks if mask.any()]
    firsts, lasts = {int(span[0]) for span in spans}, {int(span[-1]) for span in spans}
    found = []
    for first in firsts:
        for last in (last for last in lasts if last >= first):
            inside = [span for span in spans if first <= span[0] and span[-1] <= last]
            if inside:
                weeks = sorted({int(week) for span in inside for week in span})
                places = fitting_starts(weeks, room.programme.gap_of[force])
                found.append((len(inside), places, first, last))
    return min(found, key=lambda each: (each[1] - each[0], -each[0], each[2:]), default=None)


def _monday(room: Room, week: int) -> str:
    return say_day(room.programme.calendar.monday(week))
