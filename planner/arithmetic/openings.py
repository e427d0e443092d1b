"""Authorities that no start week suits: never open, no team fits, or too few are present."""

from collections.abc import Iterator

import numpy as np

from models.events import Blackout, BlackoutScope
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.saying import say_day, say_force, say_list, say_number
from planner.arithmetic.people import short_of
from planner.arithmetic.room import Room, Weeks
from planner.arithmetic.saying import by_reason
from planner.fitting import SiteWeek, fitting_of
from planner.owed import misfit_sentence

_NAMED_BLACKOUTS = 4


def check_openings(room: Room) -> Iterator[str]:
    """Yield the authorities without a start week, each with what takes its weeks away."""
    programme = room.programme
    if not programme.national_open_starts:
        causes = _causes(_applying(programme, None))
        yield f"No start week of the {programme.weeks} weeks is open to any authority: {causes}."
        return
    yield from by_reason(programme, _closed(room))
    yield from by_reason(programme, _misfits(room))
    yield from _reviews_that_never_fit(room)
    yield from by_reason(programme, _absent(room))


def _closed(room: Room) -> Iterator[tuple[str, str]]:
    for la_code in sorted(room.programme.authority_of):
        if not room.open(la_code).any():
            causes = _causes(_applying(room.programme, la_code))
            yield la_code, f"never open, for want of a start week that escapes {causes}"


def _applying(programme: Programme, la_code: str | None) -> list[Blackout]:
    places = {(BlackoutScope.NATIONAL, "")}
    if la_code is not None:
        force = programme.authority_of[la_code].police_force_code
        bodies = (body.value for body in programme.bodies_at(la_code))
        places |= {(BlackoutScope.AUTHORITY, la_code), (BlackoutScope.FORCE, force)}
        places |= {(BlackoutScope.INSPECTORATE, body) for body in bodies}
    return [
        each
        for each in programme.blackouts
        if each.scope is BlackoutScope.NATIONAL or (each.scope, each.key) in places
    ]


def _causes(blackouts: list[Blackout]) -> str:
    """The longest blackouts first, beside the closed periods and the summer."""
    longest = sorted(blackouts, key=lambda each: (each.start - each.end, each.start))
    said = [_say_blackout(each) for each in longest[:_NAMED_BLACKOUTS]]
    more = len(longest) - len(said)
    if more:
        said.append(say_number(more, "more blackout"))
    return say_list(["the closed periods", "the summer", *said])


def _say_blackout(blackout: Blackout) -> str:
    whose = {
        BlackoutScope.NATIONAL: "the national blackout",
        BlackoutScope.AUTHORITY: "the authority's own blackout",
        BlackoutScope.FORCE: "its force's blackout",
    }.get(blackout.scope)
    if whose is None:
        whose = f"{Inspectorate(blackout.key).title}'s blackout"
    return f"{whose} of {say_day(blackout.start)} to {say_day(blackout.end)}"


def _misfits(room: Room) -> Iterator[tuple[str, str]]:
    for la_code in sorted(room.programme.authority_of):
        if room.open(la_code).any() and not room.fits(la_code).any():
            yield la_code, least_misfit(room, la_code, room.open(la_code), review=False)


def least_misfit(room: Room, la_code: str, weeks: Weeks, *, review: bool) -> str:
    """What does not fit of the least team, in the one of ``weeks`` that comes nearest to it."""
    fitting = fitting_of(room.programme)
    least = next(iter(fitting.sizes_by_policy(la_code, review=review)))
    choices = [fitting.weeks(la_code, int(week), least) for week in np.flatnonzero(weeks)]
    nearest = min(choices, key=lambda weeks: sum(map(_excess, weeks)))
    return misfit_sentence(nearest, "with a least of") or ""


def _excess(week: SiteWeek) -> int:
    return 0 if week.fits else max(1, week.days_owed - week.holds)


def _reviews_that_never_fit(room: Room) -> Iterator[str]:
    """Some inspection of each force is its first, and must hold the force-wide review (R6)."""
    programme = room.programme
    for force, la_codes in sorted(programme.authorities_in.items()):
        fit_without = all(room.fits(code).any() for code in la_codes)
        if fit_without and not any(room.fits(code, review=True).any() for code in la_codes):
            yield (
                f"{say_force(programme, force)}: no inspection in the force can be the first, "
                f"which carries the force-wide review; "
                f"{least_misfit(room, la_codes[0], room.open(la_codes[0]), review=True)}."
            )


def _absent(room: Room) -> Iterator[tuple[str, str]]:
    for la_code in sorted(room.programme.authority_of):
        weeks = room.fits(la_code) & room.pinned(la_code)
        if weeks.any() and not room.possible[la_code].any():
            yield from ((la_code, reason) for reason in _why_absent(room, la_code, weeks))


def _why_absent(room: Room, la_code: str, weeks: Weeks) -> Iterator[str]:
    enough = _enough(room, la_code)
    missing = {who: int((weeks & ~mask).sum()) for who, mask in enough.items()}
    never = [who for who, number in missing.items() if number == weeks.sum()]
    if never:
        yield (
            f"{say_list(never)} free of absence and conflict cannot be had in any of the "
            f"{say_number(int(weeks.sum()), 'open week')}"
        )
    elif enough and not np.all([weeks, *enough.values()], axis=0).any():
        short = [f"{who} in {number}" for who, number in missing.items() if number]
        yield (
            f"no open week has enough people present together; of {weeks.sum()}, there lack "
            f"{say_list(short)}"
        )


def _enough(room: Room, la_code: str) -> dict[str, Weeks]:
    """When enough are present of each whose shortness is not a matter of people alone."""
    enough: dict[str, Weeks] = {}
    if room.unconflicted(room.leads, la_code):
        enough["somebody who may lead"] = room.led(la_code)
    for body in room.coming:
        least = room.least(la_code, body)
        if least and room.programme.inspectors_from[body] and not short_of(room, la_code, body):
            enough[f"{least} from {body.title}"] = room.staffed(la_code, body)
    return enough
