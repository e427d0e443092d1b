"""G1: inspections late on their due week."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from models.measures.priority import measure
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import inspection, make_rota, rebuilt


def _late(differences: Mapping[str, Any], week: int) -> int:
    programme = make_programme([differences], weeks=156)
    return measure(programme, make_rota(programme, {"A1": week}))


@pytest.mark.parametrize(
    ("differences", "due", "weight"),
    [
        ({"last_grade": "inadequate"}, 26, 4),
        ({"last_grade": "adequate"}, 78, 2),
        ({"last_grade": "good"}, 130, 1),
        ({"last_grade": "outstanding"}, 150, 1),
        ({}, 104, 2),
        ({"last_grade": "good", "risk_weight": 3}, 130, 3),
        # A due date comes before the grade; the week is that in which it falls, Sunday included.
        ({"last_grade": "good", "due": monday(10)}, 10, 1),
        ({"last_grade": "good", "due": monday(10, 6)}, 10, 1),
        ({"due": monday(0) - timedelta(days=1), "risk_weight": 1}, -1, 1),
    ],
)
def test_each_week_past_the_due_week_costs_the_risk_weight(
    differences: Mapping[str, Any], due: int, weight: int
) -> None:
    assert _late(differences, max(due, 0)) == (0 if due >= 0 else weight)
    assert _late(differences, due + 1) == weight
    assert _late(differences, due + 4) == 4 * weight


def test_an_early_start_earns_nothing_against_a_late_one() -> None:
    programme = make_programme([{"last_grade": "inadequate"}, {"last_grade": "adequate"}], weeks=90)
    # Inadequate: 30 - 26 = 4 weeks x 4; adequate: 68 weeks early.
    assert measure(programme, make_rota(programme, {"A1": 30, "A2": 10})) == 16
    # And 80 - 78 = 2 weeks x 2.
    assert measure(programme, make_rota(programme, {"A1": 30, "A2": 80})) == 20


def test_weeks_and_weights_by_grade_are_policy() -> None:
    policy = {"due_weeks": {"good": 5}, "risk_weight": {"good": 4}}
    programme = make_programme([{"last_grade": "good"}], policy=policy)
    assert measure(programme, make_rota(programme, {"A1": 8})) == 12


def test_authorities_of_another_programme_are_never_late() -> None:
    programme = make_programme(1)
    rota = make_rota(programme, {})
    assert measure(programme, rebuilt(rota, inspections=(inspection("E99", 150),))) == 0
