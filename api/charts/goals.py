"""The goals: the points of each, and the least that each can have where that is known."""

import plotly.graph_objects as go

from api.charts.palette import BLACK, BLUE
from api.charts.sheets import Sheets
from api.charts.style import plain_layout
from models.result import GoalScore
from models.rulebook import GOAL_OF


def goals(sheets: Sheets) -> go.Figure:
    """A bar for each goal in the order of problem.md, and a mark at each bound that is known."""
    scores = sheets.goals.scores
    names = [goal_label(score) for score in scores]
    bounded = [score for score in scores if score.bound is not None]
    figure = go.Figure()
    figure.add_bar(
        name="Points",
        orientation="h",
        y=names,
        x=[score.points for score in scores],
        text=[f"{score.points:,}" for score in scores],
        textposition="auto",
        marker={"color": BLUE},
        hovertemplate="%{y}: %{x:,} points<extra></extra>",
    )
    figure.add_scatter(
        name="Bound: no rota has fewer",
        mode="markers",
        y=[goal_label(score) for score in bounded],
        x=[score.bound for score in bounded],
        marker={"symbol": "line-ns-open", "size": 22, "color": BLACK, "line": {"width": 3}},
        hovertemplate="%{y}: never below %{x:,}<extra></extra>",
    )
    figure.update_layout(plain_layout(), height=40 * len(scores) + 100)
    figure.update_layout(margin={"t": 50 if bounded else 15, "b": 55})
    figure.update_layout(yaxis={"autorange": "reversed", "categoryarray": names})
    figure.update_xaxes(title="points", rangemode="tozero")
    return figure


def goal_label(score: GoalScore) -> str:
    """The goal's id and word: G4 travel."""
    card = GOAL_OF[score.goal]
    return f"{card.id} {card.name}"
