"""Post and check agree: a pinned model has a solution exactly when the check is silent."""

from collections import Counter
from random import Random

import pytest

from models.checks import check_rota
from models.programme import Programme
from models.rota import Rota
from planner.draft import draft_of
from tests.cases.draws import draw_case
from tests.cases.mutations import DRAFT_RULES, arbitrary_rota, mutate_rota
from tests.planner.model.pinned import NAMES, accepts, is_sayable

#: Rotas that break one rule alone, wanted of each rule, and the draws made for them at most.
WANTED, MOST_DRAWS = 20, 400
#: A rule that says how many, given by another: R4's numbers follow R6's reviews.
NEEDS = {"team_size": ("force_first",)}
#: A rule that the model would say twice: a body without a phase has a size of none by R4 too.
SAID_TWICE = {"phases": ("team_size",)}


def _agrees(programme: Programme, rota: Rota) -> bool:
    """Assert that model and checks say the same of a rota; whether that is that it is valid."""
    valid = not check_rota(programme, rota)
    broken = {breach.rule for breach in check_rota(programme, rota)}
    assert accepts(programme, draft_of(programme, rota)) == valid, broken
    return valid


def test_a_valid_rota_is_accepted_by_all_rules_together() -> None:
    for seed in range(60):
        programme, rota = draw_case(Random(seed))
        assert _agrees(programme, rota)


def test_model_and_checks_agree_on_arbitrary_rotas() -> None:
    random, seen = Random(1), Counter[bool]()
    while sum(seen.values()) < 120:
        programme, valid = draw_case(random)
        rota = arbitrary_rota(programme, valid, random)
        if is_sayable(programme, rota):
            seen[_agrees(programme, rota)] += 1
    assert 3 * seen[True] >= 20
    assert seen[False] >= 40


@pytest.mark.parametrize("rule", DRAFT_RULES)
def test_a_rota_that_breaks_one_rule_alone_is_refused_for_it_alone(rule: str) -> None:
    # Knock-out: all rules together refuse it, all but this one accept it, this one refuses it.
    random, found = Random(rule), 0
    alone = (rule, *NEEDS.get(rule, ()))
    others = [name for name in NAMES if name not in (rule, *SAID_TWICE.get(rule, ()))]
    weeks = 70 if rule == "year_quota" else None
    for _ in range(MOST_DRAWS):
        programme, valid = draw_case(random, weeks=weeks)
        rota = mutate_rota(programme, valid, rule, random)
        if rota is None or not is_sayable(programme, rota):
            continue
        draft = draft_of(programme, rota)
        assert not accepts(programme, draft)
        assert not accepts(programme, draft, alone, strikes=False)
        assert accepts(programme, draft, others)
        found += 1
        if found == WANTED:
            return
    pytest.fail(f"only {found} rotas that break {rule} alone were met")
