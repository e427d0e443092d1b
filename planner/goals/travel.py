"""G4 travel: fieldwork weeks times tens of kilometres from base, summed over deployments."""

from collections import defaultdict
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from models.inspectorate import ON_SITE, Inspectorate
from planner.goals.goal import Parts

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> Parts:
    """The raw figure by inspectorate, in tens of kilometres: each deployment's is a constant."""
    body_of, fixed = model.known.body_of, defaultdict[Inspectorate, int](int)
    for each in model.standing.counted:
        fixed[body_of[each.inspector_id]] += _cost(model, each.inspector_id, each.la_code)
    literals: dict[Inspectorate, list[cp_model.IntVar]] = {body: [] for body in ON_SITE}
    costs: dict[Inspectorate, list[int]] = {body: [] for body in ON_SITE}
    for option in model.names:
        body = body_of[option.inspector_id]
        literals[body].append(option.literal)
        costs[body].append(_cost(model, option.inspector_id, option.la_code))
    return {
        body: fixed[body] + cp_model.LinearExpr.weighted_sum(literals[body], costs[body])
        for body in ON_SITE
    }


def _cost(model: "RotaModel", inspector_id: str, la_code: str) -> int:
    weeks = model.programme.fieldwork_weeks(model.known.body_of[inspector_id])
    return weeks * model.known.tens(inspector_id, la_code)
