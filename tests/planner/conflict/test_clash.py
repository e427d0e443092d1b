"""On drawn programmes without a rota: what is shown clashes, and without any one part does not.

CLASHES=1000 draws so many programmes, of which about half have no rota; fewer are enough for CI.
"""

import os
import time
from random import Random

import pytest
from ortools.sat.python import cp_model

from models.programme import Programme
from planner.conflict.figures import say_why
from planner.conflict.find import Found, Search
from planner.conflict.judge import Limit
from planner.conflict.sentences import clash_members, together
from planner.model import RotaModel
from planner.scope import Scope
from tests.planner.conflict.keeping import TooManyWays, can_be_kept
from tests.planner.model.tiniest import draw_tiniest

#: Programmes drawn in all, in so many tests.
DRAWN, TESTS = int(os.environ.get("CLASHES", "220")), 10
#: Of ten programmes at least so many have no rota and few enough ways to go through them all.
SHARE = 0.35


def _has_a_rota(programme: Programme) -> bool:
    """By the planner's own model, which the search for a clash builds otherwise."""
    model = RotaModel(programme, Scope.whole(programme), goals=())
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return bool(solver.solve(model.cp) != cp_model.INFEASIBLE)


def _find(programme: Programme) -> Found | None:
    return Search(Limit(time.monotonic() + 600), workers=1, seed=1).find(programme)


@pytest.mark.parametrize("part", range(TESTS))
def test_every_member_of_a_clash_is_needed_and_all_together_cannot_be_kept(part: int) -> None:
    seeds, gone_through = range(part, DRAWN, TESTS), 0
    for seed in seeds:
        programme = draw_tiniest(Random(seed))
        found = _find(programme)
        assert (found is None) == _has_a_rota(programme), seed
        if found is not None:
            gone_through += _is_gone_through(programme, found, seed)
    assert gone_through >= SHARE * len(seeds)


def _is_gone_through(programme: Programme, found: Found, seed: int) -> bool:
    """Look at a clash with every way there is; False where there are too many to do so."""
    clash = found.clash
    assert not clash.unsettled, seed
    try:
        assert not can_be_kept(programme, clash.members), seed
        for said_together in together(programme, clash.members):
            left = clash.members.difference(said_together)
            assert can_be_kept(programme, left), (seed, said_together)
    except TooManyWays:
        return False
    return True


def test_sentences_hold_no_names_of_variables() -> None:
    for seed in range(40):
        programme = draw_tiniest(Random(seed))
        found = _find(programme)
        if found is not None:
            members = clash_members(programme, found.clash)
            said = [say_why(programme, found.clash.members), *(each.sentence for each in members)]
            for sentence in said:
                assert not set("[]{}_:=<>").intersection(sentence.replace(": ", " ")), sentence
                assert sentence.endswith("."), sentence
            assert len({each.sentence for each in members}) == len(members)
