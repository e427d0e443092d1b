"""The inspections: slot, team sizes and lead of every authority."""

from fastapi import APIRouter

from api.routes.served import Served
from models.inspection import Inspection

router = APIRouter(prefix="/v1/inspections")


@router.get("")
def list_inspections(sheets: Served) -> tuple[Inspection, ...]:
    """Every inspection of the rota."""
    return sheets.rota.inspections
