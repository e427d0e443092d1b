"""The Gantt chart of authorities: each inspection's two weeks, phase by phase."""

from collections.abc import Iterable
from datetime import date, timedelta

import plotly.graph_objects as go

from api.charts.bars import Bar, Mark, calendar_chart
from api.charts.palette import PHASE_LOOKS, Look
from api.charts.sheets import Row, Sheets
from models.inspectorate import ON_SITE, Inspectorate
from models.policy import Policy

FIRST, CHANGE = "Force-wide review, first", "Force-wide review, after a change"


def gantt_authorities(sheets: Sheets) -> go.Figure:
    """Two bars for each row of inspections.csv, one a week; a mark where it reviews the force."""
    lines = {row["la_code"]: row["name"] for row in sheets.inspections}
    policy = sheets.programme.policy
    return calendar_chart(
        sheets.programme,
        lines,
        [bar for row in sheets.inspections for bar in _phases(row, policy)],
        _looks(policy),
        {FIRST: _marks(sheets, "first"), CHANGE: _marks(sheets, "change")},
    )


def _phases(row: Row, policy: Policy) -> Iterable[Bar]:
    start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
    spans = {1: (start, start + timedelta(days=4)), 2: (end - timedelta(days=4), end)}
    for week, (first, last) in spans.items():
        prisons = _with_prisons(policy, week) and int(row["hmi_prisons"] or 0) > 0
        team = [
            f"{body.title} {row[body.value]}"
            for body in ON_SITE
            if week in policy.phase(body) and row[body.value] not in ("", "0")
        ]
        said = ", ".join(team)
        kind = phase_name(policy, week, prisons=prisons)
        yield Bar(row["la_code"], row["la_code"], first, last, kind, said)


def phase_name(policy: Policy, week: int, *, prisons: bool) -> str:
    """A week of the inspection with the inspectorates that are on site in it."""
    here = [body for body in ON_SITE if week in policy.phase(body)]
    bodies = [body.title for body in here if prisons or body is not Inspectorate.HMI_PRISONS]
    return f"Week {('one', 'two')[week - 1]}: {', '.join(bodies) or 'nobody'}"


def _with_prisons(policy: Policy, week: int) -> bool:
    return week in policy.phase(Inspectorate.HMI_PRISONS)


def _looks(policy: Policy) -> dict[str, Look]:
    return {
        phase_name(policy, week, prisons=prisons): look
        for (week, prisons), look in PHASE_LOOKS.items()
        if not prisons or _with_prisons(policy, week)
    }


def _marks(sheets: Sheets, why: str) -> list[Mark]:
    return [
        Mark(row["la_code"], row["la_code"], date.fromisoformat(row["end"]), "force-wide review")
        for row in sheets.inspections
        if row["force_wide_review"] == why
    ]
