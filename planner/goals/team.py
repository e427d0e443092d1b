"""G2 team: inspectors below target, summed over inspections and inspectorates."""

from collections import defaultdict
from typing import TYPE_CHECKING

from models.inspectorate import Inspectorate
from planner.decisions.expression import Expression
from planner.goals.goal import Parts

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> Parts:
    """The raw figure by inspectorate, in inspectors; a review raises HMIC's target and size."""
    figures = _fixed(model)
    for (code, body), size in model.sizes.free.items():
        below = model.known.size_range(code, body).target - size.least
        figures[body] += below * size.inspected - sum(size.steps[: max(0, below)])
    return figures


def _fixed(model: "RotaModel") -> dict[str, Expression]:
    """The shortfall of parts that stand; a review that comes or goes changes HMIC's."""
    figures: dict[str, Expression] = defaultdict(int)
    for code, body, number in model.fixed_parts():
        figures[body] += max(0, model.known.size_range(code, body).target - number)
    for code, number in model.fixed_hmic():
        target, extra = (
            model.known.size_range(code, Inspectorate.HMIC).target,
            model.known.extra_hmic,
        )
        below = max(0, target - number)
        more = max(0, target + extra - number) - below
        figures[Inspectorate.HMIC] += more * model.reviews.carries(code)
    return figures
