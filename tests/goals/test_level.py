"""G6: months over the even load."""

import pytest

from models.measures.level import measure
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import make_rota


@pytest.mark.parametrize(
    ("in_january", "over"),
    [(2, 0), (3, 0), (4, 1), (6, 3)],
)
def test_starts_past_the_even_load_and_one_more_count(in_january: int, over: int) -> None:
    # Twenty weeks from 6 January: start weeks 0 to 18, the last on 12 May: January to May, five
    # months. Six inspections: ceil(6 / 5) = 2, so 3 in a month cost nothing.
    programme = make_programme(6)
    # Weeks 0 to 3 begin in January, 4 in February, 8 in March.
    weeks = [0] * in_january + [4, 4, 8, 8][: 6 - in_january]
    slots = {f"A{number}": week for number, week in enumerate(weeks, start=1)}
    assert measure(programme, make_rota(programme, slots)) == over


def test_an_inspection_belongs_to_the_month_of_its_start() -> None:
    programme = make_programme(4)
    # ceil(4 / 5) = 1: two a month are free. Week 3 begins on 27 January, week 4 on 3 February.
    assert measure(programme, make_rota(programme, {"A1": 0, "A2": 3, "A3": 3, "A4": 4})) == 1
    assert measure(programme, make_rota(programme, {"A1": 0, "A2": 3, "A3": 4, "A4": 4})) == 0


def test_months_are_summed_and_the_same_month_of_another_year_is_another() -> None:
    programme = make_programme(8, weeks=60)
    # Start weeks 0 to 58, January 2014 to February 2015: 14 months; ceil(8 / 14) = 1, two free.
    slots = {"A1": 0, "A2": 1, "A3": 2, "A4": 52, "A5": 53, "A6": 4, "A7": 5, "A8": 6}
    # January 2014: 3, January 2015: 2, February 2014: 3.
    assert measure(programme, make_rota(programme, slots)) == 2


def test_only_months_with_a_nationally_open_start_week_share_the_load() -> None:
    # February and March 2014, weeks 4 to 12, blacked out: January, April and May are left; the
    # starts in 3 and 12 are shut by their second and first week. ceil(6 / 3) = 2: three free.
    shut = {"scope": "national", "start": monday(4), "end": monday(12)}
    programme = make_programme(6, blackouts=[shut])
    slots = {"A1": 0, "A2": 0, "A3": 0, "A4": 0, "A5": 14, "A6": 14}
    assert measure(programme, make_rota(programme, slots)) == 1
    # With January to March shut, April and May share seven: ceil(7 / 2) = 4, five free.
    early = {"scope": "national", "start": monday(0), "end": monday(12)}
    programme = make_programme(7, blackouts=[early])
    slots = {f"A{number}": 14 for number in range(1, 8)}
    assert measure(programme, make_rota(programme, slots)) == 7 - 4 - 1


def test_without_an_open_month_there_is_no_load_to_share() -> None:
    always = {"scope": "national", "start": monday(0), "end": monday(30)}
    programme = make_programme(2, blackouts=[always])
    assert measure(programme, make_rota(programme, {"A1": 0, "A2": 0})) == 0
