"""G1 priority: risk weight times weeks of start past the due week, summed over authorities."""

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from planner.goals.goal import Parts

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> Parts:
    """The raw figure, in risk-weighted weeks: each start's lateness is a constant."""
    fixed = sum(_lateness(model, code, week) for code, week in model.standing.slots.items())
    starts: list[cp_model.IntVar] = []
    costs: list[int] = []
    for code in model.scope.free:
        for week, start in model.slots.starts(code).items():
            starts.append(start)
            costs.append(_lateness(model, code, week))
    return {"": cp_model.LinearExpr.weighted_sum(starts, costs) + fixed}


def _lateness(model: "RotaModel", code: str, week: int) -> int:
    due, risk = model.programme.due_week_of[code], model.programme.risk_weight_of[code]
    return risk * max(0, week - due)
