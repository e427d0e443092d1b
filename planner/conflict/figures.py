"""Why a clash is one, in one sentence with figures: the tightest count among its members.

A count looks at nothing but the members of the clash, and says only what falls short by plain
counting. Where none does, the sentence says that the members cannot be kept together.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from models.programme import Programme
from models.saying import say_authority, say_day, say_force, say_number
from models.spacing import fitting_starts
from planner.arithmetic import impossibilities
from planner.arithmetic.pins import check_pins
from planner.arithmetic.room import Room, Weeks
from planner.arithmetic.saying import say_authorities
from planner.conflict.member import RUNNING, SEVEN, STARTS, Member, Members
from planner.conflict.people_figures import say_people
from planner.conflict.reduced import reduced, with_begun
from planner.conflict.shortage import FIRST_OF_ALL, Shortage
from planner.conflict.stretches import (
    bound_authorities,
    monday,
    possible_weeks,
    say_stretch,
    stretches,
)
from planner.conflict.switches import NOTHING_HELD


def say_why(programme: Programme, members: Members, held: Mapping[str, int] = NOTHING_HELD) -> str:
    """The sentence of the count that falls shortest, or that there is none so plain.

    ``held`` are the start weeks of inspections that have begun: they take places too.
    """
    asked = reduced(programme, members)
    standing = with_begun(asked, held)
    found = [
        *_no_week(asked, members),
        *_spacing(programme, standing, members),
        *_places(standing, members),
        *_years(standing, members),
        *say_people(programme, asked, members),
        *_pins(asked, members),
    ]
    if found:
        return max(found, key=lambda each: each.rank).sentence
    if SEVEN in members:
        codes = bound_authorities(asked, members)
        where = say_authority(asked, codes[0]) if len(codes) == 1 else "each authority concerned"
        return (
            f"Whenever the inspection of {where} starts, those who must come do not fit: "
            f"{asked.policy.on_site.most} at most may be on site on one day."
        )
    if by_arithmetic := impossibilities(asked):
        return by_arithmetic[0]
    return (
        "No single count falls short: the search has gone through every way to keep these "
        "together, and there is none."
    )


def _no_week(asked: Programme, members: Members) -> Iterator[Shortage]:
    """An authority that has no week at all, or is pinned to several."""
    for code in bound_authorities(asked, members):
        if not possible_weeks(asked, code).any():
            mondays = sorted(
                {pin.start for pin in asked.pins if pin.la_code == code and pin.start is not None}
            )
            where, open_weeks = say_authority(asked, code), len(asked.open_starts[code])
            if len(mondays) > 1:
                days = " and ".join(map(say_day, mondays))
                yield Shortage(FIRST_OF_ALL, 1, f"{where} cannot start on {days} both.")
            elif mondays and open_weeks:
                yield Shortage(FIRST_OF_ALL, 1, f"{where} is not open on {say_day(mondays[0])}.")
            elif not open_weeks:
                yield Shortage(
                    FIRST_OF_ALL, 1, f"No start week of {asked.weeks} is open to {where}."
                )


def _pins(asked: Programme, members: Members) -> Iterator[Shortage]:
    """Pinned people who cannot come, or not together."""
    if any(pin.inspector_id for pin in asked.pins):
        yield from (Shortage(2 * FIRST_OF_ALL, 1, sentence) for sentence in check_pins(Room(asked)))


def _spacing(programme: Programme, asked: Programme, members: Members) -> Iterator[Shortage]:
    """A force's stretch of weeks with fewer places at its gap than starts that must be in it."""
    for member in members:
        if member.rule == "force_spacing":
            inside = [
                code
                for code in bound_authorities(asked, members)
                if asked.authority_of[code].police_force_code == member.key
            ]
            yield from _crowded(asked, member.key, inside, programme.gap_of[member.key])


def _crowded(asked: Programme, force: str, codes: list[str], gap: int) -> Iterator[Shortage]:
    for first, last, within, weeks in stretches(asked, codes):
        places = fitting_starts(weeks, gap)
        if places < len(within):
            yield Shortage(
                len(within) - places,
                len(within),
                f"{say_force(asked, force)}: {say_number(len(within), 'inspection')} must start "
                f"{say_stretch(asked, first, last)}, where there is room for "
                f"{places} at a gap of {say_number(gap, 'week')}.",
            )


def _places(asked: Programme, members: Members) -> Iterator[Shortage]:
    """A stretch of weeks with fewer start places than starts that must be in it (R8)."""
    if not members & {STARTS, RUNNING}:
        return
    codes = bound_authorities(asked, members)
    for first, last, within, weeks in stretches(asked, codes):
        places = _room(asked, members, weeks)
        if places < len(within):
            who = (
                f"{len(within)} inspections"
                if len(within) > 4
                else f"{say_authorities(asked, within)}"
            )
            have = "has" if len(weeks) == 1 else "have"
            yield Shortage(
                len(within) - places,
                len(within),
                f"{who} must start {say_stretch(asked, first, last)}, and the "
                f"{say_number(len(weeks), 'open start week')} there {have} room for {places}.",
            )


def _room(asked: Programme, members: Members, weeks: list[int]) -> int:
    """The most starts in some weeks under those limits of R8 that are in the clash."""
    policy, everybody = asked.policy.concurrency, len(asked.authorities)
    starts = policy.starts_per_week if STARTS in members else everybody
    running = policy.running_per_week if RUNNING in members else 2 * everybody
    best, before_week = {0: 0}, -2
    for week in weeks:
        if week != before_week + 1:
            best = {0: max(best.values())}
        best = {
            now: now + max(total for before, total in best.items() if before + now <= running)
            for now in range(min(starts, running) + 1)
        }
        before_week = week
    return max(best.values())


def _years(asked: Programme, members: Members) -> Iterator[Shortage]:
    """A year that must hold more than it has room for, or may hold fewer than must be in it."""
    codes = bound_authorities(asked, members)
    masks = [possible_weeks(asked, code) for code in codes]
    for member in members:
        if member.rule == "year_quota":
            yield from _year(asked, members, member, masks)


def _year(
    asked: Programme, members: Members, member: Member, masks: list[Weeks]
) -> Iterator[Shortage]:
    year, everybody = asked.calendar.years[member.row], len(asked.authorities)
    tolerance, share = asked.policy.year_quota.tolerance, everybody * len(year)
    least, most = share // asked.weeks - tolerance, -(-share // asked.weeks) + tolerance
    inside = np.isin(np.arange(asked.weeks), list(year))
    only = sum(bool(mask.any() and not (mask & ~inside).any()) for mask in masks)
    weeks = [
        week
        for week in year
        if week < asked.weeks and any(week in starts for starts in asked.open_starts.values())
    ]
    places = min(_room(asked, members, weeks), everybody)
    name = f"Programme year {member.row + 1}, from {monday(asked, year[0])},"
    if places < least:
        yield Shortage(
            least - places,
            least,
            f"{name} must hold at least {say_number(least, 'inspection')}, and its "
            f"{say_number(len(weeks), 'start week')} have room for {places}.",
        )
    if only > most:
        yield Shortage(
            only - most,
            only,
            f"{name} may hold at most {say_number(most, 'inspection')}, and {only} authorities "
            "are open in no other year.",
        )
