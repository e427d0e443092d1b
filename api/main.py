"""The service: one rota, read only, for this machine alone; the skeleton the full one grows on."""

from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from api.charts.sheets import Sheets
from api.http_errors import answer_plainly
from api.http_headers import SafeHeaders
from api.pages.page import render_page
from api.request_log import RequestLog
from api.routes import ROUTERS
from api.routes.assets import SERVED_ASSETS

#: The names by which this machine calls itself; another one in a request is an attack or a slip.
LOOPBACK_HOSTS = ("127.0.0.1", "localhost")


def create_app(sheets: Sheets) -> FastAPI:
    """A service of one rota. Its documentation pages are off: they would load from elsewhere."""
    app = FastAPI(
        title="Rota",
        version=_version(),
        docs_url=None,
        redoc_url=None,
        openapi_url="/v1/openapi.json",
    )
    app.state.sheets = sheets
    # The rota never changes while it is served, so its page is made once.
    app.state.page = cache(partial(render_page, sheets, SERVED_ASSETS))
    for router in ROUTERS:
        app.include_router(router)
    answer_plainly(app)
    # The last one added is the first to see a request.
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(LOOPBACK_HOSTS))
    app.add_middleware(SafeHeaders)
    app.add_middleware(RequestLog)
    return app


def _version() -> str:
    try:
        return version("rota-planner")
    except PackageNotFoundError:
        return "unpackaged"
