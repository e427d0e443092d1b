"""What the page loads: its style, its script, and plotly.js out of the installed plotly."""

from fastapi import APIRouter
from fastapi.responses import Response

from api.pages.page import Assets, page_asset, page_script
from api.pages.plotly_js import PLOTLY_JS, plotly_js

router = APIRouter(prefix="/assets", include_in_schema=False)

#: Where the served page finds what this router serves.
SERVED_ASSETS = Assets(
    style="/assets/page.css",
    script="/assets/page.js",
    plotly=f"/assets/{PLOTLY_JS}",
    inline=False,
)


@router.get("/page.css")
def read_style() -> Response:
    """The page's style."""
    return Response(page_asset("page.css"), media_type="text/css")


@router.get("/page.js")
def read_script() -> Response:
    """The page's script, the printer's part of it included."""
    return Response(page_script(), media_type="text/javascript")


@router.get(f"/{PLOTLY_JS}")
def read_plotly() -> Response:
    """The whole of plotly.js."""
    return Response(plotly_js(), media_type="text/javascript")
