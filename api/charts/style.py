"""How every chart looks: plain, on white, in a type that is on every machine."""

from typing import Any

from api.charts.palette import BLACK, PALE

LINE_HEIGHT = 20  # pixels for one line of a Gantt chart

_GRID = {"gridcolor": "#d8dadc", "zeroline": False, "automargin": True, "ticklabelstandoff": 4}


def plain_layout() -> dict[str, Any]:
    """The layout that every chart starts from; the page gives the title, as a heading."""
    return {
        "template": "none",
        "font": {"family": "Arial, Liberation Sans, sans-serif", "size": 13, "color": BLACK},
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "margin": {"l": 10, "r": 10, "t": 60, "b": 40},
        "legend": {"orientation": "h", "y": 1, "yref": "container", "yanchor": "top", "x": 0},
        "hoverlabel": {"bgcolor": "white", "bordercolor": BLACK, "font": {"color": BLACK}},
        "xaxis": dict(_GRID),
        "yaxis": dict(_GRID),
        "bargap": 0.2,
        "colorway": [BLACK],
        "modebar": {"color": "#505a5f", "activecolor": BLACK, "bgcolor": PALE},
    }
