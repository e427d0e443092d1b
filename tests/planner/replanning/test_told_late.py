"""Losses on site that are told late, and days that stay struck when a week is shared out anew."""

import pytest

from models.changes import Change, ChangeKind
from models.deployment import Role
from tests.cases.programmes import monday
from tests.planner.replanning.lost import (
    FIRST,
    WEDNESDAY,
    absent,
    answered,
    at_home,
    days,
    gained,
    held,
    stands,
    three,
)


@pytest.mark.parametrize("lost", ["ofsted-1", "ofsted-2", "hmi_probation-1"])
def test_an_absence_told_a_day_late_on_the_last_day_strikes_what_is_left(lost: str) -> None:
    programme = three()
    baseline = held(programme)
    friday = monday(5, 4)
    answer = answered(programme, baseline, friday, absent(lost, monday(5, 3), monday(6)))
    rota = stands(baseline, answer, friday)
    assert not gained(baseline, rota)
    # What the baseline says of Thursday is past.
    assert days(rota, lost) == [day for day in days(baseline, lost) if day < friday]


def test_an_absence_told_a_day_late_is_struck_where_nobody_is_free() -> None:
    programme = at_home(three(), "hmic-3", "hmic-4")
    baseline = held(programme, teams={"A2": FIRST})
    told_late = absent("hmic-1", monday(4, 1), monday(4, 4))
    answer = answered(programme, baseline, WEDNESDAY, told_late)
    rota = stands(baseline, answer, WEDNESDAY)
    assert not gained(baseline, rota)
    assert any("nobody of HMIC is free" in said for said in answer.said)


def test_days_stay_struck_where_week_two_is_shared_out_anew() -> None:
    programme = three(policy={"team": {"small": {"cqc": (1, 1, 2)}}})
    baseline = held(programme)
    pins = [
        Change(kind=ChangeKind.PIN, la_code="A1", inspector_id=each) for each in ("cqc-1", "cqc-3")
    ]
    lost = absent("ofsted-3", monday(5))
    answer = answered(programme, baseline, WEDNESDAY, lost, *pins)
    rota = stands(baseline, answer, WEDNESDAY)
    assert [role for _, role in gained(baseline, rota)] == [Role.MEMBER, Role.SUBSTITUTE]
    assert all(day < monday(5) for day in days(rota, "ofsted-3"))
