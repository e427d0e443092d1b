"""The proof in stages: it holds for rotas that keep every rule, and more time proves no less."""

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from data.draw import draw_programme
from models.goal_parts import CALENDAR, measure_parts
from models.measures import measure_goals
from planner.facts import Facts
from planner.prove import TOGETHER, Bounds, prove_bound
from tests.cases.draws import draw_case
from tests.cases.programmes import make_programme


@settings(max_examples=8)
@given(st.integers(0, 10_000))
def test_no_rota_that_keeps_every_rule_goes_below_a_bound(seed: int) -> None:
    programme, rota = draw_case(Random(seed))
    goals = measure_goals(programme, rota)
    bounds = prove_bound(Facts(programme), 3)
    assert bounds.total <= goals.total
    for score in goals.scores:
        assert bounds.by_goal[score.goal] <= score.points
    points = measure_parts(programme, rota)
    assert sum(points.values()) == goals.total
    for part, bound in bounds.parts.items():
        assert part == TOGETHER or bound.points <= points[part]


def test_the_bound_never_falls_while_it_is_proven() -> None:
    told: list[Bounds] = []
    final = prove_bound(Facts(draw_programme(20, 3)), 20, told.append)
    totals = [each.total for each in told]
    assert totals == sorted(totals)
    assert final == told[-1]
    for before, after in pairwise(told):
        for part, bound in before.parts.items():
            assert after.parts[part].points >= bound.points
            assert after.parts[part].seconds >= bound.seconds
        for goal, points in before.by_goal.items():
            assert after.by_goal[goal] >= points


def test_the_names_are_bounded_however_little_time_there_is() -> None:
    bounds = prove_bound(Facts(draw_programme(20, 3)), 0)
    assert bounds.total > 0
    assert CALENDAR not in bounds.parts


def test_no_further_stage_begins_once_stopped() -> None:
    told: list[Bounds] = []
    prove_bound(Facts(draw_programme(20, 3)), 60, told.append, stopped=lambda: True)
    assert all(CALENDAR not in each.parts for each in told)


def test_all_at_once_proves_the_optimum_of_a_tiny_programme() -> None:
    # Two authorities due at once, and one team for both: the second waits for people, not for R8.
    programme = make_programme([{"due": "2014-01-06", "risk_weight": 1}] * 2)
    bounds = prove_bound(Facts(programme), 30)
    assert bounds.parts[CALENDAR].points == 0
    assert bounds.parts[TOGETHER].points == bounds.total > 0
    assert bounds.parts[TOGETHER].optimal


def test_every_point_of_a_part_is_counted_once() -> None:
    programme, rota = draw_case(Random(1))
    total = measure_goals(programme, rota).total
    assert sum(measure_parts(programme, rota).values()) == total
