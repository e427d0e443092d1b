"""What is tightest in a programme: where a search that runs out of time has least room."""

from collections.abc import Iterator

import numpy as np

from models.saying import say_authority, say_day, say_force, say_number
from planner.arithmetic.places import places_in, tightest_window, year_quotas
from planner.arithmetic.room import Room
from planner.arithmetic.work import Load, loads

_LOADS_SAID = 2


def say_tightest(room: Room) -> Iterator[str]:
    """Yield the scarcest people, the tightest force, the scarcest places and the fewest weeks."""
    yield from _scarcest_people(room)
    yield from _tightest_force(room)
    yield from _scarcest_places(room)
    yield from _fewest_present(room)
    yield from _fewest_weeks(room)


def _scarcest_people(room: Room) -> Iterator[str]:
    """The highest loads, of each inspectorate only the highest."""
    highest: dict[str, Load] = {}
    for load in sorted(loads(room), key=lambda each: -each.share):
        if load.people:
            highest.setdefault(load.who, load)
    for load in list(highest.values())[:_LOADS_SAID]:
        yield (
            f"{load.who}: at least {load.needed} {load.unit} are needed {load.when}, and "
            f"{say_number(load.people, 'person', 'people')} can give at most {load.able} "
            f"({load.share:.0%})."
        )


def _tightest_force(room: Room) -> Iterator[str]:
    """The force with the fewest places an inspection, in its own tightest stretch of weeks."""
    windows = [
        (window[1] / window[0], force, window)
        for force in room.programme.authorities_in
        if (window := tightest_window(room, force))
    ]
    if windows:
        _, force, (number, places, first, last) = min(windows)
        yield (
            f"{say_force(room.programme, force)}: {say_number(number, 'inspection')} must start "
            f"from {_monday(room, first)} to {_monday(room, last)}, where there is room for "
            f"{places} at a gap of {say_number(room.programme.gap_of[force], 'week')}."
        )


def _scarcest_places(room: Room) -> Iterator[str]:
    number = len(room.programme.authorities)
    yield (
        f"The {say_number(int(room.anybody.sum()), 'open start week')} have "
        f"{places_in(room, room.anybody)} places for {say_number(number, 'inspection')}."
    )
    years = [
        (places_in(room, room.anybody & year.weeks) / year.least, year.name, year)
        for year in year_quotas(room)
        if year.least
    ]
    if years:
        _, name, year = min(years, key=lambda each: each[:2])
        places = places_in(room, room.anybody & year.weeks)
        yield (
            f"{name} must hold at least {say_number(year.least, 'inspection')} and has "
            f"{say_number(places, 'place')}."
        )


def _fewest_present(room: Room) -> Iterator[str]:
    """The inspectorate and start week at which the smallest part of it is present."""
    weeks = np.flatnonzero(room.anybody)
    found = []
    for body in room.coming:
        people = room.programme.inspectors_from[body]
        if people and weeks.size:
            present = np.sum([room.present_as_member(each) for each in people], axis=0)[weeks]
            found.append((present.min() / len(people), body, present, len(people)))
    if found:
        _, body, present, people_number = min(found, key=lambda each: each[0])
        fewest = int(present.min())
        monday = _monday(room, int(weeks[present == fewest][0]))
        yield (
            f"{body.title} has fewest present, {fewest} of {people_number}, for a start on "
            f"{monday}."
        )


def _fewest_weeks(room: Room) -> Iterator[str]:
    if room.codes:
        counts = room.matrix.sum(axis=1)
        code = room.codes[int(counts.argmin())]
        yield (
            f"{say_authority(room.programme, code)} has fewest start weeks, "
            f"{int(counts.min())} of {len(room.programme.national_open_starts)}."
        )


def _monday(room: Room, week: int) -> str:
    return say_day(room.programme.calendar.monday(week))
