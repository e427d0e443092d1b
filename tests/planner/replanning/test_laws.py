"""What holds of every re-plan, whatever the programme and its changes."""

import os
from datetime import timedelta

from hypothesis import HealthCheck, assume, given, settings

from models.changes import ChangeKind
from models.checks import check_rota
from models.differences import applied, undone
from models.replan import Replanned
from models.result import Status
from models.reviews import reviews_of
from models.rota import Rota
from models.tables import rota_tables, table_text
from tests.planner.replanning.ahead import is_ahead
from tests.planner.replanning.tiny_replans import Asked, asked_of_seeds

#: Questions for each law; the more of them, the longer.
QUESTIONS = max(30, int(os.environ.get("REPLANS", "0")) // 10)

every_one = settings(
    max_examples=QUESTIONS,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)

#: Kinds that only take choices away, so that one of them less never changes more.
HINDERING = (ChangeKind.ABSENCE, ChangeKind.LEAVER, ChangeKind.DEFERRAL, ChangeKind.CONFLICT,
             ChangeKind.PIN)  # fmt: skip


def _possible(asked: Asked | None) -> tuple[Asked, Replanned, Rota]:
    assume(asked is not None)
    assert asked is not None
    answer = asked.answered()
    assume(answer.result.rota is not None)
    assert answer.result.rota is not None
    return asked, answer, answer.result.rota


def _numbers(answer: Replanned) -> list[int]:
    return [each.reached for each in answer.tiers[:4]]


def _files(asked: Asked, rota: Rota) -> dict[str, str]:
    return {name: table_text(table) for name, table in rota_tables(asked.folded, rota).items()}


@every_one
@given(asked_of_seeds)
def test_without_changes_the_baseline_comes_back_byte_for_byte(asked: Asked | None) -> None:
    assume(asked is not None)
    assert asked is not None
    unchanged = asked._replace(changes=())
    assume(asked.programme.authority_of.keys() == asked.baseline.inspection_of.keys())
    answer = unchanged.answered()
    assert answer.result.rota == asked.baseline
    assert not answer.differences
    assert not answer.told
    assert _numbers(answer) == [0, 0, 0, 0]
    assert _files(unchanged, answer.result.rota) == _files(unchanged, asked.baseline)


@every_one
@given(asked_of_seeds)
def test_an_answer_is_called_optimal_where_every_tier_meets_its_proven_least(
    asked: Asked | None,
) -> None:
    _, answer, _ = _possible(asked)
    met = all(each.reached == each.least for each in answer.tiers)
    assert (answer.result.status is Status.OPTIMAL) == met


@every_one
@given(asked_of_seeds)
def test_the_folded_programme_changes_nothing_today_or_next_week(asked: Asked | None) -> None:
    asked, answer, rota = _possible(asked)
    later = [asked.today, asked.today + timedelta(days=7)]
    for today in (
        day for day in later if day < asked.programme.calendar.monday(asked.programme.weeks)
    ):
        again = Asked(answer.programme, rota, (), today, asked.freeze_weeks).answered()
        assert again.result.rota == rota, again.result.reasons
        assert again.differences == ()


@every_one
@given(asked_of_seeds)
def test_the_differences_yield_the_new_rota_and_their_reverse_the_baseline(
    asked: Asked | None,
) -> None:
    asked, answer, rota = _possible(asked)
    assert applied(asked.baseline, answer.differences) == rota
    assert applied(rota, undone(answer.differences)) == asked.baseline


@every_one
@given(asked_of_seeds)
def test_the_past_stands(asked: Asked | None) -> None:
    asked, answer, rota = _possible(asked)
    today, before = asked.today, asked.baseline
    assert not [x for x in check_rota(answer.programme, rota, today) if not x.history]
    assert _begun(asked, rota) == _begun(asked, before)
    assert {x for x in rota.attendance or () if x.date < today} == {
        x for x in before.attendance or () if x.date < today
    }
    assert {x for x in rota.cps_activities or () if x.start < today} == {
        x for x in before.cps_activities or () if x.start < today
    }


def _begun(asked: Asked, rota: Rota) -> set[object]:
    """The slots begun before today, and who is there of those whose first week has begun."""
    found: set[object] = set()
    known = asked.folded.inspector_of
    for code, inspection in rota.inspection_of.items():
        if inspection.start < asked.today:
            found.add((code, inspection.start))
            found |= {
                (code, each.inspector_id, each.role)
                for each in rota.team_of[code]
                if not is_ahead(
                    asked.folded,
                    inspection.start,
                    known[each.inspector_id].inspectorate,
                    asked.today,
                )
            }
    return found


@every_one
@given(asked_of_seeds)
def test_the_order_of_the_changes_does_not_matter(asked: Asked | None) -> None:
    asked, answer, rota = _possible(asked)
    assume(len(asked.changes) > 1)
    other = asked._replace(changes=asked.changes[::-1]).answered()
    assert other.programme == answer.programme
    assert other.result.rota == rota


@every_one
@given(asked_of_seeds)
def test_a_week_more_of_freeze_never_moves_fewer_frozen_slots(asked: Asked | None) -> None:
    asked, answer, _ = _possible(asked)
    longer = asked._replace(freeze_weeks=asked.freeze_weeks + 1).answered()
    assert _numbers(longer)[0] >= _numbers(answer)[0]


@every_one
@given(asked_of_seeds)
def test_a_hindrance_less_never_changes_more(asked: Asked | None) -> None:
    asked, answer, _ = _possible(asked)
    hindering = [each for each in asked.changes if each.kind in HINDERING]
    assume(hindering)
    rest = tuple(each for each in asked.changes if each is not hindering[0])
    fewer = asked._replace(changes=rest).answered()
    assert fewer.result.rota is not None
    assert _numbers(fewer) <= _numbers(answer)


@every_one
@given(asked_of_seeds)
def test_the_force_wide_reviews_follow_the_new_slots(asked: Asked | None) -> None:
    asked, answer, rota = _possible(asked)
    week_of = answer.programme.calendar.week_of
    slots = {code: week_of(each.start) for code, each in rota.inspection_of.items()}
    owed = reviews_of(answer.programme, slots)
    stated = {code: each.force_wide_review for code, each in rota.inspection_of.items()}
    assert {code: why for code, why in stated.items() if why != "no"} == owed


@every_one
@given(asked_of_seeds)
def test_a_baseline_that_is_broken_is_mended_as_if_the_changes_had_just_come(
    asked: Asked | None,
) -> None:
    assume(asked is not None)
    assert asked is not None
    # Whose date may be known is told by the changes alone.
    assume(all(each.kind is not ChangeKind.COMPROMISED for each in asked.changes))
    answer = asked.answered()
    mended = asked._replace(programme=asked.folded, changes=()).answered(repair=True)
    assert mended.result.status.value in (answer.result.status.value, "optimal")
    assert _numbers(mended) == _numbers(answer)
