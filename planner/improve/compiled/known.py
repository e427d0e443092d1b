"""What never changes while a rota is searched for, as the compiled search reads it."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.deployment import Role
from planner.facts import Facts
from planner.improve.calendar_board import MonthLevel, YearQuota
from planner.improve.force_room import ForceRoom
from planner.improve.nearness import Nearness
from planner.improve.scan import HMIC, OFSTED, pinned_too_many

Array = NDArray[np.int32]
Arrays = dict[str, Array]

#: Later than any week: a review that no start can owe.
NEVER = 10_000
#: The row of ``busy`` that holds the lead's weeks, after those of the bodies' members.
LEAD = -1


def known_of(facts: Facts) -> Arrays:
    """The arrays of a programme, by the names that ``annealer.pxd`` declares."""
    return {**_people(facts), **_places(facts), **_forces(facts), **_calendar(facts)}


def _people(facts: Facts) -> Arrays:
    return {
        "body_of": _array(facts.body_of),
        "fieldwork": _array(facts.fieldwork),
        "fte": _array(facts.fte),
        "counted": _array(facts.counts_for_fairness),
        "seconded": _array(facts.seconded),
        "may_lead": _array(facts.may_lead),
        "ceiling": _array(facts.ceiling),
        "most_seconded": _array(facts.most_seconded),
        "busy": _array([(each.first, each.last) for each in (*facts.member_busy, facts.lead_busy)]),
    }


def _places(facts: Facts) -> Arrays:
    bodies, near = range(len(facts.bodies)), Nearness(facts)
    places = range(len(facts.codes))
    comes = facts.ranges[:, 1, :, 2] > 0
    people = [
        [facts.nearest_of(body)[at] if comes[at, body] else [] for body in bodies] for at in places
    ]
    pinned = np.zeros((len(facts.codes), len(facts.ids)), np.int32)
    for at, pins in facts.pinned_people.items():
        pinned[at, [who for who, role in pins.items() if role is not Role.LEAD]] = 1
    leads = [_leads(facts, at) for at in places]
    may_come = _array(facts.allowed.T)
    for at in places:
        may_come[at, leads[at]] = 2
    width = max((len(each) for row in people for each in row), default=0)
    return {
        "opens": _array(facts.opens),
        "late": _array(facts.lateness),
        "travel": _array(facts.travel.T),
        "people": np.array([_padded(row, width) for row in people], np.int32),
        "people_at": _array([[len(each) for each in row] for row in people]),
        "leads": _padded(leads),
        "leads_at": _array([len(each) for each in leads]),
        "may_come": may_come,
        "fixed": _array([at in facts.pinned_people for at in places]),
        "pinned": pinned,
        "pins": _array(pinned.sum(axis=1)),
        "wishes": _array(facts.wishes),
        "ranges": _array(facts.ranges),
        "cheapest": _array(near.cheapest),
        "near": _array(near.places),
        "nearest_people": _array(near.people),
    }


def _leads(facts: Facts, authority: int) -> list[int]:
    """Who may lead an inspection, pins heeded, nearest first."""
    pins = facts.pinned_people.get(authority, {})
    leads = [who for who in facts.nearest_of(OFSTED)[authority] if facts.may_lead[who]]
    if Role.LEAD in pins.values():
        leads = [who for who in leads if pins.get(who) is Role.LEAD]
    elif crowd := pinned_too_many(facts, authority):
        leads = [who for who in leads if who in crowd] or leads
    return [who for who in leads if pins.get(who, Role.LEAD) is not Role.MEMBER]


def _forces(facts: Facts) -> Arrays:
    forces = list(facts.in_force)
    rooms = [ForceRoom(facts, force) for force in forces]
    tight = [at for at, room in enumerate(rooms) if room.is_tight]
    longest = max((rooms[at].gap for at in tight), default=0)
    fits = np.zeros((len(tight), facts.weeks + 1 + longest, facts.weeks + 1), np.int32)
    for row, at in enumerate(tight):
        table = rooms[at].fitting()
        fits[row, : len(table)] = table
    changes = max(len(room.since) for room in rooms)
    since = np.full((len(rooms), changes), NEVER, np.int32)
    for at, room in enumerate(rooms):
        since[at, : len(room.since)] = room.since
    return {
        "force_of": _array([forces.index(force) for force in facts.force_of]),
        "members": _array([len(facts.in_force[force]) for force in forces]),
        "gap": _array([room.gap for room in rooms]),
        "even": _array([room.even for room in rooms]),
        "since": since,
        "tight": _array([tight.index(at) if at in tight else -1 for at in range(len(rooms))]),
        "fits": fits,
    }


def _calendar(facts: Facts) -> Arrays:
    programme, years, months = facts.programme, YearQuota(facts), MonthLevel(facts)
    goals, concurrency = programme.goals, programme.policy.concurrency
    starts = [year.start for year in programme.calendar.years]
    return {
        "year_of": _array(years.year_of),
        "month_of": _array(months.month_of),
        "year_least": _array(years.least),
        "year_most": _array(years.most),
        "year_start": _array([*starts, facts.weeks]),
        "numbers": _array(
            [
                OFSTED,
                HMIC,
                concurrency.starts_per_week,
                concurrency.running_per_week,
                months.level,
                goals.team,
                goals.spacing,
                goals.fairness,
                goals.level,
            ]
        ),
    }


def _array(values: object) -> Array:
    return np.ascontiguousarray(np.array(values), np.int32)


def _padded(rows: Sequence[Iterable[int]], width: int | None = None) -> Array:
    """Rows of different lengths as one array, each ended by at least one -1."""
    lists = [list(row) for row in rows]
    columns = max((len(row) for row in lists), default=0) if width is None else width
    table = np.full((len(lists), columns + 1), -1, np.int32)
    for at, row in enumerate(lists):
        table[at, : len(row)] = row
    return table
