"""Every rota of a tiny programme that agrees with the past, by the checks alone.

What has begun before today stands: its slot, and the parts of the inspectorates whose first week
has begun. Everything else may be anything from today on. The planner has no part in it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product

from models.breach import Breach
from models.checks import CHECKS
from models.counting.concerns import open_mondays
from models.deployment import CpsActivity, Deployment, Role
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from tests.cases.rotas import deployment, inspection, rebuilt
from tests.planner.model.listing import LASTING, NOBODY, OF_ONE, Piece

#: An authority's HMCPSI activity, its Monday and its inspector.
Place = tuple[str, date, str]
#: Those of the lasting rules that can bite where there is but one inspection.
ALONE = tuple(rule for rule in LASTING if rule != "force_spacing")
Pieces = dict[str, Sequence[Piece]]


def pieces_ahead(programme: Programme, baseline: Rota, today: date) -> Pieces:
    """What each authority could get from today on, if it were alone."""
    found: Pieces = {}
    for code in sorted(programme.authority_of):
        found[code] = [
            piece
            for piece in _everything(programme, baseline, code, today)
            if not _is_refused(programme, _with(NOBODY, code, piece), code, today)
        ]
    return found


def rotas_ahead(programme: Programme, pieces: Pieces, today: date) -> Iterator[Rota]:
    """Every rota made of these pieces in which the checks find nothing but history."""
    yield from _grown(programme, NOBODY, sorted(pieces), pieces, today)


def can_follow_up(programme: Programme, rota: Rota, baseline: Rota, today: date) -> bool:
    """Whether every concern can have its HMCPSI activity from today on, those of the past stand."""
    past = sorted(x for x in map(_place, baseline.cps_activities or ()) if x[1] < today)
    people = [each.inspector_id for each in programme.inspectors_from[Inspectorate.HMCPSI]]
    options = [
        [
            (each.la_code, start, who)
            for start in open_mondays(programme, rota, each)
            for who in people
        ]
        for each in programme.cps_concerns
    ]
    for chosen in product(*options):
        if sorted(each for each in chosen if each[1] < today) == past:
            whole = _following_up(rota, chosen)
            if not any(True for rule in CHECKS for _ in _ahead(programme, whole, rule, today)):
                return True
    return False


def _place(activity: CpsActivity) -> Place:
    return activity.la_code, activity.start, activity.inspector_id


def _following_up(rota: Rota, chosen: Sequence[Place]) -> Rota:
    activities = tuple(
        CpsActivity(la_code=code, inspector_id=who, start=start)
        for code, start, who in sorted(chosen)
    )
    return rebuilt(rota, cps_activities=activities)


def is_ahead(programme: Programme, start: date, body: Inspectorate, today: date) -> bool:
    """Whether an inspectorate's part may still change: none of its own weeks has begun."""
    first = programme.policy.phase(body)[0]
    return start >= today or start + timedelta(weeks=first - 1) >= today


def _everything(programme: Programme, baseline: Rota, la_code: str, today: date) -> Iterator[Piece]:
    before = baseline.inspection_of.get(la_code)
    if before is None or before.start >= today:
        monday = programme.calendar.monday
        weeks = [week for week in range(programme.weeks) if monday(week) >= today]
        yield from product(weeks, _teams(programme, la_code, {}))
        return
    stands: dict[Inspectorate, tuple[Deployment, ...]] = {}
    for body in programme.bodies_at(la_code):
        if not is_ahead(programme, before.start, body, today):
            stands[body] = _part_of(programme, baseline, la_code, body)
    week = programme.calendar.week_of(before.start)
    yield from product([week], _teams(programme, la_code, stands))


def _part_of(
    programme: Programme, rota: Rota, la_code: str, body: Inspectorate
) -> tuple[Deployment, ...]:
    return tuple(
        deployment(la_code, each.inspector_id, lead=each.role is Role.LEAD)
        for each in rota.team_of.get(la_code, ())
        if programme.inspector_of[each.inspector_id].inspectorate is body
    )


def _teams(
    programme: Programme, la_code: str, stands: dict[Inspectorate, tuple[Deployment, ...]]
) -> Iterator[tuple[Deployment, ...]]:
    """Teams of every size that R4 could allow, those who stand among them, with every lead."""
    parts = [
        [stands[body]] if body in stands else [*_parts(programme, la_code, body)]
        for body in programme.bodies_at(la_code)
    ]
    for chosen in product(*parts):
        yield tuple(each for part in chosen for each in part)


def _parts(
    programme: Programme, la_code: str, body: Inspectorate
) -> Iterator[tuple[Deployment, ...]]:
    people = [each.inspector_id for each in programme.inspectors_from.get(body, ())]
    least = programme.size_range(la_code, body, review=False).least
    most = programme.size_range(la_code, body, review=True).most
    for size in range(least, most + 1):
        for part in combinations(people, size):
            leads = part if body is Inspectorate.OFSTED else (None,)
            for lead in leads:
                yield tuple(deployment(la_code, each, lead=each == lead) for each in part)


def _grown(
    programme: Programme, rota: Rota, codes: Sequence[str], pieces: Pieces, today: date
) -> Iterator[Rota]:
    if not codes:
        if not any(True for rule in CHECKS for _ in _ahead(programme, rota, rule, today)):
            yield rota
        return
    for piece in pieces[codes[0]]:
        grown = _with(rota, codes[0], piece)
        if len(codes) == 1 or not _is_lost(programme, grown, today):
            yield from _grown(programme, grown, codes[1:], pieces, today)


def _with(rota: Rota, la_code: str, piece: Piece) -> Rota:
    week, team = piece
    return Rota(
        inspections=(*rota.inspections, inspection(la_code, week)),
        deployments=(*rota.deployments, *team),
    )


def _is_refused(programme: Programme, rota: Rota, la_code: str, today: date) -> bool:
    own = (breach for rule in OF_ONE for breach in _ahead(programme, rota, rule, today))
    return any(la_code in breach.la_codes for breach in own) or any(
        True for rule in ALONE for _ in _ahead(programme, rota, rule, today)
    )


def _is_lost(programme: Programme, rota: Rota, today: date) -> bool:
    return any(True for rule in LASTING for _ in _ahead(programme, rota, rule, today))


def _ahead(programme: Programme, rota: Rota, rule: str, today: date) -> Iterator[Breach]:
    """The breaches that are no history."""
    seen = (breach.seen_on(today) for breach in CHECKS[rule](programme, rota))
    return (breach for breach in seen if not breach.history)
