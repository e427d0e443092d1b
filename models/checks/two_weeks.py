"""R2: an inspection is its start week and the next, nothing outside them."""

from collections.abc import Iterator
from datetime import date

from models.attendance import Attendance
from models.breach import Breach, Subject
from models.counting.days import friday_after, monday_of, week_number, weeks_after, working_days
from models.inspection import Inspection
from models.programme import Programme
from models.rota import Rota
from models.rulebook.slots import TWO_WEEKS
from models.saying import say_authority, say_day, say_inspector


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each stated end, day on site or deployment outside an inspection's weeks (§23, §37)."""
    for inspection in rota.inspections:
        yield from _stated_end(programme, inspection)
    for la_code, rows in rota.attendance_at.items():
        yield from _days_outside(programme, rota.inspection_of.get(la_code), rows)
    for deployment in rota.deployments:
        if deployment.la_code not in rota.inspection_of:
            part = f"deployed as {deployment.role.value}"
            yield _nowhere(programme, deployment.la_code, deployment.inspector_id, part)


def _stated_end(programme: Programme, inspection: Inspection) -> Iterator[Breach]:
    end = friday_after(inspection.start, 1)
    if inspection.end is not None and inspection.end != end:
        yield TWO_WEEKS.breach(
            "stated",
            Subject(
                (inspection.la_code,),
                weeks=(week_number(programme, inspection.start),),
                last_day=end,
            ),
            amount=abs((inspection.end - end).days),
            column="the end",
            whose=f"the inspection of {say_authority(programme, inspection.la_code)}, "
            f"from {say_day(inspection.start)},",
            stated=say_day(inspection.end),
            counted=say_day(end),
        )


def _days_outside(
    programme: Programme, inspection: Inspection | None, rows: tuple[Attendance, ...]
) -> Iterator[Breach]:
    days = _days_of(programme, inspection) if inspection else set()
    for row in rows:
        if inspection is None:
            part = f"on site on {say_day(row.date)}"
            yield _nowhere(programme, row.la_code, row.inspector_id, part)
        elif row.date not in days:
            week = week_number(programme, row.date)
            yield TWO_WEEKS.breach(
                "outside",
                Subject((row.la_code,), (row.inspector_id,), (week,), row.date),
                inspector=say_inspector(programme, row.inspector_id),
                authority=say_authority(programme, row.la_code),
                day=say_day(row.date),
                monday=say_day(monday_of(inspection.start)),
            )


def _days_of(programme: Programme, inspection: Inspection) -> set[date]:
    monday = monday_of(inspection.start)
    weeks = (working_days(programme, weeks_after(monday, week)) for week in (0, 1))
    return {day for week in weeks for day in week}


def _nowhere(programme: Programme, la_code: str, inspector_id: str, part: str) -> Breach:
    return TWO_WEEKS.breach(
        "nowhere",
        Subject((la_code,), (inspector_id,)),
        inspector=say_inspector(programme, inspector_id),
        authority=say_authority(programme, la_code),
        part=part,
    )
