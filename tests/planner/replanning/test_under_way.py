"""Somebody is lost at an inspection under way, and another takes over (Re-plan, Under way)."""

from datetime import date

import pytest

from models.deployment import Role
from tests.cases.programmes import monday
from tests.planner.replanning.lost import (
    FIRST,
    TUESDAY,
    WEDNESDAY,
    absent,
    answered,
    at,
    at_home,
    days,
    gained,
    held,
    numbers,
    stands,
    three,
)


def test_a_substitute_takes_over_a_members_days_from_the_first_lost() -> None:
    programme = three()
    baseline = held(programme)
    answer = answered(programme, baseline, TUESDAY, absent("ofsted-2", WEDNESDAY))
    rota = stands(baseline, answer, TUESDAY)
    ((who, role),) = gained(baseline, rota)
    assert (role, who[:6]) == (Role.SUBSTITUTE, "ofsted")
    lost, stood = at(rota, "A1", "ofsted-2"), at(rota, "A1", who)
    assert lost == at(baseline, "A1", "ofsted-2")
    assert stood is not None
    # The week's Monday, though the first day is a Wednesday; both weeks count as fieldwork.
    assert (stood.busy_from, stood.fieldwork_weeks) == (monday(4), 2)
    before = days(baseline, "ofsted-2")
    assert days(rota, "ofsted-2") == [day for day in before if day < WEDNESDAY]
    assert days(rota, who) == [day for day in before if day >= WEDNESDAY]
    assert numbers(answer) == [0, 1, 0, 1]


def test_a_substitute_comes_on_the_day_after_today_where_the_absence_is_told_late() -> None:
    programme = three()
    baseline = held(programme)
    # Away since Tuesday, told on Wednesday: Tuesday is past, Wednesday is nobody's.
    answer = answered(programme, baseline, WEDNESDAY, absent("hmic-1", TUESDAY))
    rota = stands(baseline, answer, WEDNESDAY)
    ((who, _),) = gained(baseline, rota)
    before = days(baseline, "hmic-1")
    assert days(rota, who) == [day for day in before if day > WEDNESDAY]
    assert days(rota, "hmic-1") == [day for day in before if day < WEDNESDAY]


def test_a_lost_lead_is_followed_by_a_lead_who_writes_the_report() -> None:
    programme = three()
    baseline = held(programme)
    answer = answered(programme, baseline, TUESDAY, absent("ofsted-1", WEDNESDAY))
    rota = stands(baseline, answer, TUESDAY)
    ((who, role),) = gained(baseline, rota)
    assert role is Role.LEAD
    assert rota.inspection_of["A1"].lead == who
    stood = at(rota, "A1", who)
    assert stood is not None
    assert (stood.busy_from, stood.busy_to) == (monday(4), monday(7, 4))
    assert at(rota, "A1", "ofsted-1") == at(baseline, "A1", "ofsted-1")
    assert numbers(answer) == [0, 1, 0, 1]


def test_a_seconded_inspector_cannot_follow_a_lead() -> None:
    home = ("ofsted-5", "ofsted-6", "ofsted-7", "ofsted-8")
    people = {each: {"employment": "seconded"} for each in home[:3]}
    programme = three(people=people)
    baseline = held(programme, teams={"A2": ("ofsted-8", *home[:1], "ofsted-2", "ofsted-3",
                    "hmic-3", "hmic-4", "cqc-2", "hmi_probation-2")})  # fmt: skip
    answer = answered(programme, baseline, TUESDAY, absent("ofsted-1", WEDNESDAY))
    assert gained(baseline, stands(baseline, answer, TUESDAY)) == [("ofsted-8", Role.LEAD)]


def test_nobody_free_leaves_the_place_and_says_so() -> None:
    programme = at_home(three(), "cqc-2", "cqc-3")
    baseline = held(programme, teams={"A2": ("ofsted-5", "ofsted-6", "ofsted-7", "ofsted-8",
                    "hmic-3", "hmic-4", "cqc-1", "hmi_probation-2")})  # fmt: skip
    today, lost = monday(5, 1), absent("cqc-1", monday(5, 2), monday(5, 4))
    answer = answered(programme, baseline, today, lost)
    rota = stands(baseline, answer, today)
    assert rota.team_of["A1"] == baseline.team_of["A1"]
    assert days(rota, "cqc-1") == [x for x in days(baseline, "cqc-1") if x < monday(5, 2)]
    assert any("nobody of CQC is free" in said for said in answer.said)
    assert numbers(answer) == [0, 0, 0, 0]


def test_somebody_lost_before_the_own_week_is_replaced_as_a_member() -> None:
    programme = three()
    baseline = held(programme)
    answer = answered(programme, baseline, WEDNESDAY, absent("cqc-1", monday(4, 4)))
    rota = stands(baseline, answer, WEDNESDAY)
    assert at(rota, "A1", "cqc-1") is None
    ((who, role),) = gained(baseline, rota)
    assert (who[:3], role) == ("cqc", Role.MEMBER)
    assert days(rota, who) == days(baseline, "cqc-1")
    assert numbers(answer) == [0, 1, 0, 1]


def test_somebody_lost_before_the_own_first_day_is_replaced_as_a_member() -> None:
    programme = three()
    baseline = held(programme)
    # Whoever of Ofsted comes on the Tuesday first has not been there on the Tuesday's morning.
    late = [who for who in FIRST[1:4] if days(baseline, who)[0] == TUESDAY]
    assert late
    answer = answered(programme, baseline, TUESDAY, absent(late[0], TUESDAY))
    rota = stands(baseline, answer, TUESDAY)
    assert at(rota, "A1", late[0]) is None
    ((who, role),) = gained(baseline, rota)
    assert role is Role.MEMBER
    assert days(rota, who) == days(baseline, late[0])


def test_today_the_first_day_anybody_can_still_be_replaced() -> None:
    programme = three()
    baseline = held(programme)
    today = monday(4)
    answer = answered(programme, baseline, today, absent("ofsted-1", today))
    rota = stands(baseline, answer, today)
    assert at(rota, "A1", "ofsted-1") is None
    assert [x.role for x in rota.team_of["A1"]].count(Role.LEAD) == 1
    assert all(x.role is not Role.SUBSTITUTE for x in rota.deployments)


def test_somebody_lost_for_two_days_comes_back() -> None:
    programme = three()
    baseline = held(programme)
    answer = answered(programme, baseline, TUESDAY, absent("ofsted-2", WEDNESDAY, monday(4, 3)))
    rota = stands(baseline, answer, TUESDAY)
    struck = [x for x in days(baseline, "ofsted-2") if WEDNESDAY <= x <= monday(4, 3)]
    ((who, _),) = gained(baseline, rota)
    assert days(rota, who) == struck
    assert days(rota, "ofsted-2") == [x for x in days(baseline, "ofsted-2") if x not in struck]


def test_in_the_second_week_the_last_days_are_handed_over() -> None:
    programme = three()
    baseline = held(programme)
    today, friday = monday(5, 3), monday(5, 4)
    answer = answered(programme, baseline, today, absent("ofsted-1", friday, friday))
    rota = stands(baseline, answer, today)
    ((who, role),) = gained(baseline, rota)
    assert role is Role.LEAD
    assert days(rota, who) == [friday]
    stood = at(rota, "A1", who)
    assert stood is not None
    assert stood.busy_from == monday(5)


def test_told_on_the_last_day_nobody_can_take_over() -> None:
    programme = three()
    baseline = held(programme)
    friday = monday(5, 4)
    answer = answered(programme, baseline, friday, absent("ofsted-3", friday, friday))
    rota = stands(baseline, answer, friday)
    assert not gained(baseline, rota)
    assert days(rota, "ofsted-3") == days(baseline, "ofsted-3")[:-1]
    assert any("no day is left" in said for said in answer.said)


@pytest.mark.parametrize("today", [monday(6), monday(6, 2), monday(5, 4)])
def test_a_lead_lost_while_writing_the_report_stays_and_the_answer_says_so(today: date) -> None:
    programme = three()
    baseline = held(programme)
    lost = absent("ofsted-1", monday(6, 2), monday(7, 4))
    answer = answered(programme, baseline, today, lost)
    rota = stands(baseline, answer, today)
    assert rota == baseline
    assert any("report" in said and "ofsted-1" in said for said in answer.said)


@pytest.mark.parametrize("today", [monday(3, 4), monday(4)])
def test_a_lead_who_missed_the_preparation_still_leads(today: date) -> None:
    # The days away are past by now, and so is the week in which to prepare.
    programme = three()
    baseline = held(programme)
    answer = answered(programme, baseline, today, absent("ofsted-1", monday(3), monday(3, 2)))
    assert stands(baseline, answer, today) == baseline
