"""R9: each programme year holds its share of the inspections, give or take a tolerance."""

from collections.abc import Mapping

import pytest

from models.checks.year_quota import check
from models.programme import Programme
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import inspection, make_rota, rebuilt


def _programme(tolerance: int, weeks: int = 104, authorities: int = 5) -> Programme:
    policy = {"year_quota": {"tolerance": tolerance}}
    return make_programme(authorities, weeks=weeks, policy=policy)


def _slots(first_year: int, second_year: int) -> Mapping[str, int]:
    weeks = [*range(first_year), *range(52, 52 + second_year)]
    return {f"A{number}": week for number, week in enumerate(weeks, start=1)}


@pytest.mark.parametrize(("first", "kept"), [(1, False), (2, True), (3, True), (4, False)])
def test_a_year_holds_its_share_rounded_down_to_rounded_up(first: int, kept: bool) -> None:
    # Five inspections in two equal years: 2.5 each, so 2 to 3 without tolerance.
    programme = _programme(0)
    breaches = list(check(programme, make_rota(programme, _slots(first, 5 - first))))
    assert (breaches == []) is kept


@pytest.mark.parametrize(("first", "kept"), [(0, False), (1, True), (4, True), (5, False)])
def test_the_tolerance_widens_both_ends(first: int, kept: bool) -> None:
    programme = _programme(1)
    breaches = list(check(programme, make_rota(programme, _slots(first, 5 - first))))
    assert (breaches == []) is kept


def test_the_default_tolerance_is_four() -> None:
    # Ten in two years: 5 each, so 1 to 9.
    programme = make_programme([{} for _ in range(10)], weeks=104)
    assert list(check(programme, make_rota(programme, _slots(9, 1)))) == []
    assert len(list(check(programme, make_rota(programme, _slots(10, 0))))) == 2


def test_a_breach_says_the_year_and_its_limits() -> None:
    programme = _programme(0)
    many, few = check(programme, make_rota(programme, _slots(4, 1)))
    assert many.sentence == (
        "Programme year 1, from 6 January 2014, holds 4 of 5 inspections; 3 is the most."
    )
    assert few.sentence == (
        "Programme year 2, from 5 January 2015, holds 1 of 5 inspections; 2 is the least."
    )
    assert (many.amount, many.weeks, many.last_day) == (1, tuple(range(52)), monday(3))
    # Too few is past only once the year's last start week is.
    assert (few.amount, few.last_day) == (1, monday(103))


def test_a_shorter_last_year_has_a_smaller_share() -> None:
    # 65 weeks: 5 x 52 / 65 = 4 and 5 x 13 / 65 = 1.
    programme = _programme(0, weeks=65)
    assert list(check(programme, make_rota(programme, _slots(4, 1)))) == []
    breaches = list(check(programme, make_rota(programme, _slots(3, 2))))
    assert [breach.figures["count"] for breach in breaches] == [3, 2]


def test_week_51_is_in_the_first_year_and_week_52_in_the_second() -> None:
    programme = _programme(0, authorities=2)
    assert list(check(programme, make_rota(programme, {"A1": 51, "A2": 52}))) == []
    assert len(list(check(programme, make_rota(programme, {"A1": 51, "A2": 50})))) == 2
    assert len(list(check(programme, make_rota(programme, {"A1": 53, "A2": 52})))) == 2


def test_a_start_outside_the_programme_is_in_no_year() -> None:
    programme = _programme(0, authorities=2)
    rota = make_rota(programme, {"A1": 51, "A2": 52})
    outside = (*rota.inspections, inspection("A1", -1), inspection("A2", 104))
    assert list(check(programme, rebuilt(rota, inspections=outside))) == []
