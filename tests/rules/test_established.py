"""R14: seconded inspectors are never more than half of a part, save a part of one."""

from collections.abc import Sequence
from typing import Any

import pytest

from models.breach import Breach
from models.checks.established import check
from models.deployment import Role
from models.programme import Programme
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import deployment, make_rota, rebuilt

SECONDED = {"employment": "seconded"}


def _programme(**fields: Any) -> Programme:
    """Ofsted 1 to 3 and CQC 1 and 2 are established, Ofsted 4 to 6 and CQC 3 and 4 seconded."""
    numbers = {"ofsted": 6, "cqc": 4}
    seconded = ("ofsted-4", "ofsted-5", "ofsted-6", "cqc-3", "cqc-4")
    people = dict.fromkeys(seconded, SECONDED)
    return make_programme(1, inspectors=numbers, people=people, **fields)


def _breaches(programme: Programme, team: Sequence[str]) -> list[Breach]:
    return list(check(programme, make_rota(programme, {"A1": 3}, {"A1": team})))


@pytest.mark.parametrize(
    ("team", "excess"),
    [
        (("cqc-3",), 0),  # a part of one
        (("cqc-1", "cqc-3"), 0),  # one of two is half
        (("cqc-3", "cqc-4"), 1),  # two of two; one is allowed
        (("ofsted-1", "ofsted-4"), 0),
        (("ofsted-1", "ofsted-4", "ofsted-5"), 1),  # two of three; half of three allows one
        (("ofsted-1", "ofsted-2", "ofsted-4", "ofsted-5"), 0),  # two of four
        (("ofsted-1", "ofsted-4", "ofsted-5", "ofsted-6"), 1),  # three of four
    ],
)
def test_half_keeps_the_rule_and_more_breaks_it(team: Sequence[str], excess: int) -> None:
    breaches = _breaches(_programme(), team)
    assert [breach.amount for breach in breaches] == ([excess] if excess else [])


def test_each_inspectorates_part_counts_by_itself() -> None:
    # Four of six are seconded, but of each part exactly half or a part of one.
    assert _breaches(_programme(), ("ofsted-1", "ofsted-4", "cqc-3")) == []


def test_a_breach_names_the_seconded() -> None:
    (breach,) = _breaches(_programme(), ("ofsted-5", "ofsted-1", "ofsted-4"))
    assert breach.sentence == (
        "2 of the 3 from Ofsted in Alton (A1), from 27 January 2014, are seconded: "
        "Ofsted 4 (ofsted-4) and Ofsted 5 (ofsted-5); 50 % is the largest share."
    )
    assert breach.inspector_ids == ("ofsted-4", "ofsted-5")
    assert (breach.weeks, breach.last_day) == ((3,), monday(4, 4))


@pytest.mark.parametrize(("share", "excess"), [(0.67, 0), (0.66, 1), (0.33, 2), (0.0, 2)])
def test_the_largest_share_is_policy(share: float, excess: int) -> None:
    # Two of three are 66.7 %: at 0.66 and 0.67 of three, 1.98 and 2.01, one and two are allowed;
    # at 0.33 and 0, none.
    programme = _programme(policy={"seconded": {"largest_share": share}})
    breaches = _breaches(programme, ("ofsted-1", "ofsted-4", "ofsted-5"))
    assert [breach.amount for breach in breaches] == ([excess] if excess else [])


def test_a_substitute_is_counted_in_the_place_of_the_lost_one() -> None:
    lost = {"inspector_id": "ofsted-1", "start": monday(4), "end": monday(9)}
    programme = _programme(absences=[lost])
    rota = make_rota(programme, {"A1": 3}, {"A1": ("ofsted-2", "ofsted-1", "ofsted-4")})
    # Before, one of three is seconded. Ofsted 3 in the place of 1: still; Ofsted 5: two of three.
    for newcomer, broken in (("ofsted-3", 0), ("ofsted-5", 1)):
        substitute = deployment("A1", newcomer).model_copy(update={"role": Role.SUBSTITUTE})
        pair = rebuilt(rota, deployments=(*rota.deployments, substitute))
        assert len(list(check(programme, pair))) == broken


def test_a_part_is_counted_before_the_place_was_taken_too() -> None:
    lost = {"inspector_id": "ofsted-5", "start": monday(4), "end": monday(9)}
    programme = _programme(absences=[lost])
    rota = make_rota(programme, {"A1": 3}, {"A1": ("ofsted-1", "ofsted-5", "ofsted-4")})
    substitute = deployment("A1", "ofsted-2").model_copy(update={"role": Role.SUBSTITUTE})
    # Before, two of three; after, one of three.
    (breach,) = check(programme, rebuilt(rota, deployments=(*rota.deployments, substitute)))
    assert breach.inspector_ids == ("ofsted-4", "ofsted-5")
