"""On tiny programmes the model's optimum is the best of every rota there is."""

from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest
from ortools.sat.python import cp_model

from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota
from planner.facts import Facts
from planner.model import RotaModel
from planner.prove import calendar_bound, joint_names_bound, names_bound
from planner.reader import read
from planner.scope import Scope
from tests.cases.programmes import make_programme
from tests.cases.rotas import make_rota

#: Two bodies alone come, in parts of one or two, so that every rota can be listed.
SMALL_TEAMS = {"ofsted": (1, 2, 2), "hmic": (1, 1, 2), "cqc": (0, 0, 0), "hmi_probation": (0, 0, 0)}


def _drawn(random: Random) -> Programme:
    weeks = random.choice((5, 6))
    away = random.randrange(weeks)
    absence = {"inspector_id": "hmic-1", "start": f"2014-01-{6 + 7 * min(away, 3):02}"}
    return make_programme(
        [
            {
                "police_force_code": random.choice(("F1", "F2")),
                "latitude": 52 + random.random(),
                "risk_weight": random.randint(1, 4),
                "due": f"2014-01-{random.randint(6, 27):02}",
            }
            for _ in range(2)
        ],
        inspectors={"ofsted": 2, "hmic": 2},
        people={"ofsted-1": {"latitude": 53.0}, "hmic-2": {"longitude": 0.5, "fte_percent": 50}},
        policy={
            "phases": {"cqc": (), "hmi_probation": (), "hmi_prisons": ()},
            "team": {"small": SMALL_TEAMS},
            "force": {"gap_weeks": random.randint(1, 2), "even_gap_cap_weeks": 3},
            "busy": {"lead_preparation_weeks": 0, "lead_report_weeks": random.randint(0, 1)},
            "year_quota": {"tolerance": 4},
        },
        weeks=weeks,
        absences=[{**absence, "end": absence["start"]}],
        goals={"priority": 5, "team": 3, "spacing": 4, "travel": 1, "fairness": 2, "level": 1},
    )


def _teams() -> Iterator[tuple[tuple[str, ...], str]]:
    ofsted = [["ofsted-1"], ["ofsted-2"], ["ofsted-1", "ofsted-2"]]
    hmic = [list(each) for size in (1, 2) for each in combinations(["hmic-1", "hmic-2"], size)]
    for first, second in product(ofsted, hmic):
        for lead in first:
            yield (*first, *second), lead


def _every_rota(programme: Programme) -> Iterator[Rota]:
    for one, two in product(range(programme.weeks - 1), repeat=2):
        for (team_one, lead_one), (team_two, lead_two) in product(_teams(), repeat=2):
            yield make_rota(
                programme,
                {"A1": one, "A2": two},
                {"A1": team_one, "A2": team_two},
                {"A1": lead_one, "A2": lead_two},
            )


@pytest.mark.parametrize("seed", range(8))
def test_the_optimum_is_the_best_of_every_rota(seed: int) -> None:
    programme = _drawn(Random(seed))
    valid = (rota for rota in _every_rota(programme) if not check_rota(programme, rota))
    best = min((measure_goals(programme, rota).total for rota in valid), default=None)
    model = RotaModel(programme, Scope.whole(programme))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model.cp)
    if best is None:
        assert status == cp_model.INFEASIBLE
    else:
        assert status == cp_model.OPTIMAL
        assert round(solver.objective_value) == best
        assert set(read(model, solver).slots) == {"A1", "A2"}
        loose, tight = (names_bound(Facts(programme), 10, whole=each) for each in (False, True))
        joint = joint_names_bound(Facts(programme), 10)
        assert loose <= tight <= joint
        assert joint + calendar_bound(Facts(programme), 10, whole=True) <= best
