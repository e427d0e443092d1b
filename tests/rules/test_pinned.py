"""R16: slots and deployments pinned by hand hold."""

from collections.abc import Mapping
from typing import Any

import pytest

from models.checks.pinned import check
from models.checks.universal import check as check_universal
from models.deployment import CpsActivity
from models.programme import Programme
from tests.cases.programmes import ONE_TEAM, make_programme, monday
from tests.cases.rotas import make_rota


def _programme(**pin: Any) -> Programme:
    numbers = {**ONE_TEAM, "cqc": 2, "hmcpsi": 1}
    return make_programme(2, inspectors=numbers, pins=[{"la_code": "A1"} | pin])


def _said(programme: Programme, slots: Mapping[str, int], **stated: Any) -> list[str]:
    return [breach.sentence for breach in check(programme, make_rota(programme, slots, **stated))]


def test_a_pinned_slot_holds_or_breaks_the_rule() -> None:
    programme = _programme(start=monday(3))
    assert _said(programme, {"A1": 3, "A2": 9}) == []
    assert _said(programme, {"A1": 4, "A2": 3}) == [
        "The inspection of Alton (A1) is pinned to 27 January 2014, but starts on 3 February 2014."
    ]
    (breach,) = check(programme, make_rota(programme, {"A1": 4}))
    assert (breach.weeks, breach.last_day) == ((3, 4), monday(4))


def test_a_pinned_slot_of_an_authority_left_out_breaks_it() -> None:
    programme = _programme(start=monday(3))
    assert _said(programme, {"A2": 3}) == [
        "The inspection of Alton (A1) is pinned to 27 January 2014, but has no slot."
    ]


def test_a_pinned_inspector_is_deployed_there() -> None:
    programme = _programme(inspector_id="cqc-2")
    team = ("ofsted-1", "cqc-2")
    assert _said(programme, {"A1": 3}, teams={"A1": team}) == []
    assert _said(programme, {"A1": 3, "A2": 9}, teams={"A2": team}) == [
        "CQC 2 (cqc-2) is pinned to Alton (A1), but is not deployed there."
    ]
    assert len(_said(programme, {})) == 1
    (breach,) = check(programme, make_rota(programme, {"A1": 3}, {"A1": ()}))
    assert (breach.weeks, breach.last_day) == ((3,), monday(4, weekday=4))


def test_a_pinned_role_is_the_role() -> None:
    programme = _programme(inspector_id="ofsted-2", role="lead")
    leads = {"A1": "ofsted-2"}
    assert _said(programme, {"A1": 3}, leads=leads) == []
    assert _said(programme, {"A1": 3}) == [
        "Ofsted 2 (ofsted-2) is pinned to Alton (A1) as lead, but is deployed there as member."
    ]
    any_role = _programme(inspector_id="ofsted-2")
    assert _said(any_role, {"A1": 3}, leads=leads) == _said(any_role, {"A1": 3}) == []


def test_a_pin_of_both_holds_both() -> None:
    programme = _programme(start=monday(3), inspector_id="cqc-2")
    assert len(_said(programme, {"A1": 4})) == 2


def test_a_pinned_hmcpsi_inspector_has_the_activity() -> None:
    programme = _programme(inspector_id="hmcpsi-1")
    activity = CpsActivity(la_code="A1", inspector_id="hmcpsi-1", start=monday(6))
    assert _said(programme, {"A1": 3}) == []
    assert _said(programme, {"A1": 3}, cps_activities=(activity,)) == []
    elsewhere = activity.model_copy(update={"la_code": "A2"})
    assert len(_said(programme, {"A1": 3}, cps_activities=(elsewhere,))) == 1


@pytest.mark.parametrize("week", [4, 7, 9, 12])
def test_a_deferred_authority_stays_out_of_its_forbidden_weeks(week: int) -> None:
    # Deferred to start not before week 5 and to be over by week 10: blackouts of all other weeks,
    # which R1 counts; so the first start is in week 5 and the last in week 9.
    around = [(monday(0), monday(4, 6)), (monday(11), monday(19, 6))]
    rows = [
        {"scope": "authority", "key": "A1", "start": start, "end": end} for start, end in around
    ]
    programme = make_programme(1, blackouts=rows)
    rota = make_rota(programme, {"A1": week})
    assert bool(list(check_universal(programme, rota))) is (week in (4, 12))
    assert list(check(programme, rota)) == []
