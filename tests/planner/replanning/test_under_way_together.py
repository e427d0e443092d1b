"""Losses on site together with others, and with what happens elsewhere (Re-plan, Under way)."""

from models.changes import Change, ChangeKind
from models.deployment import Role
from models.result import Status
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


def test_two_lost_at_once_get_one_substitute_each() -> None:
    programme = three()
    baseline = held(programme)
    lost = (absent("ofsted-2", WEDNESDAY), absent("hmic-1", WEDNESDAY))
    answer = answered(programme, baseline, TUESDAY, *lost)
    rota = stands(baseline, answer, TUESDAY)
    new = gained(baseline, rota)
    assert [(who.split("-")[0], role) for who, role in new] == [
        ("hmic", Role.SUBSTITUTE),
        ("ofsted", Role.SUBSTITUTE),
    ]
    assert numbers(answer) == [0, 2, 0, 2]


def test_two_of_one_inspectorate_lost_at_once_get_two_substitutes() -> None:
    programme = three()
    baseline = held(programme)
    lost = (absent("ofsted-1", WEDNESDAY), absent("ofsted-2", WEDNESDAY))
    answer = answered(programme, baseline, TUESDAY, *lost)
    rota = stands(baseline, answer, TUESDAY)
    assert sorted(role for _, role in gained(baseline, rota)) == [Role.LEAD, Role.SUBSTITUTE]


def test_somebody_who_leaves_for_good_is_replaced_on_site_and_later() -> None:
    programme = three()
    baseline = held(programme)
    leaver = Change(kind=ChangeKind.LEAVER, inspector_id="ofsted-2", start=WEDNESDAY)
    answer = answered(programme, baseline, TUESDAY, leaver)
    rota = stands(baseline, answer, TUESDAY)
    assert at(rota, "A1", "ofsted-2") is not None
    assert at(rota, "A3", "ofsted-2") is None
    assert numbers(answer) == [0, 1, 0, 2]


def test_whoever_is_busy_elsewhere_cannot_take_over() -> None:
    # The second inspection starts in the same week: its people are not free, nor is anybody else.
    programme = three()
    baseline = held(programme, slots={"A1": 4, "A2": 4, "A3": 16})
    answer = answered(programme, baseline, TUESDAY, absent("hmic-1", WEDNESDAY))
    rota = stands(baseline, answer, TUESDAY)
    assert not gained(baseline, rota)
    assert any("nobody of HMIC is free" in said for said in answer.said)


def test_somebody_is_fetched_from_an_inspection_ahead_where_nobody_else_is_free() -> None:
    # HMIC rests a week: those of the second inspection, a week later, are busy only there.
    programme = three({**{"ofsted": 8, "cqc": 3, "hmi_probation": 3}, "hmic": 5})
    baseline = held(programme, slots={"A1": 4, "A2": 5, "A3": 16})
    away = at_home(programme, "hmic-5")
    answer = answered(away, baseline, TUESDAY, absent("hmic-1", WEDNESDAY, monday(4, 4)))
    rota = stands(baseline, answer, TUESDAY)
    assert rota.inspection_of["A1"] == baseline.inspection_of["A1"]


def test_the_lost_last_of_an_inspectorate_may_miss_the_final_feedback() -> None:
    programme = at_home(three(), "hmi_probation-2", "hmi_probation-3")
    baseline = held(programme, teams={"A2": ("ofsted-5", "ofsted-6", "ofsted-7", "ofsted-8",
                    "hmic-3", "hmic-4", "cqc-2", "hmi_probation-1")})  # fmt: skip
    today, friday = monday(5, 3), monday(5, 4)
    answer = answered(programme, baseline, today, absent("hmi_probation-1", friday, friday))
    rota = stands(baseline, answer, today)
    assert days(rota, "hmi_probation-1") == [
        day for day in days(baseline, "hmi_probation-1") if day < friday
    ]
    assert answer.result.status in (Status.OPTIMAL, Status.FEASIBLE)


def test_whoever_stands_in_is_busy_and_cannot_be_sent_elsewhere() -> None:
    # The second inspection begins a week later: one of its people is lost before the first day.
    programme = three({"ofsted": 10, "hmic": 4, "cqc": 3, "hmi_probation": 3})
    baseline = held(programme, slots={"A1": 4, "A2": 6, "A3": 16})
    first = answered(programme, baseline, TUESDAY, absent("ofsted-2", WEDNESDAY, monday(4, 4)))
    rota = stands(baseline, first, TUESDAY)
    ((stood, _),) = gained(baseline, rota)
    # Busy in weeks 4 and 5 and at rest in 6, where the second inspection starts.
    second = answered(first.programme, rota, WEDNESDAY, absent("ofsted-6", monday(6)))
    again = stands(rota, second, WEDNESDAY)
    ((who, _),) = gained(rota, again, "A2")
    assert who not in {stood, "ofsted-2"}


def test_week_two_is_shared_out_anew_where_its_team_changes() -> None:
    programme = three()
    baseline = held(programme)
    pinned = Change(kind=ChangeKind.PIN, la_code="A1", inspector_id="cqc-3")
    answer = answered(programme, baseline, WEDNESDAY, pinned)
    rota = stands(baseline, answer, WEDNESDAY)
    assert gained(baseline, rota) == [("cqc-3", Role.MEMBER)]
    second = monday(5)
    for who in FIRST[:6]:
        before = [day for day in days(baseline, who) if day < second]
        assert [day for day in days(rota, who) if day < second] == before


def test_a_substitute_and_a_change_of_week_two_come_together() -> None:
    programme = three()
    baseline = held(programme)
    lost = (absent("ofsted-3", WEDNESDAY), absent("cqc-1", monday(5)))
    answer = answered(programme, baseline, TUESDAY, *lost)
    rota = stands(baseline, answer, TUESDAY)
    roles = [(who[:3], role) for who, role in gained(baseline, rota)]
    assert roles == [("cqc", Role.MEMBER), ("ofs", Role.SUBSTITUTE)]
    assert numbers(answer) == [0, 2, 0, 2]


def test_a_loss_and_a_slot_that_must_move_are_answered_together() -> None:
    programme = three()
    baseline = held(programme)
    known = Change(kind=ChangeKind.COMPROMISED, la_code="A2")
    answer = answered(programme, baseline, TUESDAY, absent("hmic-2", WEDNESDAY), known)
    rota = stands(baseline, answer, TUESDAY)
    assert rota.inspection_of["A2"].start != baseline.inspection_of["A2"].start
    assert numbers(answer) == [0, 1, 1, 1]


def test_two_lost_with_one_free_get_that_one() -> None:
    programme = at_home(three(), "hmic-4")
    baseline = held(programme, teams={"A2": ("ofsted-5", "ofsted-6", "ofsted-7", "ofsted-8",
                    "hmic-1", "hmic-3", "cqc-2", "hmi_probation-2")})  # fmt: skip
    lost = [absent(each, WEDNESDAY, monday(4, 4)) for each in ("hmic-1", "hmic-2")]
    answer = answered(programme, baseline, TUESDAY, *lost)
    rota = stands(baseline, answer, TUESDAY)
    assert gained(baseline, rota) == [("hmic-3", Role.SUBSTITUTE)]
    assert sum("nobody of HMIC is free" in said for said in answer.said) == 1


def test_a_substitute_who_is_lost_too_gets_a_substitute() -> None:
    programme = three()
    baseline = held(programme)
    first = answered(programme, baseline, TUESDAY, absent("ofsted-2", WEDNESDAY))
    rota = stands(baseline, first, TUESDAY)
    ((stood, _),) = gained(baseline, rota)
    today = monday(4, 3)
    second = answered(first.programme, rota, today, absent(stood, monday(4, 4)))
    again = stands(rota, second, today)
    ((who, role),) = gained(rota, again)
    assert role is Role.SUBSTITUTE
    assert who not in {stood, "ofsted-2"}
    assert days(again, stood) == [day for day in days(rota, stood) if day < monday(4, 4)]
    assert days(again, who) == [day for day in days(rota, stood) if day >= monday(4, 4)]


def test_a_lead_who_follows_a_lead_and_is_lost_too_is_followed() -> None:
    programme = three()
    baseline = held(programme)
    first = answered(programme, baseline, TUESDAY, absent("ofsted-1", WEDNESDAY))
    rota = stands(baseline, first, TUESDAY)
    ((stood, _),) = gained(baseline, rota)
    today = monday(5)
    second = answered(first.programme, rota, today, absent(stood, monday(5, 2)))
    again = stands(rota, second, today)
    ((who, role),) = gained(rota, again)
    assert role is Role.LEAD
    assert again.inspection_of["A1"].lead == who
    assert days(again, who) == [day for day in days(rota, stood) if day >= monday(5, 2)]
