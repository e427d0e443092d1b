"""R3: an inspectorate is on site only in its weeks."""

from collections.abc import Iterator
from datetime import date

from models.attendance import Activity, Attendance
from models.breach import Breach, Subject
from models.counting.days import friday_after, monday_of, week_number, weeks_after, working_days
from models.counting.placements import Team, teams
from models.deployment import Deployment
from models.geography import great_circle_km, halves_up
from models.inspector import Inspector
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.rulebook.teams import PHASES
from models.saying import say_authority, say_day, say_inspector, say_list


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield whoever is deployed or on site outside the weeks of the own inspectorate (§37-39).

    What the rota states of a deployment (inspectorate, weeks of fieldwork, kilometres) and what
    is done on which day on site, both feedbacks included (§23, §39), are checked here too, and
    that HMCPSI alone does the HMCPSI activities (§33).
    """
    for deployment in rota.deployments:
        inspector = programme.inspector_of.get(deployment.inspector_id)
        if inspector:
            yield from _never_there(programme, rota, deployment, inspector)
            yield from _stated(programme, rota, deployment, inspector)
    yield from _concerns(programme, rota)
    if rota.attendance is not None:
        for la_code, team in teams(programme, rota).items():
            rows = rota.attendance_at.get(la_code, ())
            yield from _days(programme, team, rows)
            if team:
                yield from _final_feedback(programme, la_code, team, rows)
                yield from _activities(programme, la_code, team, rows)


def _last_day(programme: Programme, rota: Rota, la_code: str) -> date | None:
    inspection = rota.inspection_of.get(la_code)
    return friday_after(monday_of(inspection.start), 1) if inspection else None


def _never_there(
    programme: Programme, rota: Rota, deployment: Deployment, inspector: Inspector
) -> Iterator[Breach]:
    if not programme.policy.phase(inspector.inspectorate):
        yield PHASES.breach(
            "never",
            Subject(
                (deployment.la_code,),
                (deployment.inspector_id,),
                last_day=_last_day(programme, rota, deployment.la_code),
            ),
            inspector=say_inspector(programme, deployment.inspector_id),
            body=inspector.inspectorate.title,
            authority=say_authority(programme, deployment.la_code),
        )


def _stated(
    programme: Programme, rota: Rota, deployment: Deployment, inspector: Inspector
) -> Iterator[Breach]:
    body = inspector.inspectorate
    place = programme.authority_of.get(deployment.la_code)
    pairs: list[tuple[str, object, object]] = [
        ("the inspectorate", deployment.inspectorate and deployment.inspectorate.title, body.title),
        (
            "the number of fieldwork weeks",
            deployment.fieldwork_weeks,
            len(programme.policy.phase(body)),
        ),
    ]
    if place:
        here = (inspector.latitude, inspector.longitude)
        km = halves_up(great_circle_km(*here, place.latitude, place.longitude))
        pairs.append(("the distance in km", deployment.km, km))
    for column, stated, counted in pairs:
        if stated is not None and stated != counted:
            yield PHASES.breach(
                "stated",
                Subject(
                    (deployment.la_code,),
                    (deployment.inspector_id,),
                    last_day=_last_day(programme, rota, deployment.la_code),
                ),
                column=column,
                whose=f"{say_inspector(programme, deployment.inspector_id)} in "
                f"{say_authority(programme, deployment.la_code)}",
                stated=str(stated),
                counted=str(counted),
            )


def _concerns(programme: Programme, rota: Rota) -> Iterator[Breach]:
    for activity in rota.cps_activities or ():
        inspector = programme.inspector_of.get(activity.inspector_id)
        if inspector and inspector.inspectorate is not Inspectorate.HMCPSI:
            week = week_number(programme, activity.start)
            last_day = friday_after(activity.start)
            yield PHASES.breach(
                "concern",
                Subject((activity.la_code,), (activity.inspector_id,), (week,), last_day),
                inspector=say_inspector(programme, activity.inspector_id),
                body=inspector.inspectorate.title,
                authority=say_authority(programme, activity.la_code),
            )


def _days(programme: Programme, team: Team, rows: tuple[Attendance, ...]) -> Iterator[Breach]:
    member = {each.inspector_id: each for each in team}
    for row in rows:
        each = member.get(row.inspector_id)
        monday = monday_of(row.date)
        if each and monday not in each.fieldwork:
            phase = (monday - each.monday).days // 7 + 1
            # A day outside both weeks is R2's.
            if phase in (1, 2):
                yield PHASES.breach(
                    "day",
                    _row_subject(programme, row),
                    inspector=say_inspector(programme, row.inspector_id),
                    body=each.body.title,
                    authority=say_authority(programme, row.la_code),
                    day=say_day(row.date),
                    phase=str(phase),
                    phases=say_list(f"week {week}" for week in each.phases),
                )


def _row_subject(programme: Programme, row: Attendance) -> Subject:
    week = week_number(programme, row.date)
    return Subject((row.la_code,), (row.inspector_id,), (week,), row.date)


def _final_feedback(
    programme: Programme, la_code: str, team: Team, rows: tuple[Attendance, ...]
) -> Iterator[Breach]:
    """On week two's last working day the lead and one of each other inspectorate are there."""
    monday = weeks_after(team[0].monday, 1)
    days = working_days(programme, monday)
    if not days:
        return
    there = {row.inspector_id for row in rows if row.date == days[-1]}
    # Whose day is struck cannot come, and is missed only where another could (Re-plan).
    coming = [each for each in team if monday in each.fieldwork and days[-1] not in each.struck]
    subject = Subject((la_code,), weeks=(week_number(programme, monday),), last_day=days[-1])
    authority, day = say_authority(programme, la_code), say_day(days[-1])
    leads = [each for each in coming if each.is_lead]
    if leads and not any(each.inspector_id in there for each in leads):
        yield PHASES.breach("final_lead", subject, authority=authority, day=day)
    bodies = dict.fromkeys(each.body for each in coming)
    for body in bodies:
        present = any(each.inspector_id in there for each in coming if each.body is body)
        if body is not Inspectorate.OFSTED and not present:
            yield PHASES.breach("final", subject, body=body.title, authority=authority, day=day)


def _activities(
    programme: Programme, la_code: str, team: Team, rows: tuple[Attendance, ...]
) -> Iterator[Breach]:
    body_of = {each.inspector_id: each.body for each in team}
    days = working_days(programme, weeks_after(team[0].monday, 1))
    for body in dict.fromkeys(body_of.values()):
        ours = [row for row in rows if body_of.get(row.inspector_id) is body]
        earlier = [row.date for row in ours if not days or row.date < days[-1]]
        agency = max(earlier, default=None) if body is not Inspectorate.OFSTED else None
        for row in ours:
            counted = Activity.FIELDWORK
            if days and row.date == days[-1]:
                counted = Activity.FINAL_FEEDBACK
            elif row.date == agency:
                counted = Activity.AGENCY_FEEDBACK
            if row.activity is not counted:
                yield PHASES.breach(
                    "activity",
                    _row_subject(programme, row),
                    day=say_day(row.date),
                    authority=say_authority(programme, la_code),
                    inspector=say_inspector(programme, row.inspector_id),
                    body=body.title,
                    stated=_say_activity(row.activity),
                    counted=_say_activity(counted),
                )


def _say_activity(activity: Activity) -> str:
    return {
        Activity.FIELDWORK: "fieldwork",
        Activity.AGENCY_FEEDBACK: "agency feedback",
        Activity.FINAL_FEEDBACK: "final feedback",
    }[activity]
