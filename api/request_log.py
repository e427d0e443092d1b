"""The service's log: which route answered what, never what was asked in the address."""

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http_errors import plain_answer

_log = logging.getLogger("rota.requests")


class RequestLog:
    """Logs method, route and status of each request; a bug is logged by its kind alone.

    A path or a query is anybody's text and may hold an authority's name; a traceback may quote
    one too. So neither is logged.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and log how it was answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, statuses = time.monotonic(), list[int]()

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception as bug:
            _log.error("bug of kind %s in %s", type(bug).__name__, _route(scope))
            if not statuses:
                await plain_answer(500)(scope, receive, noted)
        milliseconds = 1000 * (time.monotonic() - began)
        status = statuses[0] if statuses else 0
        _log.info("%s %s %s %.0f ms", _method(scope), _route(scope), status, milliseconds)


def _method(scope: Scope) -> str:
    return scope["method"] if scope["method"] in {"GET", "HEAD", "POST"} else "other"


def _route(scope: Scope) -> str:
    """The route's template, such as /v1/charts/{name}; never the path that was asked for."""
    return getattr(scope.get("route"), "path", "no route")
