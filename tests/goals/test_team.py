"""G2: teams below target."""

import pytest

from models.deployment import Role
from models.measures.team import measure
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import deployment, make_rota, rebuilt

PEOPLE = {"ofsted": 7, "hmic": 4, "cqc": 3, "hmi_probation": 2, "hmi_prisons": 2}


def _team(**numbers: int) -> tuple[str, ...]:
    return tuple(f"{body}-{n}" for body in numbers for n in range(1, numbers[body] + 1))


@pytest.mark.parametrize(
    ("numbers", "short"),
    [
        # The target of a large team is Ofsted 5, HMIC 2 and one for the review, CQC 2, Probation 1.
        ({"ofsted": 5, "hmic": 3, "cqc": 2, "hmi_probation": 1}, 0),
        ({"ofsted": 4, "hmic": 2, "cqc": 1, "hmi_probation": 1}, 3),
        # One more of Probation than the target makes up for nothing.
        ({"ofsted": 5, "hmic": 3, "cqc": 1, "hmi_probation": 2}, 1),
        ({}, 11),
    ],
)
def test_each_inspector_below_target_counts_one(numbers: dict[str, int], short: int) -> None:
    programme = make_programme([{"children_0_17": 100_000}], inspectors=PEOPLE)
    rota = make_rota(programme, {"A1": 3}, {"A1": _team(**numbers)})
    assert measure(programme, rota) == short


def test_only_a_force_wide_review_raises_hmics_target() -> None:
    together = {"police_force_code": "F1"}
    programme = make_programme([together, together], inspectors=PEOPLE)
    small = _team(ofsted=4, hmic=1, cqc=1, hmi_probation=1)
    # A1 is the first in the force and one short; A2 is not.
    assert (
        measure(
            programme, make_rota(programme, {"A1": 3, "A2": 9}, dict.fromkeys(["A1", "A2"], small))
        )
        == 1
    )
    change = {"police_force_code": "F1", "introduced_on": monday(5)}
    programme = make_programme([together, together], inspectors=PEOPLE, force_changes=[change])
    assert (
        measure(
            programme, make_rota(programme, {"A1": 3, "A2": 9}, dict.fromkeys(["A1", "A2"], small))
        )
        == 2
    )


def test_hmi_prisons_target_is_what_the_establishments_ask() -> None:
    unit = {"establishment": "Unit", "kind": "mother_and_baby_unit", "la_code": "A1"}
    programme = make_programme(1, inspectors=PEOPLE, establishments=[unit])
    team = _team(ofsted=4, hmic=2, cqc=1, hmi_probation=1)
    assert measure(programme, make_rota(programme, {"A1": 3}, {"A1": team})) == 1
    with_prisons = (*team, "hmi_prisons-1")
    assert measure(programme, make_rota(programme, {"A1": 3}, {"A1": with_prisons})) == 0


def test_an_inspectorate_without_a_week_is_never_short() -> None:
    programme = make_programme(1, inspectors=PEOPLE, policy={"phases": {"hmi_probation": []}})
    team = _team(ofsted=4, hmic=2, cqc=1)
    assert measure(programme, make_rota(programme, {"A1": 3}, {"A1": team})) == 0


def test_a_substitute_fills_no_place_besides_the_lost_ones() -> None:
    lost = {"inspector_id": "ofsted-2", "start": monday(4), "end": monday(9)}
    programme = make_programme(1, inspectors=PEOPLE, absences=[lost])
    team = _team(ofsted=3, hmic=2, cqc=1, hmi_probation=1)
    rota = make_rota(programme, {"A1": 3}, {"A1": team})
    substitute = deployment("A1", "ofsted-5").model_copy(update={"role": Role.SUBSTITUTE})
    pair = rebuilt(rota, deployments=(*rota.deployments, substitute))
    # Three of the target's four, with and without the substitute.
    assert measure(programme, rota) == measure(programme, pair) == 1
