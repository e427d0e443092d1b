"""The chart of capacity: needed days as bars, the days there are as a line, quarter by quarter."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from api.capacity_words import quarter_name, used
from api.charts.palette import BLACK, BLUE, GREEN, GREY, PURPLE, Look
from api.charts.style import plain_layout
from api.charts.words import plain
from models.capacity import Capacity, Group, Room, Stretch
from models.programme import Programme

_PANEL_HEIGHT, _BETWEEN_PANELS = 150, 36  # pixels

_PARTS = {
    "on_site": ("On site", Look(BLUE, "")),
    "beside": ("Other days of the weeks on site", Look(GREY, ".")),
    "lead": ("Preparation and report writing", Look(GREEN, "x")),
    "rest": ("Rest", Look(PURPLE, "/")),
}
_THERE = "Days there are"


def capacity_chart(programme: Programme, found: Capacity) -> go.Figure:
    """A panel for each group: what the target teams need, in parts, under what there is.

    What is tight or short says so above its bar, in a word.
    """
    figure = make_subplots(
        rows=len(found.groups),
        shared_xaxes=True,
        vertical_spacing=_BETWEEN_PANELS / (_PANEL_HEIGHT * len(found.groups)),
        subplot_titles=[group.title for group in found.groups],
    )
    for row, group in enumerate(found.groups, start=1):
        for trace in _panel(programme, group, found.of(group), first=row == 1):
            figure.add_trace(trace, row=row, col=1)
    figure.update_layout(plain_layout(), height=_PANEL_HEIGHT * len(found.groups) + 120)
    figure.update_layout(barmode="stack", bargap=0.35)
    figure.update_yaxes(rangemode="tozero", gridcolor="#d8dadc", nticks=4, automargin=True)
    figure.update_xaxes(type="category", automargin=True)
    return figure


def _panel(
    programme: Programme, group: Group, stretches: Sequence[Stretch], *, first: bool
) -> list[go.Bar | go.Scatter]:
    quarters = [_short_name(each) for each in stretches]
    told = [[quarter_name(programme, each.quarter), used(each)] for each in stretches]
    bars = [
        go.Bar(
            name=plain(name),
            x=quarters,
            y=[round(float(getattr(each.target, part)), 1) for each in stretches],
            customdata=told,
            legendgroup=part,
            showlegend=first,
            hovertemplate="%{customdata[0]}: %{y} days<extra>" + plain(name) + "</extra>",
            marker=_marker(look),
        )
        for part, (name, look) in _PARTS.items()
    ]
    return [*bars, _line(quarters, stretches, told, first=first), _words(quarters, stretches)]


def _short_name(stretch: Stretch) -> str:
    return f"{stretch.quarter.year} Q{stretch.quarter.number}"


def _marker(look: Look) -> dict[str, Any]:
    pattern = {"shape": look.pattern, "fillmode": "overlay", "fgcolor": "white", "size": 5}
    return {"color": look.colour, "pattern": pattern, "line": {"width": 0}}


def _line(
    quarters: Sequence[str], stretches: Sequence[Stretch], told: Sequence[object], *, first: bool
) -> go.Scatter:
    return go.Scatter(
        name=_THERE,
        x=quarters,
        y=[round(float(each.there), 1) for each in stretches],
        customdata=told,
        mode="lines+markers",
        line={"color": BLACK, "width": 1.5, "shape": "hvh"},
        marker={"symbol": "line-ew-open", "size": 12, "color": BLACK},
        legendgroup="there",
        showlegend=first,
        hovertemplate="%{customdata[0]}: %{y} days there, %{customdata[1]} needed<extra></extra>",
    )


def _words(quarters: Sequence[str], stretches: Sequence[Stretch]) -> go.Scatter:
    """Tight or short, in words above the line; blank where there is room."""
    return go.Scatter(
        x=quarters,
        y=[round(float(max(each.there, each.target.total)), 1) for each in stretches],
        text=["" if each.room is Room.ENOUGH else each.room.value for each in stretches],
        mode="text",
        textposition="top center",
        textfont={"color": BLACK, "size": 13},
        cliponaxis=False,
        showlegend=False,
        hoverinfo="skip",
    )
