"""The points of each goal, before and after."""

import plotly.graph_objects as go

from api.charts.goals import goal_label
from api.charts.pair import Pair
from api.charts.palette import BLUE, ORANGE, Look
from api.charts.style import plain_layout

_LOOKS = {"Before": Look(ORANGE, "/"), "After": Look(BLUE, "")}


def goals_before_and_after(pair: Pair) -> go.Figure:
    """Two bars for each goal in the order of problem.md, the rota before above."""
    names = [goal_label(score) for score in pair.after.goals.scores]
    figure = go.Figure()
    for (name, look), sheets in zip(_LOOKS.items(), (pair.before, pair.after), strict=True):
        points = [score.points for score in sheets.goals.scores]
        figure.add_bar(
            name=name,
            orientation="h",
            y=names,
            x=points,
            text=[f"{each:,}" for each in points],
            textposition="outside",
            cliponaxis=False,
            marker={
                "color": look.colour,
                "pattern": {"shape": look.pattern, "fillmode": "overlay", "fgcolor": "white"},
            },
            hovertemplate=name + ", %{y}: %{x:,} points<extra></extra>",
        )
    figure.update_layout(plain_layout(), height=55 * len(names) + 110, barmode="group")
    figure.update_layout(margin={"t": 50, "b": 65, "r": 60})
    figure.update_layout(yaxis={"autorange": "reversed", "categoryarray": names})
    figure.update_xaxes(title="points", rangemode="tozero")
    return figure
