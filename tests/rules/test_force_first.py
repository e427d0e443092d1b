"""R6: the first inspection in a force, and after each change, carries the force-wide review."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from models.checks.force_first import check
from models.inspection import ForceReview, Review, ReviewState
from models.programme import Programme
from models.rota import Rota
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import inspection, make_rota

TOGETHER = {"police_force_code": "F1"}
SLOTS = {"A1": 8, "A2": 2, "A3": 14}


def _programme(*changes: Mapping[str, Any]) -> Programme:
    """Three authorities in one force, with force-wide changes in it."""
    given = [{"police_force_code": "F1"} | dict(change) for change in changes]
    return make_programme([TOGETHER] * 3, force_changes=given)


def _stating(reviews: Mapping[str, str], slots: Mapping[str, int] = SLOTS) -> Rota:
    rows = tuple(
        inspection(la_code, week, force_wide_review=reviews.get(la_code, "no"))
        for la_code, week in slots.items()
    )
    return Rota(inspections=rows, deployments=())


def test_the_earliest_inspection_in_a_force_is_its_first() -> None:
    assert list(check(_programme(), _stating({"A2": "first"}))) == []


def test_a_review_at_another_inspection_breaks_it() -> None:
    breaches = list(check(_programme(), _stating({"A1": "first"})))
    assert [breach.sentence for breach in breaches] == [
        "The inspection of Alton (A1), from 3 March 2014, carries no force-wide review (no); the "
        "rota says first.",
        "The inspection of Burley (A2), from 20 January 2014, is the first in its force and "
        "carries the force-wide review (first); the rota says no.",
    ]
    assert [(breach.weeks, breach.last_day) for breach in breaches] == [
        ((8,), monday(8)),
        ((2,), monday(2)),
    ]


def test_each_force_has_its_own_first() -> None:
    programme = make_programme([TOGETHER, {"police_force_code": "F2"}, TOGETHER])
    assert list(check(programme, _stating({"A2": "first", "A1": "first"}))) == []


@pytest.mark.parametrize(
    ("change", "reviews"),
    [
        # On the Monday of week 8, where A1 starts, A1 is the first on or after it; a day later A3.
        ({"introduced_on": monday(8)}, {"A2": "first", "A1": "change"}),
        ({"introduced_on": monday(8, 1)}, {"A2": "first", "A3": "change"}),
        # The later of introduced and recorded counts, whichever it is.
        (
            {"introduced_on": monday(3), "recorded_on": monday(9)},
            {"A2": "first", "A3": "change"},
        ),
        (
            {"introduced_on": monday(9), "recorded_on": monday(3)},
            {"A2": "first", "A3": "change"},
        ),
        # Where both apply it is called first.
        ({"introduced_on": monday(0)}, {"A2": "first"}),
        # After the last inspection nobody is left to review the force.
        ({"introduced_on": monday(15)}, {"A2": "first"}),
    ],
)
def test_the_first_inspection_after_a_change_carries_a_review(
    change: Mapping[str, Any], reviews: Mapping[str, str]
) -> None:
    assert list(check(_programme(change), _stating(reviews))) == []
    changed = {code: "change" if code != "A1" else "no" for code in SLOTS}
    assert list(check(_programme(change), _stating(changed))) != []


def test_two_changes_answered_by_one_inspection_are_one_review() -> None:
    changes = ({"introduced_on": monday(3)}, {"introduced_on": monday(5)})
    assert list(check(_programme(*changes), _stating({"A2": "first", "A1": "change"}))) == []


def test_a_change_in_another_force_asks_nothing() -> None:
    programme = make_programme(
        [TOGETHER, TOGETHER, {"police_force_code": "F2"}],
        force_changes=[{"police_force_code": "F2", "introduced_on": monday(3)}],
    )
    assert list(check(programme, _stating({"A2": "first", "A3": "first"}))) == []


def test_a_rota_that_states_no_review_breaks_nothing() -> None:
    programme = _programme({"introduced_on": monday(3)})
    assert list(check(programme, make_rota(programme, SLOTS))) == []


def test_the_stated_force_is_the_authoritys() -> None:
    programme = make_programme(2)
    right = inspection("A1", 3, police_force_code="F1")
    wrong = inspection("A1", 3, police_force_code="F2")
    assert list(check(programme, Rota(inspections=(right,), deployments=()))) == []
    (breach,) = check(programme, Rota(inspections=(wrong,), deployments=()))
    assert breach.sentence == (
        "The rota says that the force of Alton (A1) is F2 Police (F2); it is F1 Police (F1)."
    )


def _row(**differences: Any) -> ForceReview:
    plain = {
        "police_force_code": "F1",
        "force": "F1 Police",
        "la_code": "A2",
        "authority": "Burley",
        "start": monday(2),
        "why": Review.FIRST,
        "hmic": ("hmic-1", "hmic-2"),
        "state": ReviewState.PLANNED,
    }
    return ForceReview(**plain | differences)


def _listing(programme: Programme, rows: Sequence[ForceReview]) -> list[str]:
    rota = make_rota(programme, SLOTS, force_reviews=tuple(rows))
    return [breach.sentence for breach in check(programme, rota)]


def test_a_list_with_each_review_once_keeps_it() -> None:
    assert _listing(_programme(), [_row()]) == []
    assert _listing(_programme(), [_row(state=ReviewState.HELD, hmic=("hmic-2", "hmic-1"))]) == []


def test_a_list_without_a_review_or_with_it_twice_breaks_it() -> None:
    assert _listing(_programme(), []) == [
        "The list of force-wide reviews does not hold the one at Burley (A2), from "
        "20 January 2014, which is the first in its force and carries the force-wide review "
        "(first)."
    ]
    assert _listing(_programme(), [_row(), _row()]) == [
        "The list of force-wide reviews holds the one at Burley (A2) 2 times."
    ]
    rota = make_rota(_programme(), SLOTS, force_reviews=(_row(),) * 3)
    assert [breach.amount for breach in check(_programme(), rota)] == [2]


def test_a_list_with_a_review_that_nobody_carries_breaks_it() -> None:
    extra = _row(la_code="A3", authority="Corby", start=monday(14), why=Review.CHANGE)
    assert _listing(_programme(), [_row(), extra]) == [
        "The list of force-wide reviews holds one in F1 Police (F1) at Corby (A3), which carries "
        "no force-wide review (no)."
    ]
    assert _listing(_programme(), [_row(), _row(la_code="E99")]) == [
        "The list of force-wide reviews holds one in F1 Police (F1) at E99, which has no "
        "inspection."
    ]


@pytest.mark.parametrize(
    ("differences", "said"),
    [
        ({"police_force_code": "F9"}, "the force of the one at Burley (A2) is F9; it is F1."),
        (
            {"force": "F9 Police"},
            "the force's name of the one at Burley (A2) is F9 Police; it is F1 Police.",
        ),
        (
            {"authority": "Alton"},
            "the authority's name of the one at Burley (A2) is Alton; it is Burley.",
        ),
        (
            {"start": monday(3)},
            "the start of the one at Burley (A2) is 27 January 2014; it is 20 January 2014.",
        ),
        ({"start": None}, "the start of the one at Burley (A2) is blank; it is 20 January 2014."),
        ({"why": Review.CHANGE}, "the reason of the one at Burley (A2) is change; it is first."),
        (
            {"hmic": ("hmic-1",)},
            "the HMIC team of the one at Burley (A2) is hmic-1; it is hmic-1 hmic-2.",
        ),
    ],
)
def test_each_column_of_a_list_is_so(differences: Mapping[str, Any], said: str) -> None:
    assert _listing(_programme(), [_row(**differences)]) == [
        f"The list of force-wide reviews says that {said}"
    ]


def test_people_from_hmic_are_listed_in_any_order() -> None:
    numbers = {"ofsted": 4, "hmic": 4, "cqc": 1, "hmi_probation": 1}
    programme = make_programme([TOGETHER] * 3, inspectors=numbers)
    people = tuple(f"hmic-{number}" for number in (3, 1, 4, 2))
    rota = make_rota(programme, SLOTS, {"A2": people}, force_reviews=(_row(hmic=people[::-1]),))
    assert list(check(programme, rota)) == []


def test_a_row_without_an_authority_says_that_none_is_left() -> None:
    blank = _row(la_code="", authority="", start=None, hmic=())
    (said,) = _listing(_programme(), [_row(), blank])
    assert said.startswith("The list of force-wide reviews says that no inspection is left in")


def _none_left(force: str, why: Review = Review.CHANGE) -> ForceReview:
    state = ReviewState.NONE_LEFT
    return ForceReview(police_force_code=force, force=f"{force} Police", why=why, state=state)


def test_a_change_that_came_too_late_is_listed_as_none_left() -> None:
    late = _programme({"introduced_on": monday(14, 1)})
    assert _listing(late, [_row(), _none_left("F1")]) == []
    assert _listing(late, [_row()]) == [
        "No inspection in F1 Police (F1) is left for the force-wide change that counts from "
        "15 April 2014, and the list of force-wide reviews does not say so."
    ]
    # On the Monday of week 14 itself A3 answers it.
    in_time = _programme({"introduced_on": monday(14)})
    change = _row(la_code="A3", authority="Corby", start=monday(14), why=Review.CHANGE)
    change = change.model_copy(update={"hmic": ("hmic-1",)})
    assert _listing(in_time, [_row(), change]) == []
    assert _listing(in_time, [_row(), change, _none_left("F1")]) == [
        "The list of force-wide reviews says that no inspection is left in F1 Police (F1) for one, "
        "and none is owed there without an inspection."
    ]


def test_a_force_without_authorities_may_be_listed_as_having_no_first() -> None:
    forces = [{"police_force_code": code, "name": f"{code} Police"} for code in ("F1", "F9")]
    programme = make_programme([TOGETHER] * 3, forces=forces)
    assert _listing(programme, [_row(), _none_left("F9", Review.FIRST)]) == []
    assert len(_listing(programme, [_row(), _none_left("F1", Review.FIRST)])) == 1
