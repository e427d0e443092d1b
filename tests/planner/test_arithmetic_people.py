"""Impossible by arithmetic: too few people, or no start week that suits an authority."""

from models.authority import EstablishmentKind
from models.events import BlackoutScope
from models.inspector import Conflict, Employment
from models.inspectorate import Inspectorate
from planner.arithmetic import impossibilities
from tests.planner.impossible import away, blackout, said, silent, table, very_large
from tests.planner.tiny import authority, establishment, inspector, inspectors, programme


def test_a_programme_that_can_have_a_rota_gets_no_sentence() -> None:
    assert silent()


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
