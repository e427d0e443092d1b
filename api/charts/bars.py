"""Bars on a calendar: one line for each thing, one bar for each span of its days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from api.charts.palette import PALE, Look
from api.charts.style import LINE_HEIGHT, plain_layout
from api.charts.words import plain, said_day, said_span
from models.calendar import Calendar
from models.programme import Programme

_DAY_IN_MILLISECONDS = 86_400_000
_BESIDE = timedelta(days=4)
_HOVER = "%{customdata[1]}<br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>"


@dataclass(frozen=True)
class Bar:
    """One span of days, both ends included, on one line.

    ``key`` names the row of the file that it equals ("" for a bar of no such row); ``said`` is
    what it tells beside its line and its dates. ``said`` may hold what people typed.
    """

    line: str
    key: str
    first: date
    last: date
    kind: str
    said: str


@dataclass(frozen=True)
class Mark:
    """What stands out beside a bar's end, where it hides none of it; ``key`` is the bar's."""

    line: str
    key: str
    end: date
    said: str


def calendar_chart(
    programme: Programme,
    lines: Mapping[str, str],
    bars: Sequence[Bar],
    looks: Mapping[str, Look],
    marks: Mapping[str, Sequence[Mark]],
) -> go.Figure:
    """A Gantt chart: ``lines`` gives each line's label by its code, from the top.

    ``looks`` gives each kind of bar its look and its place in the legend. The first
    of the ``customdata`` of every bar and mark is its key, by which a page leaves out those whose
    row is filtered away.
    """
    figure = go.Figure()
    figure.add_traces(list(_bar_traces(lines, bars, looks)))
    for symbol, (name, marked) in zip(_SYMBOLS, marks.items(), strict=False):
        figure.add_trace(_mark_trace(lines, symbol, name, marked))
    figure.update_layout(plain_layout())
    figure.update_layout(
        barmode="overlay",
        height=LINE_HEIGHT * len(lines) + 70,
        margin={"l": 10, "r": 10, "t": 60, "b": 10},
        xaxis={"type": "date", "range": _whole_span(programme.calendar), "side": "top"},
        yaxis=_line_axis(lines),
        shapes=list(_shut_shapes(programme)),
    )
    return figure


_SYMBOLS = ("diamond", "star-triangle-up", "square")


def _bar_traces(
    lines: Mapping[str, str], bars: Sequence[Bar], looks: Mapping[str, Look]
) -> Iterable[go.Bar]:
    for kind, look in looks.items():
        mine = [bar for bar in bars if bar.kind == kind]
        yield go.Bar(
            name=plain(kind),
            orientation="h",
            y=[bar.line for bar in mine],
            base=[bar.first.isoformat() for bar in mine],
            x=[((bar.last - bar.first).days + 1) * _DAY_IN_MILLISECONDS for bar in mine],
            customdata=[_told(lines, bar, said_span(bar.first, bar.last)) for bar in mine],
            hovertemplate=_HOVER,
            marker=_marker(look),
            width=0.8,
        )


def _marker(look: Look) -> dict[str, Any]:
    pattern = {
        "shape": look.pattern,
        "fillmode": "overlay",
        "fgcolor": "white",
        "size": 4,
        "solidity": 0.35,
    }
    return {"color": look.colour, "pattern": pattern, "line": {"width": 0}}


def _told(lines: Mapping[str, str], thing: Bar | Mark, when: str) -> list[str]:
    return [thing.key, plain(lines[thing.line]), plain(thing.said), when]


def _mark_trace(
    lines: Mapping[str, str], symbol: str, name: str, marks: Sequence[Mark]
) -> go.Scatter:
    return go.Scatter(
        name=plain(name),
        mode="markers",
        y=[mark.line for mark in marks],
        x=[(mark.end + _BESIDE).isoformat() for mark in marks],
        customdata=[_told(lines, mark, "until " + said_day(mark.end)) for mark in marks],
        hovertemplate=_HOVER,
        marker={
            "symbol": symbol,
            "size": 8,
            "color": "#0b0c0c",
            "line": {"color": "white", "width": 1},
        },
    )


def _whole_span(calendar: Calendar) -> list[str]:
    return [calendar.monday(0).isoformat(), calendar.monday(calendar.weeks).isoformat()]


def _line_axis(lines: Mapping[str, str]) -> dict[str, Any]:
    codes = list(lines)
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": codes,
        "range": [len(codes) - 0.5, -0.5],
        "tickmode": "array",
        "tickvals": codes,
        "ticktext": [plain(label) for label in lines.values()],
    }


def _shut_shapes(programme: Programme) -> Iterable[dict[str, Any]]:
    """A pale band over each run of weeks in which nobody may be on site."""
    shut = sorted(programme.national_shut_weeks)
    for _, run in groupby(enumerate(shut), key=lambda pair: pair[1] - pair[0]):
        weeks = [week for _, week in run]
        first = programme.calendar.monday(weeks[0])
        last = programme.calendar.monday(weeks[-1]) + timedelta(days=7)
        yield {
            "type": "rect", "layer": "below", "xref": "x", "yref": "paper", "y0": 0, "y1": 1,
            "x0": first.isoformat(), "x1": last.isoformat(), "fillcolor": PALE,
            "line": {"width": 0},
        }  # fmt: skip
