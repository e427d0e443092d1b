"""The Gantt chart of forces: when each force is inspected, and when the whole force is reviewed."""

from datetime import date

import plotly.graph_objects as go

from api.charts.bars import Bar, Mark, calendar_chart
from api.charts.palette import BLUE, ORANGE, VERMILION, Look
from api.charts.sheets import Sheets
from models.inspection import Review

KINDS = {
    Review.FIRST: "First inspection: force-wide review",
    Review.CHANGE: "Force-wide review after a change",
    Review.NO: "Inspection without one",
}
_LOOKS = {
    KINDS[Review.FIRST]: Look(VERMILION, ""),
    KINDS[Review.CHANGE]: Look(ORANGE, "x"),
    KINDS[Review.NO]: Look(BLUE, "/"),
}


def gantt_forces(sheets: Sheets) -> go.Figure:
    """One bar for each row of inspections.csv, on the line of its force."""
    force_of = sheets.programme.force_of
    codes = sorted(
        {row["police_force_code"] for row in sheets.inspections},
        key=lambda code: (force_of[code].name, code),
    )
    bars = [
        Bar(
            line=row["police_force_code"],
            key=row["la_code"],
            first=date.fromisoformat(row["start"]),
            last=date.fromisoformat(row["end"]),
            kind=KINDS[Review(row["force_wide_review"])],
            said=row["name"],
        )
        for row in sheets.inspections
    ]
    lines = {code: force_of[code].name for code in codes}
    return calendar_chart(
        sheets.programme, lines, bars, _LOOKS, {"Force-wide review": _marks(bars)}
    )


def _marks(bars: list[Bar]) -> list[Mark]:
    return [
        Mark(bar.line, bar.key, bar.last, bar.said) for bar in bars if bar.kind != KINDS[Review.NO]
    ]
