"""The force-wide reviews: which inspection of each force carries one, which does not, and why."""

from fastapi import APIRouter

from api.force_story import ForceStory, force_stories
from api.routes.served import Served

router = APIRouter(prefix="/v1/force-reviews")


@router.get("")
def list_force_reviews(sheets: Served) -> tuple[ForceStory, ...]:
    """Every force with its inspections in order."""
    return force_stories(sheets.programme, sheets.rota)
