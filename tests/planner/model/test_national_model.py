"""The whole-programme model takes the national rota and prices it to the point."""

import pytest
from ortools.sat.python import cp_model

from data import read_programme, reference_programme
from planner import PlanOptions, plan
from planner.draft import draft_of
from planner.model import RotaModel
from planner.scope import Scope

N152 = "tests/benchmarks/programmes/n152"


@pytest.mark.slow
@pytest.mark.parametrize("where", [N152, str(reference_programme("england_2013"))])
def test_the_whole_model_accepts_the_final_rota_and_prices_it_to_the_point(where: str) -> None:
    programme = read_programme(where)
    result = plan(programme, PlanOptions(seconds=10, workers=1, seed="national"))
    assert result.rota is not None
    assert result.goals is not None
    model = RotaModel(programme, Scope.whole(programme))
    model.pin(draft_of(programme, result.rota))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model.cp) == cp_model.OPTIMAL
    assert round(solver.objective_value) == result.goals.total
