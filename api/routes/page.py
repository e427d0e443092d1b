"""The page of the rota."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.pages.page import Assets, render_page
from api.routes.served import Served

router = APIRouter(include_in_schema=False)

_ASSETS = Assets("/assets/page.css", "/assets/page.js", "/assets/plotly.min.js", inline=False)


@router.get("/")
def read_page(sheets: Served) -> HTMLResponse:
    """The same page as ``rota show`` makes, with its assets served beside it."""
    return HTMLResponse(render_page(sheets, _ASSETS))
