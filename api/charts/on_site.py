"""People on site in each week, inspectorate by inspectorate, against those there are."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from api.charts.palette import BLACK, INSPECTORATE_LOOKS
from api.charts.sheets import Sheets
from api.charts.style import plain_layout
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme

_PANEL_HEIGHT = 120  # pixels
_HOVER = "Week of %{x|%-d %b %Y}: %{y} "

PlacesByWeek = Mapping[int, tuple[str, ...]]


def on_site(sheets: Sheets) -> go.Figure:
    """A panel for each inspectorate that takes part: bars of people on site, a line of those there.

    A bar's ``customdata`` holds the authority code of each person on site, once a person.
    """
    programme = sheets.programme
    bodies = taking_part(programme)
    figure = make_subplots(
        rows=len(bodies),
        shared_xaxes=True,
        vertical_spacing=0.04,
        subplot_titles=[body.title for body in bodies],
    )
    places = places_by_week(sheets)
    for row, body in enumerate(bodies, start=1):
        figure.add_trace(_on_site_bars(programme, body, places[body]), row=row, col=1)
        figure.add_trace(_there_line(programme, body), row=row, col=1)
    figure.update_layout(plain_layout(), height=_PANEL_HEIGHT * len(bodies) + 120, bargap=0)
    figure.update_yaxes(rangemode="tozero", gridcolor="#d8dadc", nticks=4, automargin=True)
    figure.update_xaxes(type="date")
    return figure


def taking_part(programme: Programme) -> list[Inspectorate]:
    """The inspectorates to which the phase table gives a week."""
    return [body for body in ON_SITE if programme.policy.phase(body)]


def places_by_week(sheets: Sheets) -> Mapping[Inspectorate, PlacesByWeek]:
    """Of each inspectorate and week, the authority of each person on site in it."""
    calendar = sheets.programme.calendar
    here: dict[Inspectorate, dict[int, list[str]]] = {body: defaultdict(list) for body in ON_SITE}
    for row in sheets.roster:
        body = Inspectorate(row["inspectorate"])
        if not row["start"]:
            continue  # deployed where nothing is inspected: a breach, and no week to count it in
        for phase in sheets.programme.policy.phase(body):
            week = calendar.week_of(date.fromisoformat(row["start"])) + phase - 1
            here[body][week].append(row["la_code"])
    return {
        body: {week: tuple(codes) for week, codes in weeks.items()} for body, weeks in here.items()
    }


def people_there(programme: Programme, body: Inspectorate, week: int) -> int:
    """How many inspectors of ``body`` are absent on no working day of ``week``."""
    absent = programme.absent_weeks_of
    return sum(week not in absent[each.inspector_id] for each in programme.inspectors_from[body])


def _mondays(programme: Programme) -> list[str]:
    return [programme.calendar.monday(week).isoformat() for week in range(programme.weeks)]


def _on_site_bars(programme: Programme, body: Inspectorate, places: PlacesByWeek) -> go.Bar:
    here = [list(places.get(week, ())) for week in range(programme.weeks)]
    look = INSPECTORATE_LOOKS[body]
    return go.Bar(
        name="On site",
        x=_mondays(programme),
        y=[len(codes) for codes in here],
        customdata=here,
        meta={"body": body.value, "counts": True},
        hovertemplate=_HOVER + "on site<extra></extra>",
        marker={"color": look.colour, "line": {"width": 0}},
        showlegend=False,
    )


def _there_line(programme: Programme, body: Inspectorate) -> go.Scatter:
    return go.Scatter(
        name="There are (nobody on leave counted)",
        x=_mondays(programme),
        y=[people_there(programme, body, week) for week in range(programme.weeks)],
        mode="lines",
        line={"color": BLACK, "width": 1.5, "shape": "hv"},
        meta={"body": body.value},
        hovertemplate=_HOVER + "there are<extra></extra>",
        showlegend=False,
    )
