"""Impossible by arithmetic: pins and concerns; and what is tightest."""

from datetime import timedelta

from models.deployment import Role
from models.events import CpsConcern, Pin
from models.inspector import Conflict, Employment
from models.inspectorate import Inspectorate
from models.programme import Programme
from planner.arithmetic import tightest
from tests.planner.impossible import (
    away,
    blackout,
    pinned,
    said,
    silent,
    table,
    week,
)
from tests.planner.tiny import (
    MONDAY,
    authority,
    inspector,
    inspectors,
    programme,
    staffed,
)


def test_cannot_pin_one_authority_to_two_starts() -> None:
    pins = (Pin(la_code="A", start=week(0)), Pin(la_code="A", start=week(2)))
    assert said(pins=pins) == (
        "Authority A (A) is pinned to 2 starts, 3 June 2013 and 17 June 2013."
    )
    assert silent(pins=(pins[0], pins[0]))


def test_cannot_pin_an_authority_to_a_closed_week() -> None:
    pins = (Pin(la_code="A", start=week(2)),)
    assert said(pins=pins, blackouts=(blackout(3, 3),)) == (
        "Authority A (A) is pinned to 17 June 2013, a start that is not open to it."
    )


def test_cannot_pin_somebody_with_a_conflict() -> None:
    barred = (Conflict(inspector_id="cqc-1", la_code="A", reason="secret"),)
    assert said(pins=pinned("cqc-1"), conflicts=barred) == (
        "Authority A (A): Inspector cqc-1 (cqc-1) is pinned to it, with a conflict of interest."
    )


def test_cannot_pin_somebody_absent_in_every_open_week() -> None:
    assert said(pins=pinned("cqc-1"), absences=(away("cqc-1", 0, 7),)) == (
        "Authority A (A): Inspector cqc-1 (cqc-1) is pinned to it, and absent in every one of its "
        "7 open weeks."
    )


def test_cannot_pin_people_who_are_never_present_together() -> None:
    absences = (away("ofsted-1", 0, 3), away("ofsted-2", 4, 7))
    assert "one or another is absent in each" in said(
        pins=pinned("ofsted-1", "ofsted-2"), absences=absences
    )


def test_cannot_pin_a_lead_who_may_not_lead() -> None:
    assert said(pins=pinned("cqc-1", role=Role.LEAD)) == (
        "Authority A (A): Inspector cqc-1 (cqc-1) is pinned to it as lead, and may not lead."
    )


def test_cannot_pin_two_leads() -> None:
    pins = pinned("ofsted-1", "ofsted-2", role=Role.LEAD)
    assert "2 leads are pinned to it" in said(pins=pins)
    assert silent(pins=pins[:1])


def test_cannot_pin_one_person_in_two_roles() -> None:
    pins = (*pinned("ofsted-1", role=Role.LEAD), *pinned("ofsted-1", role=Role.MEMBER))
    assert "as lead and as member" in said(pins=pins)


def test_cannot_pin_more_of_an_inspectorate_than_the_most() -> None:
    # A small team has one from HMIC, and one more for the review it may carry.
    assert silent(pins=pinned("hmic-1", "hmic-2"))
    assert "3 from HMIC are pinned to it, and 2 is the most" in said(
        pins=pinned("hmic-1", "hmic-2", "hmic-3")
    )


def test_cannot_pin_an_inspectorate_that_does_not_come() -> None:
    assert "HMI Prisons does not come there" in said(pins=pinned("hmi_prisons-1"))


def test_cannot_pin_too_many_seconded_people() -> None:
    seconded = tuple(
        inspector(f"s{n}", Inspectorate.HMIC, employment=Employment.SECONDED) for n in (1, 2)
    )
    people = (*staffed(8), *seconded)
    assert "2 seconded from HMIC are pinned" in said(inspectors=people, pins=pinned("s1", "s2"))
    assert silent(inspectors=people, pins=pinned("s1"))


def test_cannot_pin_one_person_to_overlapping_starts() -> None:
    two = (authority("A"), authority("B", police_force_code="G"))
    pins = tuple(
        Pin(la_code=code, start=week(start), inspector_id="hmic-1")
        for code, start in (("A", 0), ("B", 1))
    )
    # HMIC's week and one of rest: weeks 0 and 1 overlap 1 and 2.
    assert "whose pinned starts overlap" in said(authorities=two, pins=pins)
    apart = (pins[0], Pin(la_code="B", start=week(2), inspector_id="hmic-1"))
    assert silent(authorities=two, pins=apart)


def test_cannot_pin_hmcpsi_where_no_concern_is_recorded() -> None:
    people = (*staffed(8), *inspectors(hmcpsi=1))
    concern = (CpsConcern(la_code="A", recorded_on=MONDAY),)
    assert "no concern about the Crown" in said(inspectors=people, pins=pinned("hmcpsi-1"))
    assert silent(inspectors=people, pins=pinned("hmcpsi-1"), cps_concerns=concern)


def test_cannot_follow_up_a_concern_without_hmcpsi() -> None:
    concern = (CpsConcern(la_code="A", recorded_on=MONDAY),)
    assert said(cps_concerns=concern) == (
        "Authority A (A): the concern recorded on 3 June 2013 has no HMCPSI inspector, whichever "
        "of its 7 open weeks the inspection starts in: of 0, 0 have no conflict of interest."
    )


def test_the_tightest_people_force_and_places_are_said_with_their_numbers() -> None:
    asked: Programme = programme(
        weeks=30,
        authorities=(authority("A"), authority("B"), authority("C", police_force_code="G")),
    )
    lines = tightest(asked)
    assert any(line.startswith("Those who may lead: at least 3 leads") for line in lines)
    assert any("Force F (F): 2 inspections must start" in line for line in lines)
    assert any("places for 3 inspections" in line for line in lines)


def test_tightest_says_something_of_the_emptiest_programme() -> None:
    assert tightest(programme(authorities=(), inspectors=()))


def test_cannot_pin_an_authority_to_a_start_in_which_no_team_fits() -> None:
    # Full weeks: lead 5, three Ofsted 4 each and four HMIC 4 each owe 33 of 35 days. With three
    # bank holidays in week one of the pinned start two days each: 2 + 6 + 8 = 16 of 14.
    holidays = tuple((MONDAY + timedelta(days=14 + day), "holiday") for day in range(3))
    team = {"small": table(ofsted=(4, 4, 4), hmic=(4, 4, 4))}
    policy = {"team": team, "force_wide_review": {"extra_hmic": 0}}
    fields = {"policy": policy, "bank_holidays": holidays}
    assert silent(pins=(Pin(la_code="A", start=week(0)),), **fields)
    assert said(pins=(Pin(la_code="A", start=week(2)),), **fields) == (
        "Authority A (A) is pinned to 17 June 2013; with a least of 4 Ofsted and 4 HMIC: "
        "2 + 6 + 8 = 16 days owed, week one holds 14."
    )
