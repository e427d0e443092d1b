"""The picture of totals and bounds over time, for the README."""

from pathlib import Path

import plotly.graph_objects as go
from playwright.sync_api import sync_playwright

from tests.benchmarks.chromium import ARGUMENTS, CHROMIUM
from tests.benchmarks.planning import Runs

WIDTH, HEIGHT = 900, 420


def picture(done: Runs, path: Path) -> None:
    """Draw each seed's longest run on n152: the gap lies between total and bound."""
    longest = max((seconds for name, seconds in done if name == "n152"), default=None)
    if longest is None:
        return
    figure = go.Figure()
    for number, each in enumerate(done["n152", longest]):
        rows = each.curve
        end = [(float(longest), rows[-1][1], rows[-1][2])]
        seconds, totals, bounds = zip(*rows, *end, strict=True)
        shown = {"legendgroup": "total", "showlegend": number == 0, "line_shape": "hv"}
        figure.add_scatter(x=seconds, y=totals, name="best total", line_color="#1d70b8", **shown)
        shown["legendgroup"] = "bound"
        dotted = {"color": "#d4351c", "dash": "dot"}
        figure.add_scatter(x=seconds, y=bounds, name="bound", line=dotted, **shown)
    figure.update_layout(
        template="plotly_white",
        width=WIDTH,
        height=HEIGHT,
        margin={"l": 70, "r": 20, "t": 20, "b": 50},
        xaxis={"title": "seconds since the start of the process", "type": "log"},
        yaxis={"title": "points", "range": [12_500, 19_000]},
        legend={"x": 0.75, "y": 0.95},
    )
    _photograph(figure, path)


def _photograph(figure: go.Figure, path: Path) -> None:
    page_text = figure.to_html(include_plotlyjs=True, config={"staticPlot": True})
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        tab = browser.new_page(viewport={"width": WIDTH + 20, "height": HEIGHT + 20})
        tab.set_content(page_text)
        tab.locator(".js-plotly-plot .main-svg").first.wait_for()
        tab.locator(".js-plotly-plot").screenshot(path=path)
        browser.close()
