"""What "why not there, then?" asks for, tried directly: it alone changes, and all else stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.altered import bare_rota, changed_rota
from models.breach import Breach
from models.deployment import CpsActivity, Deployment, Role
from models.inspectorate import Inspectorate
from models.new_breaches import new, refusing
from models.programme import Programme
from models.rota import Rota
from models.swap import Place, swapped
from planner.concerns import place_concerns


@dataclass(frozen=True)
class Tried:
    """What would break if only what was asked for changed, in whose place (blank: beside all)."""

    breaches: tuple[Breach, ...]
    instead_of: str = ""


def moved(programme: Programme, rota: Rota, la_code: str, start: date, today: date | None) -> Tried:
    """The inspection moved to another week, with its team and all else standing."""
    stands = bare_rota(rota)
    starts = [
        each.model_copy(update={"start": start}) if each.la_code == la_code else each
        for each in stands.inspections
    ]
    activities = rota.cps_activities
    if any(each.la_code == la_code for each in programme.cps_concerns):
        activities = _followed_up(programme, rota, la_code, start)
    elsewhere = changed_rota(stands, inspections=tuple(starts), cps_activities=activities)
    after, before = (refusing(programme, each, today) for each in (elsewhere, stands))
    return Tried(tuple(new(after, before)))


def _followed_up(
    programme: Programme, rota: Rota, la_code: str, start: date
) -> tuple[CpsActivity, ...]:
    """HMCPSI's activities after the move: another week follows from another slot (§33)."""
    week_of = programme.calendar.week_of
    slots = {code: week_of(each.start) for code, each in rota.inspection_of.items()}
    return place_concerns(programme, slots | {la_code: week_of(start)}).activities


def joined(
    programme: Programme, rota: Rota, la_code: str, inspector_id: str, today: date | None
) -> Tried:
    """Somebody on the team, beside all others or in another's place: where fewest rules break."""
    stands = bare_rota(rota)
    before = refusing(programme, stands, today)
    tried = [
        Tried(tuple(new(refusing(programme, each, today), before)), instead_of)
        for instead_of, each in _ways(programme, stands, la_code, inspector_id)
    ]
    # Where HMCPSI follows nothing up there is no place to try: facts forbid it.
    return min(tried, key=lambda each: len(each.breaches), default=Tried(()))


def _ways(
    programme: Programme, rota: Rota, la_code: str, inspector_id: str
) -> Iterator[tuple[str, Rota]]:
    """In each colleague's place, then beside all of them."""
    body = programme.inspector_of[inspector_id].inspectorate
    for each in _colleagues(programme, rota, la_code, body):
        yield each, swapped(programme, rota, Place(la_code, each), inspector_id)
    if body is not Inspectorate.HMCPSI:
        more = Deployment(la_code=la_code, inspector_id=inspector_id, role=Role.MEMBER)
        yield "", changed_rota(rota, deployments=(*rota.deployments, more))


def _colleagues(
    programme: Programme, rota: Rota, la_code: str, body: Inspectorate
) -> Iterator[str]:
    if body is Inspectorate.HMCPSI:
        follows = {row.inspector_id for row in rota.cps_activities or () if row.la_code == la_code}
        yield from sorted(follows)
    for row in rota.team_of.get(la_code, ()):
        if programme.inspector_of[row.inspector_id].inspectorate is body:
            yield row.inspector_id


def absent_everywhere(
    programme: Programme, la_code: str, inspector_id: str, today: date | None
) -> int:
    """In how many open start weeks ahead somebody is absent, if it is in all of them; else 0."""
    weeks = [
        week
        for week in programme.open_starts[la_code]
        if today is None or programme.calendar.monday(week) >= today
    ]
    phase = programme.policy.phase(programme.inspector_of[inspector_id].inspectorate)
    away = programme.absent_weeks_of[inspector_id]
    missed = [week for week in weeks if any(week + each - 1 in away for each in phase)]
    return len(weeks) if len(missed) == len(weeks) else 0
