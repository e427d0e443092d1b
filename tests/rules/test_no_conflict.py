"""R12: no inspector is deployed where a conflict of interest is recorded."""

from collections.abc import Mapping

import pytest

from models.checks.no_conflict import check
from models.deployment import CpsActivity
from models.programme import Programme
from tests.cases.programmes import ONE_TEAM, make_programme, monday
from tests.cases.rotas import deployment, make_rota, rebuilt


def _programme(conflict: Mapping[str, str]) -> Programme:
    """A1 and A2 in one force, A3 in another, and one conflict of interest."""
    together = {"police_force_code": "F1"}
    return make_programme(
        [together, together, {"police_force_code": "F2"}],
        inspectors={**ONE_TEAM, "hmcpsi": 1},
        conflicts=[dict(conflict) | {"reason": "never to be shown"}],
    )


@pytest.mark.parametrize(
    ("conflict", "broken"),
    [
        ({"inspector_id": "cqc-1", "la_code": "A1"}, [("A1",)]),
        ({"inspector_id": "cqc-1", "police_force_code": "F1"}, [("A1",), ("A2",)]),
        ({"inspector_id": "cqc-1", "police_force_code": "F2"}, [("A3",)]),
        ({"inspector_id": "hmcpsi-1", "la_code": "A1"}, []),
    ],
)
def test_a_conflict_binds_its_inspector_in_its_place(
    conflict: Mapping[str, str], broken: list[tuple[str, ...]]
) -> None:
    programme = _programme(conflict)
    breaches = list(check(programme, make_rota(programme, {"A1": 3, "A2": 7, "A3": 11})))
    assert [breach.la_codes for breach in breaches] == broken
    assert {breach.inspector_ids for breach in breaches} <= {("cqc-1",)}


def test_a_breach_names_the_place_and_never_the_reason() -> None:
    programme = _programme({"inspector_id": "cqc-1", "la_code": "A1"})
    (breach,) = check(programme, make_rota(programme, {"A1": 3}))
    assert breach.sentence == (
        "CQC 1 (cqc-1) is deployed in Alton (A1), with which a conflict of interest is recorded."
    )
    assert (breach.weeks, breach.last_day) == ((3,), monday(4, 4))
    assert "never to be shown" not in repr(breach)
    programme = _programme({"inspector_id": "cqc-1", "police_force_code": "F1"})
    (breach,) = check(programme, make_rota(programme, {"A1": 3}))
    assert breach.sentence == (
        "CQC 1 (cqc-1) is deployed in Alton (A1), which lies in F1 Police (F1), with which a "
        "conflict of interest is recorded."
    )


def test_a_hmcpsi_activity_is_bound_too() -> None:
    activity = (CpsActivity(la_code="A1", inspector_id="hmcpsi-1", start=monday(9)),)
    programme = _programme({"inspector_id": "hmcpsi-1", "police_force_code": "F1"})
    (breach,) = check(programme, make_rota(programme, {"A1": 3}, cps_activities=activity))
    assert breach.sentence.startswith("HMCPSI 1 (hmcpsi-1) has the HMCPSI activity in Alton (A1),")
    assert (breach.weeks, breach.last_day) == ((9,), monday(9, 4))
    elsewhere = _programme({"inspector_id": "hmcpsi-1", "la_code": "A2"})
    assert list(check(elsewhere, make_rota(elsewhere, {"A1": 3}, cps_activities=activity))) == []


def test_unknown_codes_are_in_no_conflict() -> None:
    programme = _programme({"inspector_id": "cqc-1", "la_code": "A1"})
    rota = make_rota(programme, {})
    stray = (deployment("E99", "cqc-1"), deployment("A1", "nobody"))
    assert list(check(programme, rebuilt(rota, deployments=stray))) == []
