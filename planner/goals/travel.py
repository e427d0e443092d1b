"""G4 travel: fieldwork weeks times tens of kilometres from base, summed over deployments."""

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from planner.decisions.expression import Expression

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> Expression:
    """The raw figure, in tens of kilometres: each deployment's is a constant."""
    fixed = sum(
        _cost(model, each.inspector_id, each.la_code) for each in model.standing.deployments
    )
    options = list(model.names)
    return fixed + cp_model.LinearExpr.weighted_sum(
        [option.literal for option in options],
        [_cost(model, option.inspector_id, option.la_code) for option in options],
    )


def _cost(model: "RotaModel", inspector_id: str, la_code: str) -> int:
    weeks = model.programme.fieldwork_weeks(model.known.body_of[inspector_id])
    return weeks * model.known.tens(inspector_id, la_code)
