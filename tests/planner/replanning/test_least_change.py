"""On tiny programmes a re-plan changes as little as any rota there is, tier by tier.

REPLANS=2000 lists the rotas of so many questions (CONTRIBUTING.md); fewer are enough for CI.
"""

import os
from collections.abc import Sequence
from math import prod

from hypothesis import HealthCheck, assume, event, given, settings

from models.changes import ChangeKind
from models.measures import measure_goals
from models.replan import Replanned
from models.result import Status
from tests.planner.replanning.ahead import Ahead
from tests.planner.replanning.counted import four_numbers
from tests.planner.replanning.tiny_replans import MOST_ROTAS, Asked, asked_of_seeds

#: Questions that are compared.
REPLANS = int(os.environ.get("REPLANS", "200"))

every_one = settings(
    max_examples=REPLANS,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def _best(asked: Asked) -> Sequence[int] | None:
    """The numbers of the five tiers of the best rota there is; None where there is none."""
    folded = asked.folded
    ahead = Ahead(folded, asked.baseline, asked.today)
    assume(prod(len(each) for each in ahead.pieces.values()) <= MOST_ROTAS)
    free = {x.la_code for x in asked.changes if x.kind is ChangeKind.COMPROMISED}
    rotas = list(ahead.rotas())
    numbered = [
        (
            *four_numbers(folded, asked.baseline, rota, asked.today, asked.freeze_weeks, free),
            measure_goals(folded, rota).total,
            number,
        )
        for number, rota in enumerate(rotas)
    ]
    for *numbers, number in sorted(numbered):
        if ahead.can_follow_up(rotas[number]):
            return numbers
    return None


@every_one
@given(asked_of_seeds)
def test_a_replan_changes_as_little_as_the_best_of_every_rota(asked: Asked | None) -> None:
    assume(asked is not None)
    assert asked is not None
    best = _best(asked)
    event("impossible" if best is None else "unchanged" if not any(best[:4]) else "changed")
    answer = asked.answered()
    if best is None:
        assert answer.result.status is Status.IMPOSSIBLE
        return
    _assert_best(answer, best)


def _assert_best(answer: Replanned, best: Sequence[int]) -> None:
    assert answer.result.status in (Status.OPTIMAL, Status.FEASIBLE), answer.result.reasons
    assert [each.reached for each in answer.tiers] == list(best)
    assert all(each.is_proven for each in answer.tiers[:4])
    assert answer.tiers[4].least <= best[4]
