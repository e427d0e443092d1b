"""The laws of going on from a rota, over drawn ones: what is valid stays, what is not is said."""

from collections.abc import Iterator
from random import Random

import pytest

from models.checks import check_rota
from models.programme import Programme
from models.rota import Rota
from planner.assemble import whole_rota
from planner.concerns import place_concerns
from planner.draft import draft_of
from planner.improve.merge import changed
from tests.cases.draws import draw_case
from tests.cases.mutations import AIMED_AT, arbitrary_rota, mutate_rota
from tests.planner.starting import begun

#: The rules of which a breach stands in what a rota states besides slots, teams and leads.
STATED_RULES = ("two_weeks", "force_first")
#: Cases of each kind, and seeds that are drawn from to find them.
CASES, SEEDS = 4, 60


def _broken(rule: str) -> Iterator[tuple[Programme, Rota]]:
    """Drawn rotas that break a rule, and no other, by one step."""
    for seed in range(SEEDS):
        random = Random(seed)
        programme, rota = draw_case(random, weeks=70 if rule == "year_quota" else None)
        broken = mutate_rota(programme, rota, rule, random)
        if broken is not None:
            yield programme, broken


def test_a_rota_that_keeps_every_rule_is_taken_as_it_is() -> None:
    for seed in range(25):
        programme, rota = draw_case(Random(seed))
        wanted = draft_of(programme, rota)
        if place_concerns(programme, wanted.slots).sentences:
            continue
        draft, report = begun(programme, rota)
        assert draft == wanted
        assert report.said == []
        assert report.stages[-1].note == "The rota to start from was taken as it is."


@pytest.mark.parametrize("rule", AIMED_AT)
def test_a_rota_that_breaks_one_rule_is_mended_and_the_breach_said(rule: str) -> None:
    mended = 0
    for programme, broken in _broken(rule):
        draft, report = begun(programme, broken)
        sentences = [breach.sentence for breach in check_rota(programme, broken)]
        assert set(sentences) <= set(report.said)
        assert report.stages[-1].note == " ".join(report.said)
        if draft is not None:
            mended += 1
            assert check_rota(programme, whole_rota(programme, draft)) == ()
        if rule in STATED_RULES:
            assert draft == draft_of(programme, broken)
            assert "was written anew" in report.said[-1]
        if mended == CASES:
            break
    assert mended == CASES


def test_whatever_is_broken_each_inspection_that_is_mended_is_said() -> None:
    for seed in range(40):
        random = Random(seed)
        programme, rota = draw_case(random)
        broken = arbitrary_rota(programme, rota, random)
        draft, report = begun(programme, broken)
        if draft is None:
            assert "could not be mended" in report.said[-1]
            continue
        assert check_rota(programme, whole_rota(programme, draft)) == ()
        for code in changed(draft_of(programme, broken), draft):
            name = programme.authority_of[code].name
            assert any(line.startswith(f"{name} ({code}): ") for line in report.said)
