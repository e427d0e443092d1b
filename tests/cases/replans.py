"""Changes drawn for a tiny programme and its baseline: what may come in on the day of a re-plan."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from random import Random

from models.changes import Change, ChangeKind
from models.deployment import Role
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota

#: Changes drawn at most; some of them say nothing and are left out.
MOST_CHANGES = 3


def draw_changes(
    random: Random, programme: Programme, baseline: Rota, today: date
) -> tuple[Change, ...]:
    """One to three changes that data.read_changes would take, of any kind that has a subject."""
    kinds = random.choices([*_DRAWS], k=random.randint(1, MOST_CHANGES))
    drawn = (_DRAWS[kind](random, programme, baseline, today) for kind in kinds)
    found = [each for each in drawn if each is not None]
    return tuple(each for each in found if not _contradicts(each, found))


def loses_somebody_under_way(programme: Programme, baseline: Rota, today: date) -> bool:
    """Whether somebody is away, or may not be there, on a day still ahead of what has begun."""
    return any(True for _ in _losses(programme, baseline, today))


def _losses(programme: Programme, baseline: Rota, today: date) -> Iterator[str]:
    for each in baseline.deployments:
        start = baseline.inspection_of[each.la_code].start
        until = start + timedelta(days=13 + 7 * programme.policy.busy.lead_report_weeks)
        if start < today <= until:
            if each.la_code in programme.conflicts_of[each.inspector_id]:
                yield each.inspector_id
            for absence in programme.absences:
                same = absence.inspector_id == each.inspector_id
                if same and absence.end >= today and absence.start <= until:
                    yield each.inspector_id


def _contradicts(change: Change, others: list[Change]) -> bool:
    """Two pins of one authority, or two comings and goings of one person: one is enough."""
    kinds = {ChangeKind.LEAVER, ChangeKind.JOINER, ChangeKind.ABSENCE}
    for other in others[: others.index(change)]:
        pins = change.kind is other.kind is ChangeKind.PIN and change.la_code == other.la_code
        people = {change.kind, other.kind} <= kinds and change.inspector_id == other.inspector_id
        if pins or people:
            return True
    return False


def _day(random: Random, today: date, weeks: int) -> date:
    return today + timedelta(days=random.randrange(-3, 7 * weeks))


def _ahead(programme: Programme, baseline: Rota, today: date) -> list[str]:
    """The authorities that the baseline has and that have not begun."""
    starts = {code: each.start for code, each in baseline.inspection_of.items()}
    return [code for code in sorted(programme.authority_of) if starts.get(code, date.min) >= today]


def _person(random: Random, programme: Programme) -> str:
    people = [each.inspector_id for each in programme.inspectors]
    return random.choice(people)


def _absence(random: Random, programme: Programme, baseline: Rota, today: date) -> Change:
    who, start = _person(random, programme), _day(random, today, 5)
    ahead = [x for x in baseline.deployments if x.busy_from and x.busy_from >= today]
    if ahead and random.random() < 0.6:
        hit = random.choice(ahead)
        who, start = hit.inspector_id, _hit(random, baseline.inspection_of[hit.la_code].start)
    end = start + timedelta(days=random.choice((0, 2, 4, 11)))
    return Change(kind=ChangeKind.ABSENCE, inspector_id=who, start=start, end=end)


def _hit(random: Random, start: date) -> date:
    """A day of an inspection, or of the week in which its lead prepares."""
    return start + timedelta(days=random.randrange(-7, 12))


def _leaver(random: Random, programme: Programme, baseline: Rota, today: date) -> Change:
    who = _person(random, programme)
    return Change(kind=ChangeKind.LEAVER, inspector_id=who, start=_day(random, today, 5))


def _joiner(random: Random, programme: Programme, baseline: Rota, today: date) -> Change | None:
    who, start = _person(random, programme), _day(random, today, 5)
    begun = [baseline.inspection_of[x.la_code].start for x in baseline.deployments_of.get(who, ())]
    if any(each < max(today, start) for each in begun):
        return None
    return Change(kind=ChangeKind.JOINER, inspector_id=who, start=start)


def _deferral(random: Random, programme: Programme, baseline: Rota, today: date) -> Change | None:
    ahead = _ahead(programme, baseline, today)
    if not ahead:
        return None
    code, start = random.choice(ahead), _day(random, today, 3)
    end = start + timedelta(days=random.randrange(13, 28)) if random.random() < 0.3 else None
    return Change(kind=ChangeKind.DEFERRAL, la_code=code, start=start, end=end)


def _blackout(random: Random, programme: Programme, baseline: Rota, today: date) -> Change:
    codes = sorted(programme.authority_of)
    bodies = sorted({each.inspectorate for each in programme.inspectors} - {Inspectorate.HMCPSI})
    scope: Mapping[str, object] = random.choice(
        (
            {},
            {"la_code": random.choice(codes)},
            {"police_force_code": random.choice(sorted(programme.force_of))},
            {"inspectorate": random.choice(bodies)},
        )
    )
    ahead = _ahead(programme, baseline, today)
    start = _day(random, today, 5)
    if ahead and random.random() < 0.5:
        start = _hit(random, baseline.inspection_of[random.choice(ahead)].start)
    end = start + timedelta(days=random.choice((0, 2, 6)))
    return Change(kind=ChangeKind.BLACKOUT, start=start, end=end).model_copy(update=dict(scope))


def _force_change(random: Random, programme: Programme, baseline: Rota, today: date) -> Change:
    force, start = random.choice(sorted(programme.force_of)), _day(random, today, 3)
    return Change(kind=ChangeKind.FORCE_CHANGE, police_force_code=force, start=start)


def _conflict(random: Random, programme: Programme, baseline: Rota, today: date) -> Change:
    who, code = _person(random, programme), random.choice(sorted(programme.authority_of))
    if random.random() < 0.2:
        force = programme.authority_of[code].police_force_code
        return Change(kind=ChangeKind.CONFLICT, inspector_id=who, police_force_code=force)
    return Change(kind=ChangeKind.CONFLICT, inspector_id=who, la_code=code)


def _concern(random: Random, programme: Programme, baseline: Rota, today: date) -> Change | None:
    if not programme.inspectors_from[Inspectorate.HMCPSI]:
        return None
    code, day = random.choice(sorted(programme.authority_of)), _day(random, today, 1)
    return Change(kind=ChangeKind.CPS_CONCERN, la_code=code, start=day)


def _pin(random: Random, programme: Programme, baseline: Rota, today: date) -> Change | None:
    ahead = _ahead(programme, baseline, today)
    if not ahead:
        return None
    code = random.choice(ahead)
    if random.random() < 0.4:
        calendar = programme.calendar
        weeks = [x for x in range(programme.weeks - 1) if calendar.monday(x) >= today]
        start = calendar.monday(random.choice(weeks or [programme.weeks - 1]))
        return Change(kind=ChangeKind.PIN, la_code=code, start=start)
    on_site = [x for x in programme.inspectors if x.inspectorate is not Inspectorate.HMCPSI]
    person = random.choice(on_site)
    roles = (None, Role.MEMBER, Role.LEAD) if person.may_lead else (None, Role.MEMBER)
    role = random.choice(roles)
    return Change(kind=ChangeKind.PIN, la_code=code, inspector_id=person.inspector_id, role=role)


def _unpin(random: Random, programme: Programme, baseline: Rota, today: date) -> Change | None:
    if not programme.pins:
        return None
    pin = random.choice(programme.pins)
    return Change(kind=ChangeKind.UNPIN, la_code=pin.la_code)


def _compromised(
    random: Random, programme: Programme, baseline: Rota, today: date
) -> Change | None:
    ahead = _ahead(programme, baseline, today)
    return Change(kind=ChangeKind.COMPROMISED, la_code=random.choice(ahead)) if ahead else None


_DRAWS: Mapping[ChangeKind, Callable[[Random, Programme, Rota, date], Change | None]] = {
    ChangeKind.ABSENCE: _absence,
    ChangeKind.LEAVER: _leaver,
    ChangeKind.JOINER: _joiner,
    ChangeKind.DEFERRAL: _deferral,
    ChangeKind.BLACKOUT: _blackout,
    ChangeKind.FORCE_CHANGE: _force_change,
    ChangeKind.CONFLICT: _conflict,
    ChangeKind.CPS_CONCERN: _concern,
    ChangeKind.PIN: _pin,
    ChangeKind.UNPIN: _unpin,
    ChangeKind.COMPROMISED: _compromised,
}
