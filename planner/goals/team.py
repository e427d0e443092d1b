"""G2 team: inspectors below target, summed over inspections and inspectorates."""

from typing import TYPE_CHECKING

from models.inspectorate import Inspectorate
from planner.decisions.expression import Expression

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> Expression:
    """The raw figure, in inspectors; a review raises HMIC's target and size alike."""
    figure = _fixed(model)
    for (code, body), size in model.sizes.free.items():
        below = model.known.size_range(code, body).target - size.least
        figure += below * size.inspected - sum(size.steps[: max(0, below)])
    return figure


def _fixed(model: "RotaModel") -> Expression:
    """The shortfall of parts that stand; a review that comes or goes changes HMIC's."""
    figure: Expression = 0
    for code, body, number in model.fixed_parts():
        figure += max(0, model.known.size_range(code, body).target - number)
    for code, number in model.fixed_hmic():
        target, extra = (
            model.known.size_range(code, Inspectorate.HMIC).target,
            model.known.extra_hmic,
        )
        below = max(0, target - number)
        figure += (max(0, target + extra - number) - below) * model.reviews.carries(code)
    return figure
