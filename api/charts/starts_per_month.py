"""Starts in each calendar month, against the even load of goal G6."""

from collections.abc import Mapping
from datetime import date

import plotly.graph_objects as go

from api.charts.palette import BLACK, BLUE
from api.charts.sheets import Sheets
from api.charts.style import plain_layout
from models.programme import Programme


def starts_per_month(sheets: Sheets) -> go.Figure:
    """A bar for each month of the programme; ``customdata`` holds the codes of those that start."""
    programme = sheets.programme
    places = places_by_month(sheets)
    months = [month.isoformat() for month in places]
    figure = go.Figure()
    figure.add_bar(
        name="Starts",
        x=months,
        y=[len(codes) for codes in places.values()],
        customdata=list(places.values()),
        meta={"counts": True},
        marker={"color": BLUE, "line": {"width": 0}},
        hovertemplate="%{x|%B %Y}: %{y} starts<extra></extra>",
    )
    figure.add_scatter(
        name="Most that cost no points",
        x=months,
        y=[even_load(programme) + 1] * len(months),
        mode="lines",
        line={"color": BLACK, "width": 1.5, "dash": "dash"},
        hovertemplate="up to %{y} cost no points<extra></extra>",
    )
    figure.update_layout(plain_layout(), height=340, margin={"t": 40, "b": 40})
    figure.update_xaxes(type="date", tickformat="%b %Y")
    figure.update_yaxes(rangemode="tozero", title="starts")
    return figure


def places_by_month(sheets: Sheets) -> Mapping[date, list[str]]:
    """The authority codes that start in each month, by its first day; none is left out."""
    calendar = sheets.programme.calendar
    mondays = (calendar.monday(week) for week in range(calendar.weeks))
    found: dict[date, list[str]] = {monday.replace(day=1): [] for monday in mondays}
    for row in sheets.inspections:
        found.setdefault(date.fromisoformat(row["start"]).replace(day=1), []).append(row["la_code"])
    return dict(sorted(found.items()))


def even_load(programme: Programme) -> int:
    """Inspections in a month if all months with an open start week had the same, rounded up."""
    months = {programme.calendar.month_of(week) for week in programme.national_open_starts}
    return -(-len(programme.authorities) // len(months)) if months else 0
