"""Whatever part of a rota is free, a model counts the points of the whole as the measures do."""

from random import Random

from models.inspectorate import ON_SITE, Inspectorate
from models.measures import measure_goals
from models.programme import Programme
from planner.draft import Draft, draft_of
from planner.model import RotaModel
from planner.scope import Scope
from planner.solve import Effort
from tests.cases.draws import draw_case
from tests.cases.programmes import make_programme
from tests.cases.rotas import make_rota


def points(programme: Programme, scope: Scope, draft: Draft) -> int:
    """The points that a model of the scope counts of a draft."""
    model = RotaModel(programme, scope)
    value = model.points(model.parts)
    model.pin(draft)
    model.cp.minimize(value)
    solver = Effort(seconds=10, workers=1, seed=1).solver()
    solver.solve(model.cp)
    return round(solver.objective_value)


def test_one_part_free_at_one_authority_gives_the_points_of_the_whole() -> None:
    for seed in range(40):
        random = Random(seed)
        programme, rota = draw_case(random)
        draft = draft_of(programme, rota)
        code = random.choice(sorted(draft.slots))
        scope = Scope.names(draft, [random.choice(ON_SITE)], {code: ()})
        assert points(programme, scope, draft) == measure_goals(programme, rota).total


def test_a_review_elsewhere_that_stands_short_of_its_target_counts() -> None:
    # A2 reviews its own force with one from HMIC where two are the target; A1 alone is free.
    programme = make_programme(2, policy={"force_wide_review": {"extra_hmic": 1},
                                          "team": {"small": {"hmic": [0, 1, 1]}}})  # fmt: skip
    team = ["ofsted-1", "ofsted-2", "ofsted-3", "ofsted-4", "hmic-1", "cqc-1", "hmi_probation-1"]
    rota = make_rota(programme, {"A1": 3, "A2": 13}, teams={"A2": team})
    draft = draft_of(programme, rota)
    scope = Scope.names(draft, [Inspectorate.CQC], {"A1": ()})
    assert points(programme, scope, draft) == measure_goals(programme, rota).total
