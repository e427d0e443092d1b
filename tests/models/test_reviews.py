"""Force-wide reviews: a force's first inspection, and the first after each change (R6, §31)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.deployment import Deployment, Role
from models.events import ForceChange
from models.inspection import Inspection, Review, ReviewState
from models.programme import Programme
from models.reviews import force_reviews, reviews_of
from models.rota import Rota
from tests.planner.tiny import MONDAY, authority, programme

CODES = "ABC"


def one_force(*changes: ForceChange, **fields: object) -> Programme:
    return programme(
        authorities=tuple(authority(code) for code in CODES),
        weeks=20,
        force_changes=changes,
        **fields,
    )


def change(introduced_on: date, recorded_on: date | None = None) -> ForceChange:
    return ForceChange(police_force_code="F", introduced_on=introduced_on, recorded_on=recorded_on)


def week(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


def test_the_first_inspection_in_a_force_carries_the_review() -> None:
    assert reviews_of(one_force(), {"A": 9, "B": 4, "C": 14}) == {"B": Review.FIRST}


def test_a_change_counts_on_the_day_of_the_start_but_not_the_day_after() -> None:
    slots = {"A": 0, "B": 5, "C": 10}
    same_day = one_force(change(week(5)))
    day_after = one_force(change(week(5) + timedelta(days=1)))
    assert reviews_of(same_day, slots) == {"A": Review.FIRST, "B": Review.CHANGE}
    assert reviews_of(day_after, slots) == {"A": Review.FIRST, "C": Review.CHANGE}


def test_a_change_counts_from_the_later_of_introduction_and_record() -> None:
    slots = {"A": 0, "B": 5, "C": 10}
    asked = one_force(change(introduced_on=week(1), recorded_on=week(6)))
    assert reviews_of(asked, slots) == {"A": Review.FIRST, "C": Review.CHANGE}


def test_the_first_inspection_is_called_first_even_after_a_change() -> None:
    assert reviews_of(one_force(change(week(-3))), {"A": 0, "B": 5}) == {"A": Review.FIRST}


def test_a_change_after_the_last_inspection_leaves_none() -> None:
    assert reviews_of(one_force(change(week(11))), {"A": 0, "B": 5, "C": 10}) == {"A": Review.FIRST}


@given(
    st.dictionaries(st.sampled_from(CODES), st.integers(0, 18), min_size=1),
    st.lists(st.integers(-10, 150), max_size=4),
)
def test_a_review_is_carried_by_whoever_is_first_since_a_reason(
    slots: dict[str, int], change_days: list[int]
) -> None:
    changes = [change(MONDAY + timedelta(days=day)) for day in change_days]
    found = reviews_of(one_force(*changes), slots)
    for code, start in slots.items():
        before = [c for c, other in slots.items() if (other, c) < (start, code)]
        reasons = [
            each.counts_from
            for each in changes
            if week(start) >= each.counts_from
            and all(week(slots[other]) < each.counts_from for other in before)
        ]
        expected = Review.FIRST if not before else Review.CHANGE if reasons else None
        assert found.get(code) == expected


def rota(**slots: int) -> Rota:
    return Rota(
        inspections=tuple(
            Inspection(la_code=code, start=week(start)) for code, start in slots.items()
        ),
        deployments=tuple(
            Deployment(la_code=code, inspector_id=who, role=Role.MEMBER)
            for code in slots
            for who in ("hmic-2", "hmic-1", "cqc-1")
        ),
    )


def test_the_list_has_a_row_for_each_review_and_the_people_from_hmic() -> None:
    asked = one_force(change(week(3)), change(week(4)))
    first, second = force_reviews(asked, rota(A=0, B=5, C=10))
    assert (first.la_code, first.why, first.start) == ("A", Review.FIRST, week(0))
    assert (second.la_code, second.why) == ("B", Review.CHANGE)
    assert first.hmic == ("hmic-1", "hmic-2")
    assert (first.force, first.authority) == ("Force F", "Authority A")


def test_a_review_is_held_once_its_inspection_has_started_before_today() -> None:
    asked, whole = one_force(change(week(3))), rota(A=0, B=5)
    states = {
        today: [each.state for each in force_reviews(asked, whole, today)]
        for today in (None, week(5), week(5) + timedelta(days=1))
    }
    assert states[None] == [ReviewState.PLANNED, ReviewState.PLANNED]
    assert states[week(5)] == [ReviewState.HELD, ReviewState.PLANNED]
    assert states[week(5) + timedelta(days=1)] == [ReviewState.HELD, ReviewState.HELD]


def test_a_change_too_late_for_any_inspection_is_listed_as_none_left() -> None:
    asked = one_force(change(week(11)), change(week(12)))
    none_left, first = force_reviews(asked, rota(A=0, B=5, C=10))
    assert (none_left.state, none_left.why, none_left.la_code) == (
        ReviewState.NONE_LEFT,
        Review.CHANGE,
        "",
    )
    assert first.state is ReviewState.PLANNED
