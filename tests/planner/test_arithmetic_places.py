"""Impossible by arithmetic: too few start places, or more work than people can give."""

from models.events import BlackoutScope
from models.inspectorate import Inspectorate
from planner.arithmetic import impossibilities
from tests.planner.impossible import blackout, many, said, silent
from tests.planner.tiny import authority, inspector, inspectors, programme, staffed


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
