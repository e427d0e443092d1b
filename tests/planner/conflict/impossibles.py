"""Ten kinds of impossible programme, made from any that has a rota: what clashes is known."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from models.events import Blackout, BlackoutScope, Pin
from models.inspector import Absence, Conflict
from models.inspectorate import Inspectorate
from models.programme import Programme
from tests.cases.programmes import changed, merged

Made = Callable[[Programme], Programme]


def _policy(programme: Programme, **tables: Mapping[str, Any]) -> Programme:
    return changed(programme, policy=merged(programme.policy.model_dump(), tables))


def _without(programme: Programme, ids: set[str]) -> Programme:
    return changed(
        programme,
        inspectors=tuple(each for each in programme.inspectors if each.inspector_id not in ids),
        absences=tuple(each for each in programme.absences if each.inspector_id not in ids),
        conflicts=tuple(each for each in programme.conflicts if each.inspector_id not in ids),
        pins=tuple(each for each in programme.pins if each.inspector_id not in ids),
    )


def _ids(programme: Programme, body: Inspectorate) -> list[str]:
    return sorted(each.inspector_id for each in programme.inspectors_from[body])


def too_few_cqc(programme: Programme) -> Programme:
    """One inspector of CQC is left for all of England."""
    return _without(programme, set(_ids(programme, Inspectorate.CQC)[1:]))


def too_few_leads(programme: Programme) -> Programme:
    """Two of Ofsted may lead, each for five weeks at a time."""
    leads = [
        each
        for each in _ids(programme, Inspectorate.OFSTED)
        if programme.inspector_of[each].may_lead
    ]
    left = set(leads[:2])
    return changed(
        programme,
        inspectors=tuple(
            each.model_copy(update={"can_lead": each.inspector_id in left})
            for each in programme.inspectors
        ),
    )


def _largest_force(programme: Programme) -> str:
    inside = programme.authorities_in
    return max(sorted(inside), key=lambda force: (len(inside[force]) < 13) * len(inside[force]))


def force_blacked_out(programme: Programme) -> Programme:
    """The largest force of at most twelve authorities is open for six start weeks only."""
    force = _largest_force(programme)
    first, last = (programme.calendar.monday(week) for week in (10, 17))
    spans = [(programme.start, first - timedelta(days=1)), (last, date(2030, 1, 1))]
    return changed(
        programme,
        blackouts=(
            *programme.blackouts,
            *(
                Blackout(
                    scope=BlackoutScope.FORCE, key=force, start=start, end=end, reason="secret"
                )
                for start, end in spans
            ),
        ),
    )


def _open_weeks(programme: Programme, la_code: str) -> list[date]:
    return [programme.calendar.monday(week) for week in programme.open_starts[la_code]]


def pins_too_close(programme: Programme) -> Programme:
    """Two authorities of one force are pinned to starts a week apart."""
    first, second = sorted(programme.authorities_in[_largest_force(programme)])[:2]
    monday = _open_weeks(programme, first)[20]
    pins = (
        Pin(la_code=first, start=monday),
        Pin(la_code=second, start=monday + timedelta(weeks=1)),
    )
    return changed(programme, pins=(*programme.pins, *pins))


def pins_over_starts(programme: Programme) -> Programme:
    """Four authorities of four forces are pinned to one week, which takes three."""
    forces = sorted(programme.authorities_in)[:4]
    codes = [sorted(programme.authorities_in[force])[0] for force in forces]
    monday = _open_weeks(programme, codes[0])[25]
    return changed(
        programme, pins=(*programme.pins, *(Pin(la_code=each, start=monday) for each in codes))
    )


def pin_on_an_absence(programme: Programme) -> Programme:
    """Somebody of CQC is pinned to a start in whose second week he or she is away."""
    code, who = sorted(programme.authority_of)[0], _ids(programme, Inspectorate.CQC)[0]
    monday = _open_weeks(programme, code)[30]
    away = Absence(inspector_id=who, start=monday, end=monday + timedelta(days=18), reason="secret")
    return changed(
        programme,
        absences=(*programme.absences, away),
        pins=(*programme.pins, Pin(la_code=code, start=monday, inspector_id=who)),
    )


def conflicts_with_everybody(programme: Programme) -> Programme:
    """Everybody of CQC has a conflict of interest with one authority."""
    code = sorted(programme.authority_of)[5]
    rows = (
        Conflict(inspector_id=each, la_code=code, reason="secret")
        for each in _ids(programme, Inspectorate.CQC)
    )
    return changed(programme, conflicts=(*programme.conflicts, *rows))


def quota_against_blackout(programme: Programme) -> Programme:
    """The first year must hold a third of the inspections, and has a few open weeks."""
    start = programme.calendar.monday(8)
    blackout = Blackout(
        scope=BlackoutScope.NATIONAL,
        start=start,
        end=programme.calendar.monday(51),
        reason="secret",
    )
    return changed(programme, blackouts=(*programme.blackouts, blackout))


def one_running(programme: Programme) -> Programme:
    """One inspection may be running in a week."""
    return _policy(programme, concurrency={"running_per_week": 1})


def ceiling_too_low(programme: Programme) -> Programme:
    """Everybody may have two deployments a year."""
    return _policy(programme, ceiling={"deployments_per_year": 2})


def hmic_away(programme: Programme) -> Programme:
    """Everybody of HMIC is away for most of the programme."""
    start, end = programme.calendar.monday(12), programme.calendar.monday(programme.weeks + 6)
    away = (
        Absence(inspector_id=each, start=start, end=end, reason="secret")
        for each in _ids(programme, Inspectorate.HMIC)
    )
    return changed(programme, absences=(*programme.absences, *away))


def cqc_away_at_pins(programme: Programme) -> Programme:
    """Three inspections are pinned to one week for which two of CQC are there."""
    forces = sorted(programme.authorities_in)[4:7]
    codes = [sorted(programme.authorities_in[force])[0] for force in forces]
    monday = _open_weeks(programme, codes[0])[40]
    away = (
        Absence(inspector_id=each, start=monday, end=monday + timedelta(days=25), reason="secret")
        for each in _ids(programme, Inspectorate.CQC)[2:]
    )
    return changed(
        programme,
        absences=(*programme.absences, *away),
        pins=(*programme.pins, *(Pin(la_code=each, start=monday) for each in codes)),
    )


KINDS: Mapping[str, Made] = {
    made.__name__: made
    for made in (
        too_few_cqc,
        too_few_leads,
        force_blacked_out,
        pins_too_close,
        pins_over_starts,
        pin_on_an_absence,
        conflicts_with_everybody,
        quota_against_blackout,
        one_running,
        ceiling_too_low,
        hmic_away,
        cqc_away_at_pins,
    )
}
