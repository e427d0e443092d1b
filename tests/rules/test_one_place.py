"""R11: an inspector's busy periods do not overlap."""

from collections.abc import Sequence
from datetime import date

import pytest

from models.breach import Breach
from models.checks.one_place import check
from models.deployment import CpsActivity, Deployment, Role
from models.rota import Rota
from tests.cases.programmes import ONE_TEAM, make_programme, monday
from tests.cases.rotas import attended, deployment, inspection, make_rota, rebuilt

PEOPLE = {**ONE_TEAM, "ofsted": 5, "hmcpsi": 1}


def _rota(deployments: Sequence[Deployment], first: int, second: int) -> Rota:
    inspections = (inspection("A1", first), inspection("A2", second))
    return Rota(inspections=inspections, deployments=tuple(deployments))


def _breaches(inspector_id: str, leads: tuple[bool, bool], apart: int) -> list[Breach]:
    """What breaks the rule when one inspector has two inspections so many weeks apart."""
    programme = make_programme(2, inspectors=PEOPLE)
    both = [deployment("A1", inspector_id, lead=leads[0])]
    both.append(deployment("A2", inspector_id, lead=leads[1]))
    return list(check(programme, _rota(both, 3, 3 + apart)))


@pytest.mark.parametrize(
    ("inspector_id", "leads", "apart"),
    [
        ("ofsted-1", (False, False), 3),  # weeks 0, 1, rest 2
        ("hmic-1", (False, False), 2),  # week 0, rest 1
        ("cqc-1", (False, False), 2),  # week 1, rest 2; next from 1 later
        ("ofsted-1", (True, False), 4),  # weeks 0, 1, report 2, 3
        ("ofsted-1", (False, True), 4),  # weeks 0, 1, rest 2; prepares in 3
        ("ofsted-1", (True, True), 5),  # weeks 0 to 3; prepares in 4
    ],
)
def test_the_least_distance_keeps_the_rule_and_a_week_less_breaks_it(
    inspector_id: str, leads: tuple[bool, bool], apart: int
) -> None:
    assert _breaches(inspector_id, leads, apart) == []
    (breach,) = _breaches(inspector_id, leads, apart - 1)
    assert (breach.amount, len(breach.weeks)) == (1, 1)


def test_a_breach_says_both_periods_and_the_weeks_they_share() -> None:
    # Lead from week 2 (preparation) to 6 (report); member from week 4 to 6 (rest): three shared.
    (breach,) = _breaches("ofsted-1", (True, False), 1)
    assert breach.sentence == (
        "Ofsted 1 (ofsted-1) is busy for Alton (A1) from 20 January 2014 to 21 February 2014 and "
        "for Burley (A2) from 3 February 2014 to 21 February 2014: 3 weeks twice over."
    )
    assert (breach.la_codes, breach.inspector_ids) == (("A1", "A2"), ("ofsted-1",))
    assert (breach.weeks, breach.amount, breach.last_day) == ((4, 5, 6), 3, monday(6, 4))


def test_the_weeks_around_fieldwork_are_policy() -> None:
    busy = {"rest_weeks": 3, "lead_preparation_weeks": 0, "lead_report_weeks": 1}
    programme = make_programme(2, inspectors=PEOPLE, policy={"busy": busy})
    member = [deployment("A1", "cqc-1"), deployment("A2", "cqc-1")]
    # CQC: one week and three of rest.
    assert list(check(programme, _rota(member, 3, 7))) == []
    assert len(list(check(programme, _rota(member, 3, 6)))) == 1
    leads = [deployment("A1", "ofsted-1", lead=True), deployment("A2", "ofsted-1", lead=True)]
    # The lead: two weeks and one of report writing, which stands for the rest.
    assert list(check(programme, _rota(leads, 3, 6))) == []
    assert len(list(check(programme, _rota(leads, 3, 5)))) == 1


def test_different_inspectors_may_be_busy_together() -> None:
    programme = make_programme(2, inspectors=PEOPLE)
    apart = [deployment("A1", "ofsted-1"), deployment("A2", "ofsted-2")]
    assert list(check(programme, _rota(apart, 3, 3))) == []


def test_every_two_of_three_are_said() -> None:
    programme = make_programme(3, inspectors=PEOPLE)
    rota = make_rota(programme, {}, {})
    rota = rebuilt(
        rota,
        inspections=tuple(inspection(code, 3) for code in ("A1", "A2", "A3")),
        deployments=tuple(deployment(code, "hmic-1") for code in ("A1", "A2", "A3")),
    )
    assert len(list(check(programme, rota))) == 3


def test_a_deployment_that_stands_twice_is_said_once() -> None:
    programme = make_programme(2, inspectors=PEOPLE)
    twice = [deployment("A1", "ofsted-1", lead=True), deployment("A1", "ofsted-1")]
    (breach,) = check(programme, _rota(twice, 3, 9))
    assert breach.sentence == (
        "Ofsted 1 (ofsted-1) is deployed in Alton (A1) 2 times; once is right."
    )
    assert (breach.amount, breach.weeks, breach.last_day) == (1, (3,), monday(4, 4))
    thrice = [*twice, deployment("A1", "ofsted-1")]
    assert [breach.amount for breach in check(programme, _rota(thrice, 3, 9))] == [2]


@pytest.mark.parametrize("first", [True, False])
def test_who_stands_twice_is_busy_from_the_first_day_to_the_last(first: bool) -> None:
    programme = make_programme(2, inspectors=PEOPLE)
    # As lead busy in weeks 2 to 6: a start in week 7 is free for a member, one in week 6 not.
    twice = [deployment("A1", "ofsted-1", lead=first), deployment("A1", "ofsted-1", lead=not first)]
    other = deployment("A2", "ofsted-1")
    assert len(list(check(programme, _rota([*twice, other], 3, 7)))) == 1
    assert len(list(check(programme, _rota([*twice, other], 3, 6)))) == 2
    # And one in week 0 with rest in 2 not, though a member's start in week 3 would be.
    assert len(list(check(programme, _rota([*twice, other], 3, 0)))) == 2


def _activity(la_code: str, week: int) -> CpsActivity:
    return CpsActivity(la_code=la_code, inspector_id="hmcpsi-1", start=monday(week))


def test_a_hmcpsi_activity_takes_its_week_alone() -> None:
    programme = make_programme(2, inspectors=PEOPLE)
    rota = make_rota(programme, {}, cps_activities=(_activity("A1", 8), _activity("A2", 9)))
    assert list(check(programme, rota)) == []
    both = rebuilt(rota, cps_activities=(_activity("A1", 8), _activity("A2", 8)))
    (breach,) = check(programme, both)
    assert breach.sentence == (
        "HMCPSI 1 (hmcpsi-1) is busy for Alton (A1) from 3 March 2014 to 7 March 2014 and for "
        "Burley (A2) from 3 March 2014 to 7 March 2014: 1 week twice over."
    )


@pytest.mark.parametrize(
    ("inspector_id", "lead", "first", "last"),
    [
        ("ofsted-1", True, monday(2), monday(6, 4)),
        ("ofsted-1", False, monday(3), monday(5, 4)),
        ("hmic-1", False, monday(3), monday(4, 4)),
        ("cqc-1", False, monday(4), monday(5, 4)),
    ],
)
def test_a_stated_busy_period_is_so(inspector_id: str, lead: bool, first: date, last: date) -> None:
    programme = make_programme(2, inspectors=PEOPLE)
    right = deployment("A1", inspector_id, lead=lead, busy_from=first, busy_to=last)
    assert list(check(programme, _rota([right], 3, 9))) == []
    wrong = deployment("A1", inspector_id, lead=lead, busy_from=last, busy_to=first)
    assert len(list(check(programme, _rota([wrong], 3, 9)))) == 2


def test_a_wrongly_stated_busy_day_says_the_right_one() -> None:
    programme = make_programme(2, inspectors=PEOPLE)
    wrong = deployment("A1", "cqc-1", busy_from=monday(3), busy_to=monday(5, 4))
    (breach,) = check(programme, _rota([wrong], 3, 9))
    assert breach.sentence == (
        "The rota says that the first busy day of CQC 1 (cqc-1) for Alton (A1) is "
        "27 January 2014; it is 3 February 2014."
    )
    assert (breach.weeks, breach.amount) == ((4,), 1)
    later = deployment("A1", "cqc-1", busy_from=monday(6, 1), busy_to=monday(5, 4))
    # Fifteen days late: three weeks, begun ones counted.
    assert [breach.amount for breach in check(programme, _rota([later], 3, 9))] == [3]


def test_the_lead_who_took_over_is_busy_from_the_monday_of_the_first_day_too() -> None:
    lost = {"inspector_id": "ofsted-2", "start": monday(4), "end": monday(9)}
    programme = make_programme(2, inspectors=PEOPLE, absences=[lost])
    leads = [deployment("A1", each, lead=True) for each in ("ofsted-2", "ofsted-5")]
    # Busy for A2 in weeks 1 to 3; a lead's preparation would be week 2, week 3 the first week.
    rota = _rota([*leads, deployment("A2", "ofsted-5")], 3, 1)
    rows = attended(programme, "A1", 3, ("ofsted-5",))
    late = tuple(row for row in rows if row.date >= monday(4, 2))
    assert list(check(programme, rebuilt(rota, attendance=late))) == []
    assert len(list(check(programme, rebuilt(rota, attendance=rows)))) == 1
    # Without attendance, the stated busy period says when it was.
    says = leads[1].model_copy(update={"busy_from": monday(4)})
    assert list(check(programme, rebuilt(rota, deployments=(leads[0], says)))) == []


def test_a_substitute_is_busy_from_the_monday_of_the_first_day() -> None:
    lost = {"inspector_id": "ofsted-2", "start": monday(4), "end": monday(9)}
    programme = make_programme(2, inspectors=PEOPLE, absences=[lost])
    substitute = deployment("A1", "ofsted-5").model_copy(update={"role": Role.SUBSTITUTE})
    # Busy for A2 in weeks 1 and 2 with rest in 3; in A1, weeks 3 and 4, from Wednesday of week 4.
    rota = _rota([deployment("A1", "ofsted-2"), substitute, deployment("A2", "ofsted-5")], 3, 1)
    rows = attended(programme, "A1", 3, ("ofsted-1", "ofsted-5"))
    late = tuple(row for row in rows if row.date >= monday(4, 2))
    assert list(check(programme, rebuilt(rota, attendance=late))) == []
    assert len(list(check(programme, rebuilt(rota, attendance=rows)))) == 1
