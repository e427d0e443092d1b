"""The checks over drawn rotas: what keeps every rule, what breaks one alone, what never matters."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota
from models.rulebook import RULE_OF
from planner.assemble import whole_rota
from planner.draft import draft_of
from tests.cases.draws import draw_case
from tests.cases.mutations import arbitrary_rota, mutate_rota, tiny_cases
from tests.cases.programmes import changed, monday
from tests.cases.rotas import rebuilt

#: A case is slow to draw, and large for what Hypothesis calls one.
few = settings(max_examples=10, suppress_health_check=list(HealthCheck))


@given(case=tiny_cases)
@few
def test_a_drawn_rota_keeps_every_rule_and_so_does_the_whole_rota_made_of_it(
    case: tuple[Programme, Rota],
) -> None:
    programme, rota = case
    assert check_rota(programme, rota) == ()
    whole = whole_rota(programme, draft_of(programme, rota))
    assert check_rota(programme, whole) == ()
    assert measure_goals(programme, whole) == measure_goals(programme, rota)


@pytest.mark.parametrize("rule", RULE_OF)
def test_every_rule_is_broken_alone_by_some_step(rule: str) -> None:
    random = Random(2013)
    for _ in range(60):
        programme, rota = draw_case(random, weeks=70 if rule == "year_quota" else None)
        broken = mutate_rota(programme, rota, rule, random)
        if broken is not None:
            break
    assert broken is not None
    assert {breach.rule for breach in check_rota(programme, broken)} == {rule}


@given(case=tiny_cases, random=st.randoms(use_true_random=False), week=st.integers(-2, 30))
@few
def test_a_day_turns_breaches_into_history_and_changes_nothing_else(
    case: tuple[Programme, Rota], random: Random, week: int
) -> None:
    programme, rota = case
    broken = arbitrary_rota(programme, rota, random)
    plain = check_rota(programme, broken)
    dated = check_rota(programme, broken, today=monday(week))
    assert [breach.model_copy(update={"history": False}) for breach in dated] == list(plain)
    late = check_rota(programme, broken, today=monday(900))
    undated = [breach for breach in late if not breach.history]
    assert all(breach.last_day is None for breach in undated)


@given(case=tiny_cases, random=st.randoms(use_true_random=False))
@few
def test_the_order_of_rows_never_matters(case: tuple[Programme, Rota], random: Random) -> None:
    programme, rota = case
    broken = arbitrary_rota(programme, rota, random)
    shuffled = rebuilt(
        broken,
        inspections=random.sample(broken.inspections, len(broken.inspections)),
        deployments=random.sample(broken.deployments, len(broken.deployments)),
    )
    same = changed(
        programme,
        authorities=random.sample(programme.authorities, len(programme.authorities)),
        inspectors=random.sample(programme.inspectors, len(programme.inspectors)),
        absences=random.sample(programme.absences, len(programme.absences)),
    )
    assert check_rota(programme, broken) == check_rota(same, shuffled)
    assert measure_goals(programme, broken) == measure_goals(same, shuffled)
