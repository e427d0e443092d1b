"""The best total known over the run that made the rota, and the bound known then."""

import plotly.graph_objects as go

from api.charts.palette import BLUE, VERMILION
from api.charts.sheets import Sheets
from api.charts.style import plain_layout


def curve(sheets: Sheets) -> go.Figure:
    """Totals that fall and bounds that rise over seconds; empty where no run is known."""
    points = sheets.curve
    bounded = [point for point in points if point.bound is not None]
    figure = go.Figure()
    figure.add_scatter(
        name="Best total so far",
        x=[point.seconds for point in points],
        y=[point.total for point in points],
        mode="lines+markers",
        line={"color": BLUE, "shape": "hv"},
        marker={"size": 4},
        hovertemplate="%{x:.1f} s: %{y:,} points<extra></extra>",
    )
    figure.add_scatter(
        name="Bound: no rota has fewer",
        x=[point.seconds for point in bounded],
        y=[point.bound for point in bounded],
        mode="lines",
        line={"color": VERMILION, "dash": "dash", "shape": "hv"},
        hovertemplate="%{x:.1f} s: never below %{y:,}<extra></extra>",
    )
    figure.update_layout(plain_layout(), height=320, margin={"t": 40, "b": 55})
    figure.update_xaxes(title="seconds since the start", rangemode="tozero")
    figure.update_yaxes(title="points")
    return figure
