"""R15: deployments per inspector and programme year stay within the ceiling times FTE."""

from typing import Any

import pytest

from models.checks.ceiling import check
from models.programme import Programme
from models.rota import Rota
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import deployment, inspection


def _programme(ceiling: int, fte_percent: int = 100, **fields: Any) -> Programme:
    return make_programme(
        8,
        weeks=60,
        people={"cqc-1": {"fte_percent": fte_percent}},
        policy={"ceiling": {"deployments_per_year": ceiling}},
        **fields,
    )


def _rota(*weeks: int, inspector_id: str = "cqc-1") -> Rota:
    """One inspector at an inspection in each of these weeks."""
    codes = [f"A{number}" for number in range(1, len(weeks) + 1)]
    return Rota(
        inspections=tuple(inspection(*pair) for pair in zip(codes, weeks, strict=True)),
        deployments=tuple(deployment(code, inspector_id) for code in codes),
    )


def test_as_many_as_the_ceiling_keep_the_rule_and_one_more_breaks_it() -> None:
    programme = _programme(3)
    assert list(check(programme, _rota(2, 12, 22))) == []
    (breach,) = check(programme, _rota(2, 12, 22, 32))
    assert breach.sentence == (
        "CQC 1 (cqc-1) has 4 deployments in programme year 1, from 6 January 2014; 3 is the most "
        "at 100 % of full time."
    )
    assert breach.la_codes == ("A1", "A2", "A3", "A4")
    assert (breach.weeks, breach.amount) == ((2, 12, 22, 32), 1)
    assert breach.last_day == monday(33, 4)


@pytest.mark.parametrize(
    ("ceiling", "fte_percent", "most"),
    [
        (4, 50, 2),  # 2.0
        (4, 51, 3),  # 2.04, rounded up
        (4, 75, 3),  # 3.0
        (3, 1, 1),  # 0.03
        (5, 60, 3),  # 3.0, exactly
        (3, 67, 3),  # 2.01
    ],
)
def test_part_time_has_a_share_of_the_ceiling_rounded_up(
    ceiling: int, fte_percent: int, most: int
) -> None:
    programme = _programme(ceiling, fte_percent)
    weeks = [10 * number for number in range(most + 1)]
    assert list(check(programme, _rota(*weeks[:most]))) == []
    (breach,) = check(programme, _rota(*weeks))
    assert breach.figures == {"count": most + 1, "year": 1, "most": most, "percent": fte_percent}


def test_the_default_ceiling_is_twelve() -> None:
    programme = make_programme(13, weeks=60)
    weeks = list(range(0, 52, 4))
    assert list(check(programme, _rota(*weeks[:12]))) == []
    assert len(list(check(programme, _rota(*weeks)))) == 1


def test_a_deployment_belongs_to_the_year_of_the_inspections_start() -> None:
    programme = _programme(1)
    # A start in week 51 is in the first year, though CQC comes in week 52.
    assert list(check(programme, _rota(51, 55))) == []
    assert len(list(check(programme, _rota(40, 51)))) == 1
    (breach,) = check(programme, _rota(52, 55))
    assert "in programme year 2, from 5 January 2015" in breach.sentence


def test_a_shorter_last_year_keeps_the_whole_ceiling() -> None:
    # Eight weeks are left for the second year.
    programme = _programme(2)
    assert list(check(programme, _rota(52, 55))) == []
    assert len(list(check(programme, _rota(52, 55, 58)))) == 1


def test_somebody_who_stands_twice_in_a_team_is_deployed_there_once() -> None:
    programme = _programme(1)
    once = _rota(2)
    twice = Rota(inspections=once.inspections, deployments=once.deployments * 2)
    assert list(check(programme, twice)) == []
