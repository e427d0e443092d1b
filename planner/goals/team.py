"""G2 team: inspectors below target, summed over inspections and inspectorates."""

from collections import defaultdict
from typing import TYPE_CHECKING

from models.inspectorate import Inspectorate
from models.reviews import reviews_of
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
        figures[Inspectorate.HMIC] += _more(model, code, number) * model.reviews.carries(code)
    figures[Inspectorate.HMIC] += _untouched(model)
    return figures


def _more(model: "RotaModel", code: str, number: int) -> int:
    """By how many more a part of HMIC falls short when it carries a review."""
    target = model.known.size_range(code, Inspectorate.HMIC).target
    return max(0, target + model.known.extra_hmic - number) - max(0, target - number)


def _untouched(model: "RotaModel") -> int:
    """The same of the reviews in forces that the scope does not touch: they stand as they are."""
    force_of, hmic = model.programme.authority_of, Inspectorate.HMIC
    number_of = {code: number for code, body, number in model.fixed_parts() if body is hmic}
    return sum(
        _more(model, code, number_of[code])
        for code in reviews_of(model.programme, model.standing.slots)
        if force_of[code].police_force_code not in model.reviews.touched
    )
