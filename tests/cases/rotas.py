"""Tiny rotas: slots by week and teams by name, stated as briefly as a rota written by hand."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from models.attendance import Activity, Attendance
from models.deployment import Deployment, Role
from models.inspection import Inspection
from models.inspector import Inspector
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota
from tests.cases.programmes import monday


def make_rota(
    programme: Programme,
    slots: Mapping[str, int],
    teams: Mapping[str, Sequence[str]] | None = None,
    leads: Mapping[str, str] | None = None,
    **stated: Any,
) -> Rota:
    """A rota with only what a rota by hand needs.

    ``slots`` are start weeks by authority. A team that ``teams`` does not name is the first
    inspectors of each inspectorate at the targets, a force-wide review counted; the lead that
    ``leads`` does not name is the first of the team who may lead. ``stated`` are the rota's other
    fields, such as attendance.
    """
    firsts = _firsts(programme, slots)
    deployments: list[Deployment] = []
    for la_code in slots:
        ids = (teams or {}).get(la_code)
        team = target_team(programme, la_code, review=la_code in firsts) if ids is None else ids
        lead = (leads or {}).get(la_code, _first_lead(programme, team))
        deployments += [deployment(la_code, each, lead=each == lead) for each in team]
    return Rota(
        inspections=tuple(inspection(la_code, week) for la_code, week in slots.items()),
        deployments=tuple(deployments),
        **stated,
    )


def inspection(la_code: str, week: int, **stated: Any) -> Inspection:
    """An inspection that starts on a week's Monday."""
    return Inspection(la_code=la_code, start=monday(week), **stated)


def deployment(la_code: str, inspector_id: str, *, lead: bool = False, **stated: Any) -> Deployment:
    """An inspector on an inspection, as lead or member."""
    role = Role.LEAD if lead else Role.MEMBER
    return Deployment(la_code=la_code, inspector_id=inspector_id, role=role, **stated)


def rebuilt(rota: Rota, **fields: Any) -> Rota:
    """The rota with other fields; built anew, so that no look-up is stale."""
    held = {name: getattr(rota, name) for name in Rota.model_fields}
    return Rota.model_validate(held | fields)


def target_team(programme: Programme, la_code: str, *, review: bool) -> tuple[str, ...]:
    """The first inspectors of each inspectorate, as many as the target asks for."""
    team: list[Inspector] = []
    for body in ON_SITE:
        target = programme.size_range(la_code, body, review=review).target
        team += programme.inspectors_from[body][:target]
    return tuple(each.inspector_id for each in team)


def attended(
    programme: Programme, la_code: str, week: int, team: Sequence[str], **days: int
) -> tuple[Attendance, ...]:
    """Rows for a team of at most seven a week: everybody on the last days of each own week.

    ``days`` says how many days each inspectorate's members come; four are the default, three for
    HMI Probation and HMI Prisons. The first of the team leads and comes every working day.
    """
    number = {"hmi_probation": 3, "hmi_prisons": 3} | days
    rows: list[Attendance] = []
    for inspector_id in team:
        body = programme.inspector_of[inspector_id].inspectorate
        for phase in programme.policy.phase(body):
            working = programme.calendar.working_days(week + phase - 1)
            owed = len(working) if inspector_id == team[0] else number.get(body.value, 4)
            for day in working[max(0, len(working) - owed) :]:
                activity = _activity(body, phase, working.index(day) - len(working))
                rows.append(
                    Attendance(
                        date=day, la_code=la_code, inspector_id=inspector_id, activity=activity
                    )
                )
    return tuple(rows)


def moved(row: Attendance, days: int, activity: Activity | None = None) -> Attendance:
    """An attendance so many days later, with another activity where one is given."""
    later = row.date + timedelta(days=days)
    return row.model_copy(update={"date": later, "activity": activity or row.activity})


def _activity(body: Inspectorate, phase: int, from_the_end: int) -> Activity:
    """What is done on a day, -1 being its week's last: HMIC alone is there in week one only."""
    if phase == 2 and from_the_end == -1:
        return Activity.FINAL_FEEDBACK
    feedback = -1 if body is Inspectorate.HMIC else -2
    if body is not Inspectorate.OFSTED and from_the_end == feedback:
        return Activity.AGENCY_FEEDBACK
    return Activity.FIELDWORK


def _first_lead(programme: Programme, team: Sequence[str]) -> str | None:
    known = (programme.inspector_of.get(each) for each in team)
    return next((each.inspector_id for each in known if each and each.may_lead), None)


def _firsts(programme: Programme, slots: Mapping[str, int]) -> set[str]:
    """The first authority of each force by week; changes are for a test to say."""
    in_force: dict[str, list[tuple[int, str]]] = {}
    for la_code, week in slots.items():
        force = programme.authority_of[la_code].police_force_code
        in_force.setdefault(force, []).append((week, la_code))
    return {min(members)[1] for members in in_force.values()}
