"""The Gantt chart of inspectors: preparation, fieldwork, report writing, rest, leave."""

from collections.abc import Iterable
from datetime import date, timedelta

import plotly.graph_objects as go

from api.charts.bars import Bar, calendar_chart
from api.charts.palette import BLUE, GREEN, GREY, ORANGE, PURPLE, SKY, Look
from api.charts.sheets import Row, Sheets
from models.deployment import Role
from models.inspectorate import Inspectorate
from models.programme import Programme

FIELDWORK, PREPARATION, REPORT = "Fieldwork", "Preparation", "Report writing"
REST, LEAVE, CPS = "Rest", "Leave", "Prosecution Service activity"
_LOOKS = {
    PREPARATION: Look(SKY, "."),
    FIELDWORK: Look(BLUE, ""),
    REPORT: Look(ORANGE, "/"),
    REST: Look(GREEN, "\\"),
    LEAVE: Look(GREY, "x"),
    CPS: Look(PURPLE, "-"),
}
_DAY, _TO_MONDAY = timedelta(days=1), timedelta(days=3)


def gantt_inspectors(sheets: Sheets) -> go.Figure:
    """A bar for each part of each row of roster.csv, and for leave, whose reason is never told."""
    bars = [bar for row in sheets.roster for bar in _parts(row, sheets.programme)]
    bars += leave_bars(sheets.programme)
    return calendar_chart(sheets.programme, _lines(sheets.programme), bars, _LOOKS, {})


def roster_key(row: Row) -> str:
    """What names a row of roster.csv: who is where, from when."""
    return f"{row['inspector_id']} {row['la_code']} {row['start']}"


def _lines(programme: Programme) -> dict[str, str]:
    order = list(Inspectorate)
    people = sorted(
        programme.inspectors, key=lambda each: (order.index(each.inspectorate), each.inspector_id)
    )
    return {each.inspector_id: each.name for each in people}


def _parts(row: Row, programme: Programme) -> Iterable[Bar]:
    for kind, first, last in _spans(row, programme):
        said = f"{kind}: {row['authority']}" + (", lead" if row["role"] == Role.LEAD else "")
        yield Bar(row["inspector_id"], roster_key(row), first, last, kind, said)


def _spans(row: Row, programme: Programme) -> Iterable[tuple[str, date, date]]:
    """The parts of a deployment; none where the rota does not say when it is (R2)."""
    if not (row["start"] and row["busy_from"] and row["busy_to"]):
        return
    start, end, busy_from, busy_to = (
        date.fromisoformat(row[column]) for column in ("start", "end", "busy_from", "busy_to")
    )
    if row["inspectorate"] == Inspectorate.HMCPSI:
        yield CPS, busy_from, busy_to
        return
    if busy_from < start:
        yield PREPARATION, busy_from, start - _TO_MONDAY
    if row["on_site_from"]:
        on_site_from, on_site_to = row["on_site_from"], row["on_site_to"]
        yield FIELDWORK, date.fromisoformat(on_site_from), date.fromisoformat(on_site_to)
    if row["role"] == Role.LEAD and busy_to > end:
        yield REPORT, end + _TO_MONDAY, busy_to
    elif row["role"] != Role.LEAD and programme.policy.busy.rest_weeks:
        yield REST, busy_to - timedelta(days=7 * programme.policy.busy.rest_weeks - 3), busy_to


def leave_bars(programme: Programme) -> list[Bar]:
    """Leave inside the programme; whoever leaves or joins is away until its end or start."""
    calendar = programme.calendar
    first, last = calendar.monday(0), calendar.monday(calendar.weeks) - _DAY
    return [
        Bar(each.inspector_id, "", max(each.start, first), min(each.end, last), LEAVE, LEAVE)
        for each in programme.absences
        if each.start <= last and each.end >= first
    ]
