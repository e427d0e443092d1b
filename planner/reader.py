"""From solver values to a draft: the only place that reads them."""

from collections.abc import Callable

from ortools.sat.python import cp_model

from planner.draft import Draft
from planner.model import RotaModel


def read(model: RotaModel, solver: cp_model.CpSolver | cp_model.CpSolverSolutionCallback) -> Draft:
    """The whole draft: what was decided, and what stands outside the model's scope."""
    return _read(model, solver.boolean_value)


def _read(model: RotaModel, holds: Callable[[cp_model.IntVar], bool]) -> Draft:
    slots, fixed = dict(model.standing.slots), model.standing.deployments
    for code in model.scope.free:
        for week, start in model.slots.starts(code).items():
            if holds(start):
                slots[code] = week
    teams = {code: {each.inspector_id for each in fixed if each.la_code == code} for code in slots}
    leads = {each.la_code: each.inspector_id for each in fixed if each.leads}
    for option in model.names:
        if holds(option.literal):
            teams[option.la_code].add(option.inspector_id)
            if option.leads:
                leads[option.la_code] = option.inspector_id
    return Draft(
        slots=slots,
        teams={code: frozenset(team) for code, team in teams.items()},
        leads=leads,
    )
