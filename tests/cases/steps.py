"""Steps from one rota to another: an inspection moved, somebody swapped, added or left out."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from random import Random
from typing import TypeVar

from models.deployment import Deployment, Role
from models.inspection import Inspection, Review
from models.inspector import Inspector
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from tests.cases.draws import place
from tests.cases.programmes import monday
from tests.cases.rotas import deployment, rebuilt

Thing = TypeVar("Thing")
Steps = Iterator[Rota]
#: Every way of taking one kind of step from a rota, in a random order.
Aim = Callable[[Programme, Rota, Random], Steps]


def moves(programme: Programme, rota: Rota, random: Random) -> Steps:
    """One inspection in another week of the programme."""
    weeks = range(programme.weeks - 1)
    pairs = [(each, week) for each in rota.inspections for week in weeks]
    for each, week in _shuffled(pairs, random):
        if each.start != monday(week):
            yield _with_inspection(rota, each, each.model_copy(update={"start": monday(week)}))


def moves_to(weeks_for: Callable[[Programme, Rota, Inspection], Collection[int]]) -> Aim:
    """One inspection in one of the weeks that ``weeks_for`` names, by people likely to be free."""

    def steps(programme: Programme, rota: Rota, random: Random) -> Steps:
        pairs = [
            (each, week)
            for each in rota.inspections
            for week in weeks_for(programme, rota, each)
            if 0 <= week < programme.weeks - 1 and each.start != monday(week)
        ]
        for each, week in _shuffled(pairs, random):
            yield _with_inspection(rota, each, each.model_copy(update={"start": monday(week)}))
            without = rebuilt(
                rota,
                inspections=[row for row in rota.inspections if row is not each],
                deployments=[row for row in rota.deployments if row.la_code != each.la_code],
            )
            for _ in range(3):
                yield place(programme, without, each.la_code, week, random)

    return steps


def weeks_near_others(programme: Programme, rota: Rota, inspection: Inspection) -> set[int]:
    """The open weeks up to one from a start in another force."""
    la_code = inspection.la_code
    inside = programme.authorities_in[programme.authority_of[la_code].police_force_code]
    others = {_week(programme, rota, code) for code in rota.inspection_of if code not in inside}
    near = {week + apart for week in others for apart in (-1, 0, 1)}
    return near & set(programme.open_starts[la_code])


def weeks_near_the_force(programme: Programme, rota: Rota, inspection: Inspection) -> set[int]:
    """The weeks up to three from another start in the same force."""
    force = programme.authority_of[inspection.la_code].police_force_code
    inside = set(programme.authorities_in[force]) - {inspection.la_code}
    return {_week(programme, rota, code) + off for code in inside for off in range(-3, 4)}


def weeks_of_another_year(
    programme: Programme, rota: Rota, inspection: Inspection
) -> Collection[int]:
    year = _week(programme, rota, inspection.la_code) // 52
    return [week for week in programme.open_starts[inspection.la_code] if week // 52 != year]


def shut_weeks(programme: Programme, rota: Rota, inspection: Inspection) -> Collection[int]:
    return set(range(programme.weeks)) - set(programme.open_starts[inspection.la_code])


def swaps_for(fits: Callable[[Programme, Rota, str, Inspector], bool]) -> Aim:
    """Somebody whom ``fits`` picks in the place and role of one of the same inspectorate."""

    def steps(programme: Programme, rota: Rota, random: Random) -> Steps:
        pairs = [
            (row, other)
            for row in rota.deployments
            for other in programme.inspectors_from[_body(programme, row)]
            if other.inspector_id not in _ids(rota, row.la_code)
            and fits(programme, rota, row.la_code, other)
        ]
        for row, other in _shuffled(pairs, random):
            new = row.model_copy(update={"inspector_id": other.inspector_id})
            yield _with_deployments(rota, row, new)

    return steps


def _anybody(programme: Programme, rota: Rota, la_code: str, other: Inspector) -> bool:
    return True


def is_absent_near(programme: Programme, rota: Rota, la_code: str, other: Inspector) -> bool:
    week = _week(programme, rota, la_code)
    return bool(programme.absent_weeks_of[other.inspector_id] & set(range(week - 1, week + 4)))


def is_busy_near(programme: Programme, rota: Rota, la_code: str, other: Inspector) -> bool:
    week = _week(programme, rota, la_code)
    held = rota.deployments_of.get(other.inspector_id, ())
    return any(abs(_week(programme, rota, row.la_code) - week) < 6 for row in held)


def has_conflict(programme: Programme, rota: Rota, la_code: str, other: Inspector) -> bool:
    return la_code in programme.conflicts_of[other.inspector_id]


def is_seconded(programme: Programme, rota: Rota, la_code: str, other: Inspector) -> bool:
    return other.is_seconded


def is_at_the_ceiling(programme: Programme, rota: Rota, la_code: str, other: Inspector) -> bool:
    held = rota.deployments_of.get(other.inspector_id, ())
    return len(held) >= programme.ceiling(other.inspector_id)


swaps = swaps_for(_anybody)


def _drops(programme: Programme, rota: Rota, random: Random) -> Steps:
    """One member fewer."""
    for row in _shuffled(rota.deployments, random):
        if row.role is not Role.LEAD:
            yield _with_deployments(rota, row)


def _adds(programme: Programme, rota: Rota, random: Random) -> Steps:
    """One member more, of an inspectorate that comes to the authority."""
    for la_code, other in _newcomers(programme, rota, random):
        if other.inspectorate in programme.bodies_at(la_code):
            yield _with_deployments(rota, None, deployment(la_code, other.inspector_id))


def drops_and_adds(programme: Programme, rota: Rota, random: Random) -> Steps:
    both = (_drops, _adds)
    first, second = random.sample(both, 2)
    yield from _in_turn(first(programme, rota, random), second(programme, rota, random))


def one_or_two_more(programme: Programme, rota: Rota, random: Random) -> Steps:
    """One or two members more in one team: days owed that may find no room."""
    for step in _adds(programme, rota, random):
        yield step
        (added,) = set(step.deployments) - set(rota.deployments)
        for further in islice(_adds(programme, step, random), 8):
            if further.deployments[-1].la_code == added.la_code:
                yield further


def strangers(programme: Programme, rota: Rota, random: Random) -> Steps:
    """One member of an inspectorate to which the phase table gives no week.

    HMCPSI's are left aside: they stand in no draft.
    """
    for la_code, other in _newcomers(programme, rota, random):
        body = other.inspectorate
        if not programme.policy.phase(body) and body is not Inspectorate.HMCPSI:
            yield _with_deployments(rota, None, deployment(la_code, other.inspector_id))


def other_leads(programme: Programme, rota: Rota, random: Random) -> Steps:
    """The lead's part to another of the team, to somebody else of Ofsted, or to nobody."""
    leads = [row for row in rota.deployments if row.role is Role.LEAD]
    for lead in _shuffled(leads, random):
        member = lead.model_copy(update={"role": Role.MEMBER})
        nobody = _with_deployments(rota, lead, member)
        for row in _shuffled(rota.team_of[lead.la_code], random):
            if row is not lead:
                yield _with_deployments(nobody, row, row.model_copy(update={"role": Role.LEAD}))
        yield nobody
    for step in swaps(programme, rota, random):
        if any(row.role is Role.LEAD for row in set(step.deployments) - set(rota.deployments)):
            yield step


def unpinned(programme: Programme, rota: Rota, random: Random) -> Steps:
    """A pinned slot moved, a pinned inspector swapped or in another role."""
    pinned = {pin.la_code for pin in programme.pins}
    if not pinned:
        return
    steps = (moves, swaps, other_leads)
    for step in _in_turn(*(each(programme, rota, random) for each in steps)):
        places = {row.la_code for row in set(step.deployments) - set(rota.deployments)}
        places |= {row.la_code for row in set(step.inspections) - set(rota.inspections)}
        if places & pinned:
            yield step


def other_ends(programme: Programme, rota: Rota, random: Random) -> Steps:
    """A stated end on another day than week two's Friday."""
    for each in _shuffled(rota.inspections, random):
        days = random.choice([4, 10, 12, 18])
        end = each.start + timedelta(days=days)
        yield _with_inspection(rota, each, each.model_copy(update={"end": end}))


def other_reviews(programme: Programme, rota: Rota, random: Random) -> Steps:
    """A stated review, right or wrong."""
    for each in _shuffled(rota.inspections, random):
        for review in _shuffled(tuple(Review), random):
            stated = each.model_copy(update={"force_wide_review": review})
            yield _with_inspection(rota, each, stated)


def _shuffled(things: Sequence[Thing], random: Random) -> list[Thing]:
    return random.sample(things, len(things))


def _in_turn(*steps: Steps) -> Steps:
    """The steps of several, one of each by turns, until all have ended."""
    waiting = list(steps)
    while waiting:
        for each in list(waiting):
            step = next(each, None)
            if step is None:
                waiting.remove(each)
            else:
                yield step


def _newcomers(programme: Programme, rota: Rota, random: Random) -> Iterator[tuple[str, Inspector]]:
    pairs = [(code, other) for code in rota.inspection_of for other in programme.inspectors]
    for la_code, other in _shuffled(pairs, random):
        if other.inspector_id not in _ids(rota, la_code):
            yield la_code, other


def _ids(rota: Rota, la_code: str) -> set[str]:
    return {row.inspector_id for row in rota.team_of.get(la_code, ())}


def _week(programme: Programme, rota: Rota, la_code: str) -> int:
    return programme.calendar.week_of(rota.inspection_of[la_code].start)


def _body(programme: Programme, row: Deployment) -> Inspectorate:
    return programme.inspector_of[row.inspector_id].inspectorate


def _with_inspection(rota: Rota, old: Inspection, new: Inspection) -> Rota:
    rows = tuple(new if row is old else row for row in rota.inspections)
    return rebuilt(rota, inspections=rows)


def _with_deployments(rota: Rota, old: Deployment | None, *new: Deployment) -> Rota:
    rows = tuple(row for row in rota.deployments if row is not old)
    return rebuilt(rota, deployments=(*rows, *new))
