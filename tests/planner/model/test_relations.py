"""What must hold between the optima of a programme and of one that asks less, or the same.

Fairness counts idle people, and spacing, level and the year's quota follow the number of weeks, so
the laws on one more inspector and one more week are stated without these goals.
"""

from random import Random

import pytest
from ortools.sat.python import cp_model

from models.policy import GoalWeights
from models.programme import Programme
from planner.goals import GOALS
from planner.model import RotaModel
from planner.rules import RULES
from planner.scope import Scope
from tests.cases.draws import draw_case

SEEDS = range(5)
PLAIN_GOALS = ("priority", "team", "travel")


def _optimum(
    programme: Programme, without: str = "", goals: tuple[str, ...] = PLAIN_GOALS
) -> int | None:
    """The best total that the model allows, in points; None where it allows no rota."""
    model = RotaModel(
        programme,
        Scope.whole(programme),
        rules=[rule for rule in RULES if rule.name != without],
        goals=[goal for goal in GOALS if goal.name in goals],
    )
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model.cp)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


def _drawn(seed: int) -> Programme:
    """A tiny programme with a rota, cut to what is solved at once."""
    programme, _ = draw_case(Random(seed), weeks=18)
    return programme


def _with(programme: Programme, **fields: object) -> Programme:
    known = {name: getattr(programme, name) for name in Programme.model_fields}
    return Programme.model_validate(known | fields)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_input_never_matters(seed: int) -> None:
    programme, random = _drawn(seed), Random(seed)
    tables = ("authorities", "forces", "inspectors", "absences", "conflicts", "blackouts", "pins")
    shuffled = {
        name: random.sample(getattr(programme, name), len(getattr(programme, name)))
        for name in tables
    }
    every_goal = tuple(GoalWeights.model_fields)
    before = _optimum(programme, goals=every_goal)
    assert _optimum(_with(programme, **shuffled), goals=every_goal) == before


@pytest.mark.parametrize("seed", SEEDS)
def test_one_more_inspector_never_costs_points(seed: int) -> None:
    programme = _drawn(seed)
    twin = programme.inspectors[0].model_copy(update={"inspector_id": "newcomer"})
    before = _optimum(programme)
    after = _optimum(_with(programme, inspectors=(*programme.inspectors, twin)))
    assert before is not None
    assert after is not None
    assert after <= before


@pytest.mark.parametrize("rule", ["available", "one_place", "no_conflict", "established", "pinned"])
def test_one_rule_less_never_costs_points(rule: str) -> None:
    for seed in SEEDS:
        programme = _drawn(seed)
        before, after = _optimum(programme), _optimum(programme, without=rule)
        assert before is not None
        assert after is not None
        assert after <= before


@pytest.mark.parametrize("seed", SEEDS)
def test_one_more_week_never_costs_points(seed: int) -> None:
    programme = _drawn(seed)
    before = _optimum(programme, without="year_quota")
    after = _optimum(_with(programme, weeks=programme.weeks + 1), without="year_quota")
    assert before is not None
    assert after is not None
    assert after <= before
