"""The page of the rota."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

router = APIRouter(include_in_schema=False)


@router.get("/")
def read_page(request: Request) -> HTMLResponse:
    """The same page as ``rota show`` makes, with its assets served beside it."""
    return HTMLResponse(request.app.state.page())
