"""What a Gantt chart of two rotas has over its bars: half bars, arrows and notices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from api.charts.palette import BLACK
from api.charts.words import plain, said_day
from models.saying import say_number

_DAY_IN_MILLISECONDS = 86_400_000
_TO_MIDDLE = timedelta(days=6)
_TO_SECOND_FRIDAY = timedelta(days=11)
#: How far notices stand from the bar, by their place: the nearer and the farther.
_BESIDE = (timedelta(days=6), timedelta(days=20))
_HOVER = "%{customdata[1]}<br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>"
_SYMBOLS = ("diamond", "star-triangle-up", "triangle-down-open", "square-open")


@dataclass(frozen=True)
class Move:
    """A slot that moved, by both its Mondays; ``key`` is that of its bars."""

    line: str
    key: str
    before: date
    after: date


@dataclass(frozen=True)
class Notice:
    """What stands out beside an inspection's two weeks; ``key`` is that of its bar.

    ``place`` 0 is the nearer to the bar and 1 the farther; ``leftwards`` is before it.
    """

    line: str
    key: str
    start: date
    place: int
    said: str
    leftwards: bool = False

    @property
    def when(self) -> date:
        """Where it stands on the calendar."""
        if self.leftwards:
            return self.start - _BESIDE[self.place]
        return self.start + _TO_SECOND_FRIDAY + _BESIDE[self.place]


def halve(figure: go.Figure, upper: Sequence[str], lower: Sequence[str]) -> None:
    """Give the bars of these kinds the upper or the lower half of their line."""
    for kinds, offset in ((upper, -0.42), (lower, 0.07)):
        for kind in kinds:
            figure.update_traces(selector={"name": plain(kind)}, offset=offset, width=0.35)


def add_moves(figure: go.Figure, lines: Mapping[str, str], moves: Sequence[Move]) -> None:
    """Draw an arrow for each slot that moved, from the middle of the old to that of the new."""
    figure.add_bar(
        name="Moved",
        orientation="h",
        y=[move.line for move in moves],
        base=[(min(move.before, move.after) + _TO_MIDDLE).isoformat() for move in moves],
        x=[abs((move.after - move.before).days) * _DAY_IN_MILLISECONDS for move in moves],
        customdata=[[move.key] for move in moves],
        hoverinfo="skip",
        showlegend=False,
        marker={"color": BLACK, "line": {"width": 0}},
        width=0.12,
    )
    for name, symbol, later in (
        ("Moved later", "triangle-right", True),
        ("Moved earlier", "triangle-left", False),
    ):
        heads = [move for move in moves if (move.after > move.before) is later]
        figure.add_trace(
            _marks(
                name,
                {"symbol": symbol, "size": 10},
                [move.line for move in heads],
                [move.after + _TO_MIDDLE for move in heads],
                [_told_move(lines, move) for move in heads],
            )
        )


def _told_move(lines: Mapping[str, str], move: Move) -> list[str]:
    weeks = (move.after - move.before).days // 7
    said = f"moved by {say_number(abs(weeks), 'week')}, {'later' if weeks > 0 else 'earlier'}"
    when = f"from {said_day(move.before)} to {said_day(move.after)}"
    return [move.key, plain(lines[move.line]), said, when]


def add_notices(
    figure: go.Figure, lines: Mapping[str, str], notices: Mapping[str, Sequence[Notice]]
) -> None:
    """Put a mark of its own shape beside the bar for each notice of each kind.

    A page shows the weeks in which there are bars, so each mark has one that nobody sees.
    """
    _keep_room(figure, [each for found in notices.values() for each in found])
    for symbol, (name, here) in zip(_SYMBOLS, notices.items(), strict=False):
        figure.add_trace(
            _marks(
                name,
                {"symbol": symbol, "size": 8},
                [each.line for each in here],
                [each.when for each in here],
                [
                    [each.key, plain(lines[each.line]), plain(each.said), said_day(each.start)]
                    for each in here
                ],
            )
        )


def _keep_room(figure: go.Figure, notices: Sequence[Notice]) -> None:
    figure.add_bar(
        name="Room",
        orientation="h",
        y=[each.line for each in notices],
        base=[each.when.isoformat() for each in notices],
        x=[0 for _ in notices],
        customdata=[[each.key] for each in notices],
        hoverinfo="skip",
        showlegend=False,
        opacity=0,
    )


def _marks(
    name: str,
    marker: Mapping[str, object],
    lines: Sequence[str],
    days: Sequence[date],
    told: Sequence[Sequence[str]],
) -> go.Scatter:
    outline = {"color": BLACK if "open" in str(marker["symbol"]) else "white", "width": 1}
    return go.Scatter(
        name=plain(name),
        mode="markers",
        y=list(lines),
        x=[each.isoformat() for each in days],
        customdata=[list(each) for each in told],
        hovertemplate=_HOVER,
        marker={"color": BLACK, "line": outline, **marker},
    )
