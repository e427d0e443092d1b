"""Pictures of charts: png by kaleido (extra ``image``), which has the machine's Chromium draw."""

import os
import shutil
from importlib.util import find_spec

import plotly.graph_objects as go

from api.errors import Refusal

#: A3 and A4, landscape, in pixels of 1/96 inch.
A3, A4 = (1587, 1123), (1123, 794)
#: Dots for each of those pixels: 2 are 192 dots to the inch, which print well.
SCALE = 2

#: Names under which the browsers that kaleido can use are installed.
_BROWSERS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
)  # fmt: skip


def png(figure: go.Figure, width: int, height: int) -> bytes:
    """The figure as a PNG of ``width`` by ``height`` pixels of 1/96 inch, drawn at twice that.

    Raises ``Refusal`` where kaleido or a browser is missing, saying what to install.
    """
    _refuse_where_missing()
    picture: bytes = figure.to_image(format="png", width=width, height=height, scale=SCALE)
    return picture


def _refuse_where_missing() -> None:
    if find_spec("kaleido") is None:
        raise Refusal(
            ["pictures need kaleido: install rota-planner with its extra, rota-planner[image]"]
        )
    if _browser() is None:
        raise Refusal(
            ["pictures need Chromium or Chrome: install it, Debian's package chromium say"]
        )


def _browser() -> str | None:
    asked = os.environ.get("BROWSER_PATH")
    if asked:
        return shutil.which(asked)
    return next((path for path in map(shutil.which, _BROWSERS) if path), None)
