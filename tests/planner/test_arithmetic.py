"""Impossible by arithmetic: each way a programme can have no rota, said with its figures."""

from datetime import date, timedelta

from models.authority import EstablishmentKind
from models.deployment import Role
from models.events import Blackout, BlackoutScope, CpsConcern, Pin
from models.inspector import Absence, Conflict, Employment
from models.inspectorate import Inspectorate
from models.programme import Programme
from planner.arithmetic import impossibilities, tightest
from tests.planner.tiny import (
    MONDAY,
    authority,
    establishment,
    inspector,
    inspectors,
    programme,
    staffed,
)


def week(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


def away(inspector_id: str, first: int, last: int) -> Absence:
    end = week(last) + timedelta(days=4)
    return Absence(inspector_id=inspector_id, start=week(first), end=end, reason="secret")


def blackout(
    first: int, last: int, scope: BlackoutScope = BlackoutScope.NATIONAL, key: str = ""
) -> Blackout:
    end = week(last) + timedelta(days=4)
    return Blackout(scope=scope, key=key, start=week(first), end=end, reason="secret")


def said(**fields: object) -> str:
    """The one sentence for a programme that is wrong in one way."""
    (sentence,) = impossibilities(programme(**fields))
    assert "secret" not in sentence
    return sentence


def silent(**fields: object) -> bool:
    return impossibilities(programme(**fields)) == ()


def test_a_programme_that_can_have_a_rota_gets_no_sentence() -> None:
    assert silent()


# --- people ---------------------------------------------------------------------------------


def test_cannot_lead_when_nobody_is_established_and_may_lead() -> None:
    people = (
        *inspectors(hmic=1, cqc=1, hmi_probation=1),
        *(inspector(f"o{n}", Inspectorate.OFSTED, can_lead=False) for n in range(4)),
        inspector("o4", Inspectorate.OFSTED, employment=Employment.SECONDED),
    )
    assert said(inspectors=people) == (
        "No inspector may lead a team: of 5 from Ofsted none is established and marked as one who "
        "can lead (1 seconded are marked so)."
    )


def test_cannot_lead_when_ofsted_has_no_week() -> None:
    assert said(policy={"phases": {"ofsted": ()}}) == (
        "The phase table gives Ofsted no week, and every team has a lead from Ofsted."
    )


def test_cannot_inspect_without_people_of_an_inspectorate() -> None:
    people = inspectors(ofsted=4, hmic=2, hmi_probation=1)
    assert said(inspectors=people) == "CQC has no inspectors, and must come to 1 of 1 authorities."


def test_prisons_are_needed_only_where_an_establishment_stands() -> None:
    people = inspectors(ofsted=4, hmic=2, cqc=1, hmi_probation=1)
    unit = establishment("A", EstablishmentKind.MOTHER_AND_BABY_UNIT)
    assert silent(inspectors=people)
    assert "HMI Prisons has no inspectors" in said(inspectors=people, establishments=(unit,))


def test_an_inspectorate_without_a_week_needs_nobody() -> None:
    people = inspectors(ofsted=4, hmic=2, cqc=1)
    assert silent(inspectors=people, policy={"phases": {"hmi_probation": ()}})


def test_cannot_inspect_where_everyone_has_a_conflict() -> None:
    people = inspectors(ofsted=4, hmic=2, cqc=2, hmi_probation=1)
    barred = tuple(Conflict(inspector_id=f"cqc-{n}", la_code="A", reason="secret") for n in (1, 2))
    assert said(inspectors=people, conflicts=barred) == (
        "Authority A (A): everyone from CQC (2) has a conflict of interest."
    )
    assert silent(inspectors=people, conflicts=barred[:1])


def test_cannot_inspect_where_all_leads_have_a_conflict() -> None:
    others = tuple(inspector(f"o{n}", Inspectorate.OFSTED, can_lead=False) for n in range(3))
    people = (*inspectors(ofsted=1, hmic=2, cqc=1, hmi_probation=1), *others)
    barred = (Conflict(inspector_id="ofsted-1", police_force_code="F"),)
    assert said(inspectors=people, conflicts=barred) == (
        "Authority A (A): everyone who may lead (1) has a conflict of interest."
    )


def test_cannot_inspect_with_fewer_people_than_the_least() -> None:
    # A small team has at least three from Ofsted.
    codes = ("A", "B", "C", "D", "E")
    fields = {"authorities": tuple(authority(code) for code in codes), "weeks": 40}
    people = inspectors(ofsted=2, hmic=2, cqc=1, hmi_probation=1)
    reasons = impossibilities(programme(inspectors=people, **fields))
    assert reasons[0] == (
        "Authority A (A), Authority B (B), Authority C (C) and 2 more: at least 3 from Ofsted must "
        "come, and of its 2 only 2 have no conflict of interest."
    )


def test_cannot_fill_a_part_of_two_with_seconded_people_alone() -> None:
    policy = {"team": {"small": table(cqc=(2, 2, 2))}}
    seconded = (
        inspector(f"c{n}", Inspectorate.CQC, employment=Employment.SECONDED) for n in range(3)
    )
    people = (*inspectors(ofsted=4, hmic=2, hmi_probation=1), *seconded)
    assert said(inspectors=people, policy=policy) == (
        "Authority A (A): at least 2 from CQC must come, 1 of them established, and of those "
        "without a conflict of interest 0 are."
    )
    assert silent(inspectors=(*people, inspector("c9", Inspectorate.CQC)), policy=policy)


def test_a_part_of_one_may_be_seconded() -> None:
    one = inspector("c1", Inspectorate.CQC, employment=Employment.SECONDED)
    assert silent(inspectors=(*inspectors(ofsted=4, hmic=2, hmi_probation=1), one))


def table(**changed: tuple[int, int, int]) -> dict[str, tuple[int, int, int]]:
    plain = {
        "ofsted": (3, 4, 4),
        "hmic": (1, 1, 1),
        "cqc": (1, 1, 1),
        "hmi_probation": (1, 1, 1),
    }
    return plain | changed


# --- openings -------------------------------------------------------------------------------


def test_cannot_inspect_an_authority_that_is_never_open() -> None:
    own = blackout(0, 3, BlackoutScope.AUTHORITY, "A")
    force = blackout(4, 7, BlackoutScope.FORCE, "F")
    two = (authority("A"), authority("B", police_force_code="G"))
    assert said(authorities=two, blackouts=(own, force)) == (
        "Authority A (A): never open, for want of a start week that escapes the closed periods, "
        "the summer, the authority's own blackout of 3 June 2013 to 28 June 2013 and its force's "
        "blackout of 1 July 2013 to 26 July 2013."
    )


def test_an_inspectorates_blackout_closes_only_the_weeks_of_its_phase() -> None:
    # HMIC comes in week one: the starts in weeks 0 to 5 are closed, week 6 is not.
    assert silent(blackouts=(blackout(0, 5, BlackoutScope.INSPECTORATE, "hmic"),))
    sentence = said(blackouts=(blackout(0, 6, BlackoutScope.INSPECTORATE, "hmic"),))
    assert "HMIC's blackout of 3 June 2013 to 19 July 2013" in sentence


def test_cannot_start_anything_when_the_nation_is_never_open() -> None:
    (sentence, *_) = impossibilities(programme(blackouts=(blackout(0, 7),)))
    assert sentence == (
        "No start week of the 8 weeks is open to any authority: the closed periods, the summer and "
        "the national blackout of 3 June 2013 to 26 July 2013."
    )


def very_large(**sizes: tuple[int, int, int]) -> dict[str, object]:
    """A very large authority, 25 points, with two kinds of establishment."""
    kinds = (
        EstablishmentKind.YOUNG_OFFENDER_INSTITUTION,
        EstablishmentKind.MOTHER_AND_BABY_UNIT,
    )
    return {
        "authorities": (authority("A", children_0_17=250_000),),
        "establishments": tuple(establishment("A", kind) for kind in kinds),
        "policy": {"team": {"very_large": table(**sizes)}},
    }


def test_cannot_fit_a_team_that_owes_more_days_than_seven_on_site_hold() -> None:
    fields = very_large(ofsted=(6, 6, 6), hmic=(2, 2, 2), cqc=(3, 3, 3), hmi_probation=(2, 2, 2))
    assert said(**fields) == (
        "Authority A (A): with a least of 6 Ofsted, 3 CQC, 2 Probation, and 2 Prisons: "
        "5 + 15 + 9 + 4 + 4 = 37 days owed, week two holds 35."
    )
    # One fewer from CQC: 34 days.
    fewer = very_large(ofsted=(6, 6, 6), hmic=(2, 2, 2), cqc=(2, 3, 3), hmi_probation=(2, 2, 2))
    assert silent(**fewer)


def test_cannot_fit_the_first_inspection_of_a_force_with_its_review() -> None:
    # Lead 5, three Ofsted 4 each: 17 days; four HMIC 16 more make 33, five make 37 of 35.
    policy = {"team": {"small": table(ofsted=(4, 4, 4), hmic=(4, 4, 4))}}
    assert said(policy=policy) == (
        "Force F (F): no inspection in the force can be the first, which carries the force-wide "
        "review; with a least of 4 Ofsted and 5 HMIC: 5 + 12 + 20 = 37 days owed, week one "
        "holds 35."
    )
    policy = {"team": {"small": table(ofsted=(4, 4, 4), hmic=(3, 3, 3))}}
    assert silent(policy=policy)


def test_cannot_inspect_when_an_inspectorate_is_absent_in_every_open_week() -> None:
    people = inspectors(ofsted=4, hmic=2, cqc=1, hmi_probation=1)
    # CQC comes in the second week: absent in weeks 1 to 7, the starts 0 to 6.
    assert said(inspectors=people, absences=(away("cqc-1", 1, 7),)) == (
        "Authority A (A): 1 from CQC free of absence and conflict cannot be had in any of the "
        "7 open weeks."
    )
    assert silent(inspectors=people, absences=(away("cqc-1", 1, 6),))


def test_cannot_lead_when_preparation_or_report_always_meet_an_absence() -> None:
    people = (
        *inspectors(ofsted=1, hmic=2, cqc=1, hmi_probation=1),
        *(inspector(f"o{n}", Inspectorate.OFSTED, can_lead=False) for n in range(3)),
    )
    # Every fourth week away meets the five weeks of preparing, inspecting and reporting.
    absences = tuple(away("ofsted-1", number, number) for number in (2, 6))
    assert "somebody who may lead" in said(inspectors=people, absences=absences)


def test_cannot_inspect_when_the_inspectorates_are_never_present_together() -> None:
    people = inspectors(ofsted=4, hmic=2, cqc=1, hmi_probation=1)
    absences = (away("cqc-1", 1, 4), away("hmi_probation-1", 5, 7))
    assert said(inspectors=people, absences=absences) == (
        "Authority A (A): no open week has enough people present together; of 7, there lack "
        "1 from CQC in 4 and 1 from HMI Probation in 3."
    )


# --- places ---------------------------------------------------------------------------------


def many(number: int) -> tuple[object, ...]:
    return tuple(authority(f"A{n:02}", police_force_code=f"F{n:02}") for n in range(number))


def test_cannot_start_more_inspections_than_there_are_places() -> None:
    # Starts in the weeks 0, 2 and 4 alone: with one start a week three places.
    shut = tuple(blackout(number, number) for number in (2, 5))
    fields = {"weeks": 8, "blackouts": shut, "inspectors": staffed(30)}
    policy = {"concurrency": {"starts_per_week": 1}}
    # Weeks 0, 3 and 6 are open.
    assert silent(authorities=many(3), policy=policy, **fields)
    assert said(authorities=many(4), policy=policy, **fields) == (
        "4 authorities need a start place each, and the 3 open start weeks have 3, with 1 start "
        "and 5 running a week."
    )


def test_cannot_run_more_inspections_than_may_run_at_once() -> None:
    # Two neighbouring open weeks: three starts each, but five running in the second.
    fields = {"weeks": 3, "inspectors": staffed(40)}
    assert silent(authorities=many(5), **fields)
    assert "have 5, with 3 starts and 5 running" in said(authorities=many(6), **fields)


def test_cannot_share_too_few_weeks_among_authorities() -> None:
    # Four of six authorities are open in week 0 alone.
    own = tuple(blackout(1, 9, BlackoutScope.AUTHORITY, f"A{n:02}") for n in range(4))
    late = tuple(blackout(2, 9, BlackoutScope.AUTHORITY, f"A{n:02}") for n in range(4))
    fields = {"weeks": 10, "authorities": many(6), "inspectors": staffed(40)}
    assert said(blackouts=late, **fields) == (
        "Authority A00 (A00), Authority A01 (A01), Authority A02 (A02) and 1 more: 4 authorities "
        "share 1 open start week, which at 3 starts a week have 3 places."
    )
    assert silent(blackouts=late[:3], **fields)
    assert len(impossibilities(programme(blackouts=own, **fields))) == 1


def test_cannot_place_a_force_in_fewer_weeks_than_its_gap_asks() -> None:
    # The nation has 11 open starts, so that the gap is 4 weeks; two must start in weeks 0 to 3.
    two = (authority("A"), authority("B"))
    shut = tuple(blackout(5, 11, BlackoutScope.AUTHORITY, code) for code in "AB")
    assert said(weeks=12, authorities=two, blackouts=shut) == (
        "Force F (F): 2 of its authorities must start from 3 June 2013 to 24 June 2013, where "
        "there is room for 1 at a gap of 4 weeks."
    )
    later = tuple(blackout(6, 11, BlackoutScope.AUTHORITY, code) for code in "AB")
    assert silent(weeks=12, authorities=two, blackouts=later)


def test_cannot_hold_a_years_least_in_too_few_places() -> None:
    # 20 of 40 inspections in each year, less a tolerance of 4: 16. Year one is open for 5 starts.
    fields = {"weeks": 104, "authorities": many(40), "inspectors": staffed(60)}
    assert said(blackouts=(blackout(6, 51),), **fields) == (
        "Programme year 1, from 3 June 2013, must hold at least 16 inspections and has places "
        "for 13."
    )


def test_cannot_hold_more_than_a_years_most() -> None:
    # 10 of 20 in each year, plus 4: 14; here 15 are open in the first year alone.
    late = tuple(blackout(52, 103, BlackoutScope.AUTHORITY, f"A{n:02}") for n in range(15))
    fields = {"weeks": 104, "authorities": many(20), "inspectors": staffed(60)}
    first, second = impossibilities(programme(blackouts=late, **fields))
    assert first.startswith("Programme year 1, from 3 June 2013, may hold at most 14 inspections")
    assert "Programme year 2, from 2 June 2014, must hold at least 6 inspections" in second
    assert silent(blackouts=late[:14], **fields)


# --- work -----------------------------------------------------------------------------------


def test_cannot_deploy_an_inspectorate_beyond_its_ceiling() -> None:
    people = inspectors(ofsted=12, hmic=6, cqc=1, hmi_probation=6)
    fields = {"weeks": 30, "inspectors": people, "authorities": many(3)}
    policy = {"ceiling": {"deployments_per_year": 2}}
    assert said(policy=policy, **fields) == (
        "CQC: at least 3 deployments are needed in all, and 1 person can give at most 2, by "
        "ceilings, absences and the weeks that each of them is busy."
    )
    assert silent(policy={"ceiling": {"deployments_per_year": 3}}, **fields)


def test_cannot_deploy_people_in_more_periods_than_the_weeks_hold() -> None:
    people = inspectors(ofsted=12, hmic=6, cqc=1, hmi_probation=6)
    # A period of CQC is one week and one of rest: starts in weeks 0, 2, 4 and 6, in weeks 0 to 6.
    fields = {"weeks": 8, "inspectors": people}
    assert silent(authorities=many(4), **fields)
    assert "CQC: at least 5 deployments" in said(authorities=many(5), **fields)


def test_cannot_lead_more_inspections_than_the_leads_have_weeks_for() -> None:
    people = (
        *inspectors(ofsted=1, hmic=6, cqc=6, hmi_probation=6),
        *(inspector(f"o{n}", Inspectorate.OFSTED, can_lead=False) for n in range(12)),
    )
    # Five weeks busy for each: starts in weeks 0 and 5 of 0 to 6.
    fields = {"weeks": 8, "inspectors": people}
    assert silent(authorities=many(2), **fields)
    assert "Those who may lead: at least 3 leads" in said(authorities=many(3), **fields)


# --- pins -----------------------------------------------------------------------------------


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


def pinned(*inspector_ids: str, role: Role | None = None) -> tuple[Pin, ...]:
    return tuple(Pin(la_code="A", inspector_id=code, role=role) for code in inspector_ids)


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


# --- concerns and what is tightest ----------------------------------------------------------


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
