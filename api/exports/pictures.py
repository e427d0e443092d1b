"""Pictures of charts: png by kaleido (extra ``image``), which has the machine's Chromium draw."""

import json
from importlib.util import find_spec

import plotly.graph_objects as go

from api.errors import Refusal

#: A3 and A4, landscape, in pixels of 1/96 inch.
A3, A4 = (1587, 1123), (1123, 794)

_SCALE = 2  # dots a pixel: 192 to the inch, which print well

NO_KALEIDO = "pictures need kaleido: install rota-planner with its extra, rota-planner[image]"
NO_BROWSER = (
    "pictures need Chromium, Chrome or Edge, and none was found: install one, Debian's package "
    "chromium say, or name its program in BROWSER_PATH"
)


def png(figure: go.Figure, width: int, height: int) -> bytes:
    """The figure as a PNG of ``width`` by ``height`` pixels of 1/96 inch, two dots a pixel.

    The page that draws loads nothing from a network; whatever a browser asks its maker at every
    start (its version, the time) stays the browser's. Raises ``Refusal`` where kaleido or a
    browser is missing, or the browser fails, saying what to do.
    """
    if find_spec("kaleido") is None:
        raise Refusal([NO_KALEIDO])
    import kaleido
    from choreographer.errors import BrowserFailedError, ChromeNotFoundError

    options = {"format": "png", "width": width, "height": height, "scale": _SCALE}
    try:
        picture: bytes = kaleido.calc_fig_sync(
            json.loads(figure.to_json()),
            opts=options,
            # Else MathJax would come from elsewhere and run beside the rota.
            kopts={"mathjax": False},
        )
    except ChromeNotFoundError:
        raise Refusal([NO_BROWSER]) from None
    except BrowserFailedError as failed:
        raise Refusal([f"the browser that draws pictures does not start: {failed}"]) from None
    return picture
