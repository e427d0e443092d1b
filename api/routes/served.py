"""The rota that this service serves, as a route asks for it."""

from typing import Annotated

from fastapi import Depends, Request

from api.charts.sheets import Sheets


def _served(request: Request) -> Sheets:
    sheets: Sheets = request.app.state.sheets
    return sheets


Served = Annotated[Sheets, Depends(_served)]
