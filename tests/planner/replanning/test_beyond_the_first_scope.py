"""What is knocked out is too little to look at: the answer lies beyond the first scope."""

from typing import Any

from models.changes import Change, ChangeKind
from models.deployment import Role
from models.inspection import Review
from models.programme import Programme
from models.rota import Rota
from tests.cases.programmes import make_programme, monday
from tests.planner.replanning.lost import (
    FIRST,
    HEADS,
    SECOND,
    absent,
    answered,
    gained,
    held,
    numbers,
    stands,
    three,
)

#: The day of every re-plan here: nothing has begun.
TODAY = monday(0)


def _weeks(programme: Programme, rota: Rota) -> dict[str, int]:
    week_of = programme.calendar.week_of
    return {code: week_of(each.start) for code, each in rota.inspection_of.items()}


def _shut(la_code: str, first: int, last: int) -> dict[str, Any]:
    """A blackout of an authority that shuts it from one week to another, both included."""
    days = {"start": monday(first), "end": monday(last, 4)}
    return {"scope": "authority", "key": la_code} | days


def test_a_slot_that_is_not_hit_moves_where_it_stands_in_the_way() -> None:
    # One start a week; the first can only start in weeks 6 or 7, the second in weeks 7 or 12.
    programme = three(
        policy={"concurrency": {"starts_per_week": 1}},
        blackouts=[
            _shut("A1", 0, 5), _shut("A1", 9, 23), _shut("A2", 0, 6), _shut("A2", 9, 11),
            _shut("A2", 14, 23),
        ],
    )  # fmt: skip
    baseline = held(programme, slots={"A1": 6, "A2": 7, "A3": 18},
                    teams={"A3": FIRST})  # fmt: skip
    hit = Change(kind=ChangeKind.BLACKOUT, la_code="A1", start=monday(6), end=monday(6))
    answer = answered(programme, baseline, TODAY, hit)
    rota = stands(baseline, answer, TODAY)
    assert _weeks(programme, rota) == {"A1": 7, "A2": 12, "A3": 18}
    assert numbers(answer) == [0, 0, 2, 0]


def test_a_team_that_is_not_hit_changes_where_it_holds_the_only_one() -> None:
    # The one free from CQC may not go to the first authority, but may let the second's one go.
    programme = three(conflicts=[{"inspector_id": "cqc-3", "la_code": "A1"}])
    baseline = held(programme, slots={"A1": 6, "A2": 6, "A3": 16})
    answer = answered(programme, baseline, TODAY, absent("cqc-1", monday(7), monday(7, 4)))
    rota = stands(baseline, answer, TODAY)
    assert gained(baseline, rota, "A1") == [("cqc-2", Role.MEMBER)]
    assert gained(baseline, rota, "A2") == [("cqc-3", Role.MEMBER)]
    assert numbers(answer) == [0, 0, 0, 2]


def test_a_slot_moves_where_nobody_can_come() -> None:
    programme = three({**HEADS, "cqc": 2})
    baseline = held(programme, slots={"A1": 6, "A2": 6, "A3": 16})
    answer = answered(programme, baseline, TODAY, absent("cqc-1", monday(7), monday(7, 4)))
    rota = stands(baseline, answer, TODAY)
    # The first inspection moves with its people; the second has the only other from CQC.
    assert rota.team_of["A2"] == baseline.team_of["A2"]
    assert numbers(answer) == [0, 0, 1, 0]


def test_a_frozen_slot_that_must_move_is_said_to() -> None:
    # One start a week: the pin leaves the frozen slot no week of its own.
    programme = three(policy={"concurrency": {"starts_per_week": 1}})
    baseline = held(programme, slots={"A1": 2, "A2": 8, "A3": 16})
    pinned = Change(kind=ChangeKind.PIN, la_code="A3", start=monday(2))
    answer = answered(programme, baseline, TODAY, pinned)
    stands(baseline, answer, TODAY)
    assert numbers(answer) == [1, 0, 2, 0]
    assert any("freeze" in said and "A1" in said for said in answer.said)


def test_a_later_slot_moves_rather_than_a_frozen_one() -> None:
    # The third is shut out of its week; weeks 2 and 9 are all it has, and both are taken.
    programme = three(
        policy={"concurrency": {"starts_per_week": 1}},
        blackouts=[_shut("A3", 0, 1), _shut("A3", 4, 8), _shut("A3", 11, 15), _shut("A3", 18, 23)],
    )
    teams = {"A2": SECOND, "A3": SECOND}
    baseline = held(programme, slots={"A1": 2, "A2": 9, "A3": 16}, teams=teams)
    known = Change(kind=ChangeKind.BLACKOUT, la_code="A3", start=monday(16), end=monday(16))
    answer = answered(programme, baseline, TODAY, known)
    rota = stands(baseline, answer, TODAY)
    assert _weeks(programme, rota)["A1"] == 2
    assert _weeks(programme, rota)["A3"] == 9
    assert numbers(answer) == [0, 0, 2, 0]


def test_the_force_wide_review_passes_on_when_the_first_inspection_moves_behind_another() -> None:
    programme = make_programme(
        [{"police_force_code": "F1"}, {"police_force_code": "F1"}, {}],
        inspectors=HEADS,
        weeks=24,
    )
    one_of_hmic = tuple(each for each in SECOND if each != "hmic-4")
    baseline = held(programme, slots={"A1": 4, "A2": 10, "A3": 16}, teams={"A2": one_of_hmic})
    deferred = Change(kind=ChangeKind.DEFERRAL, la_code="A1", start=monday(17))
    answer = answered(programme, baseline, TODAY, deferred)
    rota = stands(baseline, answer, TODAY)
    reviews = {code: each.force_wide_review for code, each in rota.inspection_of.items()}
    assert reviews == {"A1": Review.NO, "A2": Review.FIRST, "A3": Review.FIRST}
    hmic = {
        code: sum(x.inspector_id.startswith("hmic") for x in rota.team_of[code]) for code in reviews
    }
    assert hmic == {"A1": 1, "A2": 2, "A3": 2}
    (row,) = (each for each in rota.force_reviews or () if each.police_force_code == "F1")
    assert (row.la_code, len(row.hmic)) == ("A2", 2)
    assert {each.la_code for each in answer.told if each.item == "force_wide_review"} >= {"A2"}
    # The first loses one from HMIC and the second gains one; one slot moves.
    assert numbers(answer)[2:] == [1, 2]
