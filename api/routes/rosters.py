"""The rosters: who is where and when, the whole or one share of it."""

from fastapi import APIRouter
from fastapi.responses import Response

from api.routes.served import Served
from models.tables import RosterEntry, RosterFilter, export_text, roster, roster_table

router = APIRouter(prefix="/v1")


@router.get("/rosters")
def whole_roster(sheets: Served) -> tuple[RosterEntry, ...]:
    """Every line of the roster."""
    return roster(sheets.programme, sheets.rota)


@router.post("/rosters")
def share_of_roster(share: RosterFilter, sheets: Served) -> tuple[RosterEntry, ...]:
    """One share of the roster; asked by POST, so that no code or date stands in an address."""
    return roster(sheets.programme, sheets.rota, share)


@router.get("/roster.csv", response_class=Response)
def roster_file(sheets: Served) -> Response:
    """The whole roster as the file of that name."""
    text = export_text(roster_table(sheets.programme, sheets.rota))
    return Response(text, media_type="text/csv; charset=utf-8")
