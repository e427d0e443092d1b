"""R7: two inspections in one force start at least the gap apart."""

import pytest

from models.checks.force_spacing import check
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import inspection, make_rota, rebuilt

TOGETHER = {"police_force_code": "F1"}


def test_four_weeks_apart_keep_the_rule_and_three_break_it() -> None:
    programme = make_programme([TOGETHER, TOGETHER])
    assert list(check(programme, make_rota(programme, {"A1": 2, "A2": 6}))) == []
    (breach,) = check(programme, make_rota(programme, {"A1": 2, "A2": 5}))
    assert breach.sentence == (
        "In F1 Police (F1), Alton (A1) starts on 20 January 2014 and Burley (A2) on "
        "10 February 2014: 3 whole weeks apart; 4 weeks is the least."
    )
    assert (breach.la_codes, breach.weeks, breach.amount) == (("A1", "A2"), (2, 5), 1)
    assert breach.last_day == monday(5)


def test_days_that_make_no_whole_week_do_not_count() -> None:
    programme = make_programme([TOGETHER, TOGETHER])
    rota = make_rota(programme, {"A1": 2, "A2": 6})
    tuesday = inspection("A1", 2).model_copy(update={"start": monday(2, 1)})
    (breach,) = check(programme, rebuilt(rota, inspections=(tuesday, inspection("A2", 6))))
    assert breach.figures == {"weeks": 3, "gap": 4}


def test_inspections_in_different_forces_may_start_together() -> None:
    programme = make_programme(2)
    assert list(check(programme, make_rota(programme, {"A1": 2, "A2": 2}))) == []


def test_every_two_are_said() -> None:
    programme = make_programme([TOGETHER] * 3)
    breaches = list(check(programme, make_rota(programme, {"A1": 5, "A2": 5, "A3": 6})))
    pairs = {breach.la_codes: breach.amount for breach in breaches}
    # The gaps are 0, 1 and 1 week: 4, 3 and 3 short.
    assert pairs == {("A1", "A2"): 4, ("A1", "A3"): 3, ("A2", "A3"): 3}


@pytest.mark.parametrize(
    ("weeks", "gap"),
    [
        # Four inspections: the last start week is weeks - 2, and at a gap of g they need 3g + 1.
        (14, 4),  # 13 start weeks hold 0, 4, 8, 12
        (13, 3),  # 12 start weeks hold 0, 3, 6, 9
        (10, 2),  # 9 start weeks do not hold 10
        (7, 1),  # 6 start weeks do not hold 7
        (4, 1),  # 3 start weeks hold 3 of the 4 even at a gap of 1; never below
    ],
)
def test_a_force_with_too_many_authorities_has_the_largest_gap_that_fits(
    weeks: int, gap: int
) -> None:
    programme = make_programme([TOGETHER] * 4, weeks=weeks)
    assert list(check(programme, make_rota(programme, {"A1": 0, "A2": gap}))) == []
    (breach,) = check(programme, make_rota(programme, {"A1": 0, "A2": gap - 1}))
    assert breach.figures["gap"] == gap


def test_the_gap_is_fitted_into_the_weeks_that_are_nationally_open() -> None:
    # Weeks 4 and 5 are blacked out, so that starts in 3, 4 and 5 are not open. At a gap of 4 from
    # 0 the next open starts are 6, 10 and 14, but the last start of 14 weeks is 12: three fit.
    # At 3: 0, 6, 9, 12.
    national = {"scope": "national", "start": monday(4), "end": monday(5)}
    programme = make_programme([TOGETHER] * 4, weeks=14, blackouts=[national])
    (breach,) = check(programme, make_rota(programme, {"A1": 0, "A2": 2}))
    assert breach.figures["gap"] == 3
    # An authority's own blackout changes no gap.
    local = national | {"scope": "authority", "key": "A1"}
    programme = make_programme([TOGETHER] * 4, weeks=14, blackouts=[local])
    (breach,) = check(programme, make_rota(programme, {"A1": 0, "A2": 2}))
    assert breach.figures["gap"] == 4


def test_the_gap_is_policy() -> None:
    programme = make_programme([TOGETHER, TOGETHER], policy={"force": {"gap_weeks": 6}})
    assert list(check(programme, make_rota(programme, {"A1": 2, "A2": 8}))) == []
    (breach,) = check(programme, make_rota(programme, {"A1": 2, "A2": 7}))
    assert breach.sentence.endswith("5 whole weeks apart; 6 weeks is the least.")


def test_authorities_that_the_programme_does_not_have_are_in_no_force() -> None:
    programme = make_programme([TOGETHER])
    rota = make_rota(programme, {"A1": 2})
    stray = (*rota.inspections, inspection("E99", 2))
    assert list(check(programme, rebuilt(rota, inspections=stray))) == []
