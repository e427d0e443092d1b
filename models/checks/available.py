"""R10: a deployed inspector is not absent on any working day of the weeks worked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from models.breach import Breach, Subject
from models.counting.absences import absences_by_inspector, absent_days
from models.counting.busy import worked_days
from models.counting.days import friday_after, week_number, working_days
from models.counting.placements import Placement, teams
from models.inspector import Absence
from models.programme import Programme
from models.rota import Rota
from models.rulebook.people import AVAILABLE
from models.saying import say_authority, say_day, say_inspector, say_number


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each deployment and HMCPSI activity (that week alone) whose inspector is absent.

    The days of a lost inspector whose place was taken are struck, from fieldwork on (Re-plan), but
    nobody is on site on a day of absence. Where nobody took it, or a lead is lost while writing the
    report, that is history once the inspection is under way. Inspectors whom the programme does
    not have are here too.
    """
    absences = absences_by_inspector(programme)
    for team in teams(programme, rota).values():
        for each in team:
            yield from _absent(programme, each, absences)
    yield from _on_site(programme, rota, absences)
    yield from _activities(programme, rota, absences)
    for deployment in rota.deployments:
        part = f"deployed as {deployment.role.value}"
        yield from _unknown(programme, deployment.la_code, deployment.inspector_id, part)
    for activity in rota.cps_activities or ():
        part = "down for the HMCPSI activity"
        yield from _unknown(programme, activity.la_code, activity.inspector_id, part)


def _absent(
    programme: Programme, placement: Placement, absences: Mapping[str, Sequence[Absence]]
) -> Iterator[Breach]:
    own = absences.get(placement.inspector_id)
    if own:
        days = worked_days(programme, placement)
        if placement.replaced:
            days = tuple(day for day in days if day < placement.fieldwork[0])
        absent = absent_days(own, days)
        if absent:
            breach = _breach(programme, placement.la_code, placement.inspector_id, days[0], absent)
            yield breach.model_copy(update={"last_day": _bound_until(placement, absent)})


def _bound_until(placement: Placement, absent: Sequence[date]) -> date:
    """The day after which the days of absence are struck, since nothing else can be done."""
    only_reporting = placement.is_lead and absent[0] > friday_after(placement.fieldwork[-1])
    return placement.monday if placement.struck or only_reporting else absent[-1]


def _activities(
    programme: Programme, rota: Rota, absences: Mapping[str, Sequence[Absence]]
) -> Iterator[Breach]:
    for activity in rota.cps_activities or ():
        own = absences.get(activity.inspector_id, ())
        absent = absent_days(own, working_days(programme, activity.start))
        if absent:
            yield _breach(
                programme, activity.la_code, activity.inspector_id, activity.start, absent
            )


def _breach(
    programme: Programme, la_code: str, inspector_id: str, start: date, absent: Sequence[date]
) -> Breach:
    weeks = dict.fromkeys(week_number(programme, day) for day in absent)
    return AVAILABLE.breach(
        "absent",
        Subject((la_code,), (inspector_id,), tuple(weeks), absent[-1]),
        amount=len(absent),
        figures={"days": len(absent)},
        inspector=say_inspector(programme, inspector_id),
        authority=say_authority(programme, la_code),
        day=say_day(start),
        days_said=say_number(len(absent), "working day"),
        first=say_day(absent[0]),
    )


def _on_site(
    programme: Programme, rota: Rota, absences: Mapping[str, Sequence[Absence]]
) -> Iterator[Breach]:
    """Days on site during an absence of one whose place was taken; others' are said already."""
    replaced = {
        (each.la_code, each.inspector_id)
        for team in teams(programme, rota).values()
        for each in team
        if each.replaced
    }
    for row in rota.attendance or ():
        pair = (row.la_code, row.inspector_id)
        if pair in replaced and absent_days(absences.get(row.inspector_id, ()), [row.date]):
            yield AVAILABLE.breach(
                "on_site",
                Subject(
                    (row.la_code,),
                    (row.inspector_id,),
                    (week_number(programme, row.date),),
                    row.date,
                ),
                inspector=say_inspector(programme, row.inspector_id),
                authority=say_authority(programme, row.la_code),
                day=say_day(row.date),
            )


def _unknown(programme: Programme, la_code: str, inspector_id: str, part: str) -> Iterator[Breach]:
    if inspector_id not in programme.inspector_of:
        yield AVAILABLE.breach(
            "unknown",
            Subject((la_code,), (inspector_id,)),
            inspector=inspector_id,
            authority=say_authority(programme, la_code),
            part=part,
        )
