"""Work against people: deployments an inspectorate must give, and those it can (R10, R11, R15)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from models.inspector import Inspector
from models.inspectorate import Inspectorate
from models.saying import say_number
from models.spacing import fitting_starts
from planner.arithmetic.places import year_quotas
from planner.arithmetic.room import Room, Weeks


@dataclass(frozen=True)
class Load:
    """What is asked of some people, and the most that they can give, in ``unit``."""

    who: str
    unit: str
    when: str
    people: int
    needed: int
    able: int

    @property
    def share(self) -> float:
        """The part of what they can give that is asked."""
        return self.needed / self.able if self.able else float(self.needed > 0)


def check_work(room: Room) -> Iterator[str]:
    """Yield each inspectorate, or those who may lead, of whom more is asked than they can give."""
    for load in loads(room):
        if load.people and load.needed > load.able:
            yield (
                f"{load.who}: at least {load.needed} {load.unit} are needed {load.when}, and "
                f"{say_number(load.people, 'person', 'people')} can give at most {load.able}, by "
                "ceilings, absences and the weeks that each of them is busy."
            )


def loads(room: Room) -> Iterator[Load]:
    """Every load of the whole programme and of each year, on leads and inspectorates."""
    yield from _leads(room)
    for body in room.coming:
        yield _whole(room, body)
        yield from _by_year(room, body)
    yield from _ofsted_weeks(room)


def _leads(room: Room) -> Iterator[Load]:
    if Inspectorate.OFSTED not in room.coming:
        return
    number = len(room.codes)
    able = sum(_most_led(room, each) for each in room.leads)
    yield Load("Those who may lead", "leads", "in all", len(room.leads), number, able)


def _whole(room: Room, body: Inspectorate) -> Load:
    programme = room.programme
    needed = sum(room.least(code, body) for code in room.codes)
    if body is Inspectorate.HMIC:
        # Each force has a first inspection, and its review brings the extra people (R6).
        forces = {programme.authority_of[code].police_force_code for code in room.codes}
        needed += programme.policy.force_wide_review.extra_hmic * len(forces)
    people = programme.inspectors_from[body]
    able = sum(_most_given(room, each) for each in people)
    return Load(body.title, "deployments", "in all", len(people), needed, able)


def _by_year(room: Room, body: Inspectorate) -> Iterator[Load]:
    people = room.programme.inspectors_from[body]
    leasts = sorted(room.least(code, body) for code in room.codes)
    for year in year_quotas(room):
        able = sum(_most_given_in(room, each, year.weeks) for each in people)
        yield Load(
            body.title,
            "deployments",
            f"in {year.name[:1].lower()}{year.name[1:-1]}",
            len(people),
            sum(leasts[: year.least]),
            able,
        )


def _ofsted_weeks(room: Room) -> Iterator[Load]:
    """Ofsted's busy weeks: leads and members are the same people, with periods of two lengths."""
    if Inspectorate.OFSTED not in room.coming:
        return
    member, people = room.member_span(Inspectorate.OFSTED), _ofsted(room)
    needed = sum(
        room.lead_span.length + (room.least(code, Inspectorate.OFSTED) - 1) * member.length
        for code in room.codes
    )
    able = sum(_weeks_of_work(room, each) for each in people)
    yield Load("Ofsted", "inspector-weeks of work", "in all", len(people), needed, able)


def _ofsted(room: Room) -> Sequence[Inspector]:
    return room.programme.inspectors_from[Inspectorate.OFSTED]


def _weeks_of_work(room: Room, inspector: Inspector) -> int:
    """The weeks that some deployment or other could keep somebody busy in."""
    busy: set[int] = set()
    ways = [(room.member_span(inspector.inspectorate), room.present_as_member(inspector))]
    if inspector.may_lead:
        ways.append((room.lead_span, room.present_as_lead(inspector)))
    for span, present in ways:
        starts = np.flatnonzero(present & room.anybody)
        busy.update(
            int(week) + offset for week in starts for offset in range(span.first, span.last + 1)
        )
    return len(busy)


def closest_starts(room: Room, inspector: Inspector) -> int:
    """The fewest weeks between two starts of one person, as member or lead in turn."""
    spans = [room.member_span(inspector.inspectorate)]
    if inspector.may_lead:
        spans.append(room.lead_span)
    return max(1, min(each.last for each in spans) - max(each.first for each in spans) + 1)


def _most_led(room: Room, inspector: Inspector) -> int:
    """The most inspections that somebody can lead."""
    return _most(room, inspector, room.present_as_lead(inspector), room.lead_span.length)


def _most_given(room: Room, inspector: Inspector) -> int:
    """The most deployments that somebody can have, whatever the roles."""
    present = room.present_as_member(inspector)
    return _most(room, inspector, present, closest_starts(room, inspector))


def _most_given_in(room: Room, inspector: Inspector, weeks: Weeks) -> int:
    present = room.present_as_member(inspector) & weeks
    return _most_in_year(room, inspector, present, closest_starts(room, inspector))


def _most(room: Room, inspector: Inspector, present: Weeks, apart: int) -> int:
    by_year = (
        _most_in_year(room, inspector, present & year.weeks, apart) for year in year_quotas(room)
    )
    return min(sum(by_year), _fitting(room, present, apart))


def _most_in_year(room: Room, inspector: Inspector, present: Weeks, apart: int) -> int:
    return min(room.programme.ceiling(inspector.inspector_id), _fitting(room, present, apart))


def _fitting(room: Room, present: Weeks, apart: int) -> int:
    return fitting_starts([int(week) for week in np.flatnonzero(present & room.anybody)], apart)
