"""Several ways to take changes in: each a rota, none dominated, each disturbing other people."""

from datetime import timedelta
from itertools import permutations

from hypothesis import HealthCheck, assume, event, given, settings

from models.checks import check_rota
from models.replan import Replanned
from models.way import is_dominated, way_of
from planner import ReplanOptions, ways
from planner.replanning.ways import MOST_WAYS
from tests.planner.replanning.lost import HEADS, absent, held, three
from tests.planner.replanning.tiny_replans import Asked, asked_of_seeds

every_one = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def found(asked: Asked, seconds: float = 20) -> tuple[Replanned, ...]:
    """The ways; nothing of them is left to chance but when time ends."""
    options = ReplanOptions(
        today=asked.today,
        freeze_weeks=asked.freeze_weeks,
        seconds=seconds,
        workers=1,
        seed="brute force",
    )
    return ways(asked.programme, asked.baseline, asked.changes, options)


def numbers(answer: Replanned) -> list[int]:
    return [tier.reached for tier in answer.tiers]


@every_one
@given(asked_of_seeds)
def test_each_way_is_a_rota_of_its_own_that_no_other_dominates(asked: Asked | None) -> None:
    assume(asked is not None)
    assert asked is not None
    every = found(asked)
    assume(every[0].result.rota is not None)
    event(f"{len(every)} ways")
    assert len(every) <= MOST_WAYS
    for each in every:
        assert each.result.rota is not None
        breaches = check_rota(asked.folded, each.result.rota, asked.today)
        assert [breach for breach in breaches if not breach.history] == []
        assert each.programme == asked.folded
    costs = [way_of(each) for each in every]
    assert len({cost.people for cost in costs}) == len(costs)
    assert not any(is_dominated(one, other) for one, other in permutations(costs, 2))


@every_one
@given(asked_of_seeds)
def test_the_first_way_is_the_replan(asked: Asked | None) -> None:
    assume(asked is not None)
    assert asked is not None
    alone = asked.answered()
    first = found(asked)[0]
    assert first.result.status is alone.result.status
    assert first.result.rota == alone.result.rota
    assert numbers(first) == numbers(alone)


@every_one
@given(asked_of_seeds)
def test_no_way_says_that_less_is_impossible_than_the_first_reaches(asked: Asked | None) -> None:
    assume(asked is not None)
    assert asked is not None
    first, *others = found(asked)
    for each in others:
        assert numbers(first)[:4] <= numbers(each)[:4]
        for own, other in zip(first.tiers[:4], each.tiers[:4], strict=True):
            if own.reached != other.reached:
                assert other.least <= own.reached
                break


def two_hit() -> Asked:
    """Somebody of CQC is away at both inspections that are still ahead; two others are free."""
    heads = HEADS | {"cqc": 3}
    programme = three(heads)
    baseline = held(programme)
    monday = programme.calendar.monday
    # A2 starts in week 10 and has cqc-2, A3 in week 16 and has cqc-1.
    changes = (
        absent("cqc-2", monday(11), monday(12)),
        absent("cqc-1", monday(17), monday(18)),
    )
    return Asked(programme, baseline, changes, monday(7) + timedelta(days=1), 0)


def test_two_absences_can_be_met_by_one_or_by_several_people() -> None:
    every = [way_of(each) for each in found(two_hit())]
    assert len(every) > 1
    # Both who are away are told, whoever comes.
    assert all({"cqc-1", "cqc-2"} <= way.people for way in every)
    assert {way.deployments_changed for way in every} >= {2}


def test_without_a_change_there_is_one_way_and_it_disturbs_nobody() -> None:
    (only,) = found(two_hit()._replace(changes=()))
    assert way_of(only).people == frozenset()


def test_what_has_no_rota_has_no_other_way() -> None:
    asked = two_hit()
    monday = asked.programme.calendar.monday
    everybody = tuple(
        absent(f"cqc-{number}", monday(8), monday(24) + timedelta(days=4)) for number in (1, 2, 3)
    )
    (only,) = found(asked._replace(changes=everybody))
    assert only.result.rota is None
