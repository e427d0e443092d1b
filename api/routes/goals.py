"""The goals: raw figures, weights, points and bounds."""

from typing import Any

from fastapi import APIRouter

from api.goal_words import goals_json
from api.routes.served import Served

router = APIRouter(prefix="/v1/goals")


@router.get("")
def read_goals(sheets: Served) -> dict[str, Any]:
    """The goals as measured on this rota."""
    return goals_json(sheets.goals)
