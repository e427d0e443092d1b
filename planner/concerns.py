"""HMCPSI: each recorded concern about prosecutors gets its week and inspector (§33).

The week lies outside the inspection's two weeks. Availability, one place at a time (that week
alone) and conflicts of interest bind; the ceiling and the goals do not count it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ortools.graph.python import min_cost_flow

from models.deployment import CpsActivity
from models.events import CpsConcern
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.saying import say_authority, say_day

_WEEK_TWO_FRIDAY = 4
#: Tens of kilometres half way round the earth: no way between two places is longer.
_LONGEST_WAY = 2100


@dataclass(frozen=True)
class ConcernPlan:
    """The HMCPSI activities, and one sentence for each concern that has no place."""

    activities: tuple[CpsActivity, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Option:
    """One way to follow up the concern numbered ``concern``: a week and an inspector id."""

    concern: int
    week: int
    inspector_id: str


def place_concerns(
    programme: Programme,
    slots: Mapping[str, int],
    kept: Collection[CpsActivity] = (),
    today: date = date.min,
) -> ConcernPlan:
    """A week and an inspector for as many concerns as can have one at these start weeks.

    Exact: a concern is left out only where no choice places more of them. Then the pinned
    inspectors come (R16), then as many of ``kept`` as can stay (Re-plan), then the earliest
    weeks, then the shortest ways. A week that begins before ``today`` is only for one that is kept.
    """
    concerns = sorted(
        (each for each in programme.cps_concerns if each.la_code in slots),
        key=lambda each: (each.la_code, each.recorded_on, each.description),
    )
    monday = programme.calendar.monday
    held = {(each.la_code, each.start, each.inspector_id) for each in kept}
    options = sorted(
        Option(number, week, inspector_id)
        for number, concern in enumerate(concerns)
        for week, inspector_id in concern_options(programme, concern, slots[concern.la_code])
        if monday(week) >= today or (concern.la_code, monday(week), inspector_id) in held
    )
    options = sorted({*options, *_past(programme, concerns, slots, kept, today)})
    stay = {
        (each.la_code, programme.calendar.week_of(each.start), each.inspector_id) for each in kept
    }
    chosen = _choose(programme, concerns, options, stay)
    placed = {each.concern for each in chosen}
    return ConcernPlan(
        activities=_activities(programme, concerns, chosen),
        sentences=tuple(
            _in_the_way(programme, concern, slots[concern.la_code])
            for number, concern in enumerate(concerns)
            if number not in placed
        ),
    )


def _past(
    programme: Programme,
    concerns: Sequence[CpsConcern],
    slots: Mapping[str, int],
    kept: Collection[CpsActivity],
    today: date,
) -> Iterator[Option]:
    """What was done before today stays, whatever is told of it late."""
    week_of = programme.calendar.week_of
    for number, concern in enumerate(concerns):
        weeks = concern_weeks(programme, concern, slots[concern.la_code])
        for each in kept:
            past = each.start < today and week_of(each.start) in weeks
            if past and each.la_code == concern.la_code:
                yield Option(number, week_of(each.start), each.inspector_id)


def concern_weeks(programme: Programme, concern: CpsConcern, start_week: int) -> tuple[int, ...]:
    """The unclosed weeks in which a concern may be followed up when its inspection starts so.

    Among the policy's number of weeks that begin after the later of the record and the
    inspection's end, beyond the programme if need be.
    """
    calendar = programme.calendar
    end = calendar.weekdays(start_week + 1)[_WEEK_TWO_FRIDAY]
    first = calendar.week_of(max(concern.recorded_on, end)) + 1
    window = range(first, first + programme.policy.cps.within_weeks)
    return tuple(week for week in window if not calendar.is_closed(week))


def concern_options(
    programme: Programme, concern: CpsConcern, start_week: int
) -> Iterator[tuple[int, str]]:
    """The weeks and inspector ids that could follow up a concern, were it the only one."""
    for week in concern_weeks(programme, concern, start_week):
        for inspector in programme.inspectors_from[Inspectorate.HMCPSI]:
            code = inspector.inspector_id
            if concern.la_code not in programme.conflicts_of[code] and not _is_absent(
                programme, code, week
            ):
                yield week, code


def _is_absent(programme: Programme, inspector_id: str, week: int) -> bool:
    # A record may be later than the programme's own look-up of absences reaches.
    days = programme.calendar.working_days(week)
    return any(
        absence.start <= day <= absence.end
        for absence in programme.absences
        if absence.inspector_id == inspector_id
        for day in days
    )


def _choose(
    programme: Programme,
    concerns: Sequence[CpsConcern],
    options: Sequence[Option],
    stay: Collection[tuple[str, int, str]],
) -> tuple[Option, ...]:
    """The cheapest of the largest choices: one a concern, one a person and week.

    A flow from concerns to the weeks of people, which is whole-numbered and exact at any size,
    where a search over the same choices stalls on a hundred concerns in one month.
    """
    if not options:
        return ()
    costs = _costs(programme, concerns, options, stay)
    flow = min_cost_flow.SimpleMinCostFlow()
    places = sorted({(each.inspector_id, each.week) for each in options})
    node_of = {place: len(concerns) + number for number, place in enumerate(places)}
    sink = len(concerns) + len(places)
    arcs = {
        flow.add_arc_with_capacity_and_unit_cost(
            each.concern, node_of[each.inspector_id, each.week], 1, costs[each]
        ): each
        for each in options
    }
    for node in node_of.values():
        flow.add_arc_with_capacity_and_unit_cost(node, sink, 1, 0)
    # One concern left out costs more than all the others together can save.
    dearest = (1 + max(costs.values(), default=0)) * (len(concerns) + 1)
    for number in range(len(concerns)):
        flow.add_arc_with_capacity_and_unit_cost(number, sink, 1, dearest)
        flow.set_node_supply(number, 1)
    flow.set_node_supply(sink, -len(concerns))
    return _solved(flow, arcs)


def _solved(
    flow: min_cost_flow.SimpleMinCostFlow, arcs: Mapping[int, Option]
) -> tuple[Option, ...]:
    if flow.solve() != flow.OPTIMAL:
        raise RuntimeError("leaving every concern out is an answer, yet none was found")
    return tuple(sorted(option for arc, option in arcs.items() if flow.flow(arc)))


def pinned_hmcpsi(programme: Programme) -> frozenset[tuple[str, str]]:
    """The (authority code, inspector id) of every pinned HMCPSI inspector (R16)."""
    hmcpsi = {each.inspector_id for each in programme.inspectors_from[Inspectorate.HMCPSI]}
    return frozenset(
        (pin.la_code, pin.inspector_id) for pin in programme.pins if pin.inspector_id in hmcpsi
    )


def _costs(
    programme: Programme,
    concerns: Sequence[CpsConcern],
    options: Sequence[Option],
    stay: Collection[tuple[str, int, str]],
) -> Mapping[Option, int]:
    """A pinned inspector before all, then what can stay, the earliest weeks, the shortest ways."""
    earliest: dict[int, int] = {}
    for each in options:
        earliest[each.concern] = min(each.week, earliest.get(each.concern, each.week))
    pinned = pinned_hmcpsi(programme)
    moved = programme.policy.cps.within_weeks * (len(concerns) + 1) if stay else 0
    without_pin = (programme.policy.cps.within_weeks + moved) * (len(concerns) + 1)
    costs = {}
    for each in options:
        la_code = concerns[each.concern].la_code
        weeks = each.week - earliest[each.concern]
        if (la_code, each.inspector_id) not in pinned:
            weeks += without_pin
        if (la_code, each.week, each.inspector_id) not in stay:
            weeks += moved
        way = programme.tens_of_km(each.inspector_id, la_code)
        costs[each] = weeks * _LONGEST_WAY * len(concerns) + way
    return costs


def _activities(
    programme: Programme, concerns: Sequence[CpsConcern], chosen: Sequence[Option]
) -> tuple[CpsActivity, ...]:
    monday = programme.calendar.monday
    found = [
        CpsActivity(
            la_code=concerns[each.concern].la_code,
            inspector_id=each.inspector_id,
            start=monday(each.week),
        )
        for each in chosen
    ]
    return tuple(sorted(found, key=lambda each: (each.la_code, each.inspector_id, each.start)))


def _in_the_way(programme: Programme, concern: CpsConcern, start_week: int) -> str:
    """Why a concern has no place at its inspection's start week, with the figures."""
    weeks = concern_weeks(programme, concern, start_week)
    where = say_authority(programme, concern.la_code)
    said = f"{where}: the concern recorded on {say_day(concern.recorded_on)}"
    if not weeks:
        within = programme.policy.cps.within_weeks
        return f"{said} has no week: all {within} in which it may be followed up are closed."
    return (
        f"{said} has no HMCPSI inspector in {_say_weeks(programme, weeks)}: "
        f"{_nobody_free(programme, concern, weeks)}."
    )


def _nobody_free(programme: Programme, concern: CpsConcern, weeks: Sequence[int]) -> str:
    people = [each.inspector_id for each in programme.inspectors_from[Inspectorate.HMCPSI]]
    barred = [each for each in people if concern.la_code in programme.conflicts_of[each]]
    away = [
        each
        for each in people
        if each not in barred and all(_is_absent(programme, each, week) for week in weeks)
    ]
    return (
        f"of {len(people)}, {len(barred)} with a conflict of interest, {len(away)} absent in all "
        f"of them, {len(people) - len(barred) - len(away)} absent or with other concerns in each"
    )


def _say_weeks(programme: Programme, weeks: Sequence[int]) -> str:
    first, last = (say_day(programme.calendar.monday(week)) for week in (weeks[0], weeks[-1]))
    if len(weeks) == 1:
        return f"the week of {first}"
    return f"the {len(weeks)} weeks from that of {first} to that of {last}"
