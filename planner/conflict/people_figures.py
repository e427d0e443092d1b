"""Counts of people: who is free in a stretch of weeks against what must be sent in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from models.inspector import Inspector
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.saying import say_authority, say_day, say_number
from models.spacing import fitting_starts
from planner.arithmetic.room import Room, Span, Weeks
from planner.conflict.heads import shortest_span
from planner.conflict.member import FIRST, LEAD, Members, of_body
from planner.conflict.shortage import FIRST_OF_ALL, Shortage
from planner.conflict.stretches import bound_authorities, monday, possible_weeks, stretches

OFSTED = Inspectorate.OFSTED


class Wanted(NamedTuple):
    """Whom an inspection needs: a name for them, the people, and how long they are busy."""

    who: str
    people: Sequence[Inspector]
    span: Span
    body: Inspectorate | None


def say_people(programme: Programme, asked: Programme, members: Members) -> Iterator[Shortage]:
    """What is missing, and the sentence, for each body and for leads that the clash is about."""
    room = Room(asked)
    codes = bound_authorities(asked, members)
    for wanted in _wanted(room, members):
        yield from _alone(asked, room, members, wanted, codes)
        yield from _stretches(asked, room, members, wanted, codes)
        yield from _years(asked, room, members, wanted)
    if {LEAD, of_body("team_size", OFSTED), of_body("one_place", OFSTED)} <= members:
        yield from _weeks_of_work(room, codes)


def _wanted(room: Room, members: Members) -> Iterator[Wanted]:
    for body in room.coming:
        if of_body("team_size", body) in members:
            people = room.programme.inspectors_from[body]
            yield Wanted(body.title, people, room.member_span(body), body)
    if LEAD in members and OFSTED in room.coming:
        yield Wanted("Ofsted", room.leads, room.lead_span, None)


def _needed(room: Room, members: Members, codes: Sequence[str], body: Inspectorate | None) -> int:
    """What inspections need of a body at least, or of leads where no body is named.

    A force of which all are among them has its first one there, and the review that goes with it.
    """
    if body is None:
        return len(codes)
    needed = sum(room.least(code, body) for code in codes)
    if body is Inspectorate.HMIC and FIRST in members:
        inside = set(codes)
        forces = sum(inside.issuperset(each) for each in room.programme.authorities_in.values())
        needed += room.programme.policy.force_wide_review.extra_hmic * forces
    return needed


def _alone(
    asked: Programme, room: Room, members: Members, wanted: Wanted, codes: Sequence[str]
) -> Iterator[Shortage]:
    """An authority for which too few are free whenever it starts."""
    for code in codes:
        weeks = possible_weeks(asked, code)
        free = room.unconflicted(wanted.people, code)
        present = sum(
            (room.present(each, wanted.span).astype(int) for each in free),
            np.zeros(asked.weeks, int),
        )
        least, most = (
            _needed(room, members, [code], wanted.body),
            int(max(present[weeks], default=0)),
        )
        if weeks.any() and most < least:
            said = _say_alone(asked, wanted, code, least, most, len(free))
            yield Shortage(FIRST_OF_ALL + least - most, 1, said)


def _say_alone(
    asked: Programme, wanted: Wanted, la_code: str, least: int, most: int, free: int
) -> str:
    """How many an authority needs, how many there are, and what keeps them away."""
    lead = " who may lead" if wanted.body is None else ""
    number = len(wanted.people)
    said = f"{say_authority(asked, la_code)} needs {least} from {wanted.who}{lead}, which has "
    said += str(number) if number else "none"
    barred = number - free
    if barred:
        of_them = {number: "all of them "}.get(barred, f"{barred} of them ") if number > 1 else ""
        said += f", {of_them}with a conflict of interest"
    if most < free:
        weeks = int(possible_weeks(asked, la_code).sum())
        many = f"in any of its {weeks} start weeks" if weeks > 1 else "in its only start week"
        others = " of the others" if barred else ""
        said += f", and at most {most}{others} there {many}"
    return f"{said}."


def _stretches(
    asked: Programme, room: Room, members: Members, wanted: Wanted, codes: Sequence[str]
) -> Iterator[Shortage]:
    """A stretch of weeks in which more must be sent than there are people free."""
    for first, last, inside, starts in stretches(asked, codes):
        weeks = np.isin(np.arange(asked.weeks), starts)
        needed = _needed(room, members, inside, wanted.body)
        able = _able(asked, room, members, wanted, weeks)
        if able < needed:
            said = _say(asked, wanted, inside, needed, able, (first, last))
            yield Shortage(needed - able, len(inside), said)


def _years(asked: Programme, room: Room, members: Members, wanted: Wanted) -> Iterator[Shortage]:
    """A year that must hold more inspections than people can be sent to."""
    everybody, tolerance = len(asked.authorities), asked.policy.year_quota.tolerance
    for member in members:
        if member.rule != "year_quota":
            continue
        year = asked.calendar.years[member.row]
        least = everybody * len(year) // asked.weeks - tolerance
        sizes = sorted(_needed(room, members, [code], wanted.body) for code in asked.authority_of)
        needed = sum(sizes[: max(0, least)])
        able = _able(asked, room, members, wanted, np.isin(np.arange(asked.weeks), list(year)))
        if able < needed:
            who = "lead" if wanted.body is None else "inspector"
            yield Shortage(
                needed - able,
                least,
                f"Programme year {member.row + 1}, from {monday(asked, year[0])}, must hold at "
                f"least {say_number(least, 'inspection')}, to which {wanted.who} sends {needed} at "
                f"least, and its {say_number(len(wanted.people), who)} can take on "
                f"{say_number(able, 'deployment')} then.",
            )


def _able(asked: Programme, room: Room, members: Members, wanted: Wanted, weeks: Weeks) -> int:
    """The most deployments that people can give with starts in some weeks."""
    body = wanted.body or OFSTED
    held = of_body("one_place", body) in members
    capped = of_body("ceiling", body) in members
    everybody = len(asked.authorities)
    total = 0
    for each in wanted.people:
        starts = [int(week) for week in np.flatnonzero(room.present(each, wanted.span) & weeks)]
        by_year = 0
        for year in asked.calendar.years:
            mine = [week for week in starts if week in year]
            fit = fitting_starts(mine, _apart(room, wanted)) if held else everybody * bool(mine)
            by_year += min(fit, asked.ceiling(each.inspector_id)) if capped else fit
        whole = fitting_starts(starts, _apart(room, wanted)) if held else by_year
        total += min(by_year, whole)
    return total


def _apart(room: Room, wanted: Wanted) -> int:
    """The fewest weeks between two starts of one person, whether leading or not."""
    return wanted.span.length if wanted.body is None else shortest_span(room, wanted.body).length


def _say(
    asked: Programme,
    wanted: Wanted,
    inside: Sequence[str],
    needed: int,
    able: int,
    stretch: tuple[int, int],
) -> str:
    first, last = stretch
    worked = wanted.span.worked
    begin = say_day(asked.calendar.monday(max(0, first + worked[0])))
    end = say_day(asked.calendar.weekdays(min(asked.weeks - 1, last + worked[-1]))[-1])
    number, who = len(inside), "lead" if wanted.body is None else "inspector"
    each = "one each" if needed == number else f"{needed} in all"
    asks = "needs" if number == 1 else "need"
    if last - first < wanted.span.length:
        return (
            f"Between {begin} and {end} {wanted.who} has {say_number(able, who)} free and "
            f"{say_number(number, 'inspection')} {asks} {each}."
        )
    return (
        f"Between {begin} and {end} {wanted.who} has {say_number(len(wanted.people), who)}, who "
        f"can take on {say_number(able, 'deployment')} at most, and "
        f"{say_number(number, 'inspection')} {asks} {each}."
    )


def _weeks_of_work(room: Room, codes: Sequence[str]) -> Iterator[Shortage]:
    """Ofsted's busy weeks, leads and members together."""
    people, member, lead = (
        room.programme.inspectors_from[OFSTED],
        room.member_span(OFSTED),
        room.lead_span,
    )
    needed = sum(lead.length + (room.least(code, OFSTED) - 1) * member.length for code in codes)
    able = 0
    for each in people:
        busy: set[int] = set()
        for span in (member, *([lead] if each.may_lead else [])):
            for week in np.flatnonzero(room.present(each, span)):
                busy.update(int(week) + offset for offset in range(span.first, span.last + 1))
        able += len(busy)
    if able < needed:
        yield Shortage(
            needed - able,
            len(codes),
            f"Ofsted's {say_number(len(people), 'inspector')} have {able} weeks to work in, and "
            f"{say_number(len(codes), 'inspection')} keep people busy for {needed}, a lead for "
            f"{lead.length} and a member for {member.length}.",
        )
