"""On tiny programmes the planner's answer is the best of every rota there is.

BRUTE_FORCE=3000 lists the rotas of so many programmes (CONTRIBUTING.md); fewer are enough for CI.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from math import prod
from random import Random

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from ortools.sat.python import cp_model

from models.checks import check_rota
from models.goal_parts import measure_parts
from models.measures import MEASURES, measure_goals
from models.programme import Programme
from models.result import Status
from models.rota import Rota
from planner import PlanOptions, plan
from planner.arithmetic import impossibilities
from planner.assemble import whole_rota
from planner.facts import Facts
from planner.floors import MOST, Floors
from planner.model import RotaModel
from planner.prove import TOGETHER, calendar_bound, joint_names_bound, names_bound, prove_bound
from planner.reader import read
from planner.scope import Scope
from tests.planner.model.listing import pieces_of, valid_rotas
from tests.planner.model.tiniest import draw_tiniest, tiniest_programmes

#: Programmes whose optimum is compared, and those planned from end to end, which takes longer.
PROGRAMMES = int(os.environ.get("BRUTE_FORCE", "80"))
PLANNED = max(20, PROGRAMMES // 10)
#: Rotas of one programme that are listed; those with more are passed over.
MOST_ROTAS = 1500
#: Seconds for one bound or plan, far more than any needs that is to be compared.
SECONDS = 10

WHO, WHEN = ("team", "travel", "fairness"), ("priority", "spacing", "level")

every_one = settings(
    max_examples=PROGRAMMES,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def _listed(programme: Programme) -> Sequence[Rota]:
    pieces = {code: pieces_of(programme, code) for code in programme.authority_of}
    assume(prod(len(each) for each in pieces.values()) <= MOST_ROTAS)
    rotas = list(valid_rotas(programme, pieces))
    event("with a rota" if rotas else "without a rota")
    return rotas


def _least(rotas: Iterable[Mapping[str, int]], keys: Iterable[str]) -> int:
    """The least sum of some points over all rotas."""
    return min(sum(points.get(key, 0) for key in keys) for points in rotas)


def _optimum(programme: Programme, model: RotaModel) -> int | None:
    """The model's best total, of a rota that the checks pass and the measures price alike."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model.cp)
    if status == cp_model.INFEASIBLE:
        return None
    assert status == cp_model.OPTIMAL
    rota, total = whole_rota(programme, read(model, solver)), round(solver.objective_value)
    assert not check_rota(programme, rota)
    assert measure_goals(programme, rota).total == total
    return total


@every_one
@given(tiniest_programmes)
def test_optimum_and_bounds_agree_with_every_rota(programme: Programme) -> None:
    rotas = _listed(programme)
    scored = [
        {each.goal: each.points for each in measure_goals(programme, rota).scores} for rota in rotas
    ]
    best = min((sum(points.values()) for points in scored), default=None)
    bare, told = (RotaModel(programme, Scope.whole(programme)) for _ in range(2))
    assert _optimum(programme, bare) == best
    if best is None:
        return
    assert impossibilities(programme) == ()
    facts = Facts(programme)
    floors = Floors.of(facts, SECONDS)
    floors.tell(told)
    assert floors.total <= best
    assert _optimum(programme, told) == best
    least_names, least_calendar = _least(scored, WHO), _least(scored, WHEN)
    assert names_bound(facts, SECONDS, whole=False) <= sum(floors.by_body.values()) <= least_names
    assert joint_names_bound(facts, SECONDS) <= least_names
    assert calendar_bound(facts, SECONDS, whole=False) <= least_calendar
    assert calendar_bound(facts, SECONDS, whole=True) <= least_calendar
    parts = [measure_parts(programme, rota) for rota in rotas]
    assert all(floor <= _least(parts, [body]) for body, floor in floors.by_body.items())
    bounds = prove_bound(facts, SECONDS)
    assert bounds.total <= best
    assert all(bounds.by_goal[goal] <= _least(scored, [goal]) for goal in MEASURES)
    for part, bound in bounds.parts.items():
        assert part == TOGETHER or bound.points <= _least(parts, [part])


@pytest.mark.parametrize("seed", [51, 93])
def test_bounds_that_would_rise_without_end_leave_a_programme_impossible(seed: int) -> None:
    # Without a rota the prices of the names have no highest point: they once grew past any float.
    programme = draw_tiniest(Random(seed))
    assert Floors.of(Facts(programme), SECONDS).total <= 3 * MOST
    result = plan(programme, PlanOptions(seconds=SECONDS, workers=2, seed="brute force"))
    assert result.status is Status.IMPOSSIBLE


@settings(every_one, max_examples=PLANNED)
@given(tiniest_programmes)
@pytest.mark.slow
def test_a_plan_is_the_best_of_every_rota_or_says_that_there_is_none(programme: Programme) -> None:
    rotas = _listed(programme)
    result = plan(programme, PlanOptions(seconds=SECONDS, workers=2, seed="brute force"))
    if not rotas:
        assert result.status is Status.IMPOSSIBLE
        return
    assert result.status is Status.OPTIMAL
    assert result.goals is not None
    assert result.goals.total == min(measure_goals(programme, rota).total for rota in rotas)
