"""Small programmes: proven optima, and the confirmed lack of a rota."""

import pytest

from data.draw import draw_programme
from models.programme import Programme
from models.result import Status
from planner import PlanOptions, plan
from planner.clock import clock_for
from planner.facts import Facts
from planner.floors import Floors
from planner.report import Report
from planner.small import plan_small
from tests.cases.programmes import make_programme, monday


def _report(programme: Programme, seconds: float) -> Report:
    options = PlanOptions(seconds=seconds)
    return Report(clock_for(options, len(programme.authorities)), options)


def test_a_rota_that_meets_its_bound_is_called_optimal() -> None:
    result = plan(draw_programme(4, 5), PlanOptions(seconds=60, workers=1, seed="four"))
    assert result.status is Status.OPTIMAL
    assert result.goals is not None
    assert result.goals.total == result.goals.bound


@pytest.mark.slow
def test_a_rota_above_its_floors_is_proven_optimal_all_the_same() -> None:
    programme = draw_programme(6, 1)
    result = plan(programme, PlanOptions(seconds=300, workers=2, seed="six"))
    assert result.status is Status.OPTIMAL
    assert result.goals is not None
    assert Floors.of(Facts(programme), 60).total < result.goals.total == result.goals.bound


def test_a_plain_programme_costs_nothing_and_is_proven_so() -> None:
    result = plan(make_programme(2), PlanOptions(seconds=30, workers=1, seed="plain"))
    assert result.status is Status.OPTIMAL
    assert result.goals is not None
    assert result.goals.total == result.goals.bound == 0


def test_the_optimum_waits_for_the_week_in_which_a_concern_has_its_place() -> None:
    # Away in weeks 0 to 11, HMCPSI has week 12 for A1: it ends in week 6 or later, 5 weeks late.
    programme = make_programme(
        [{"due": monday(0), "risk_weight": 4}, {"due": monday(0)}],
        inspectors={"ofsted": 8, "hmic": 4, "cqc": 2, "hmi_probation": 2, "hmcpsi": 1},
        cps_concerns=[{"la_code": "A1", "recorded_on": monday(0)}],
        absences=[{"inspector_id": "hmcpsi-1", "start": monday(0), "end": monday(11, 4)}],
    )
    result = plan(programme, PlanOptions(seconds=30, workers=2, seed="concern"))
    assert result.status is Status.OPTIMAL
    assert result.goals is not None
    assert result.goals.total == result.goals.bound == 5 * 4 * 5


def test_a_programme_without_a_rota_is_called_impossible_by_the_search() -> None:
    # One lead, busy from the week before a start to two weeks after its end: starts five apart.
    # Of the start weeks 0 to 6 that leaves two, 0 to 1 and 5 to 6, for three authorities.
    people = {f"ofsted-{number}": {"can_lead": False} for number in range(2, 9)}
    lonely = make_programme(
        3, inspectors={"ofsted": 8, "hmic": 6, "cqc": 3, "hmi_probation": 3}, people=people, weeks=8
    )
    outcome = plan_small(lonely, "lonely", 1, _report(lonely, 60))
    assert outcome.status is Status.IMPOSSIBLE
    assert outcome.draft is None


def test_the_same_programme_a_few_weeks_longer_has_a_rota() -> None:
    people = {f"ofsted-{number}": {"can_lead": False} for number in range(2, 9)}
    longer = make_programme(
        3,
        inspectors={"ofsted": 8, "hmic": 6, "cqc": 3, "hmi_probation": 3},
        people=people,
        weeks=12,
    )
    outcome = plan_small(longer, "longer", 1, _report(longer, 30))
    assert outcome.status in (Status.OPTIMAL, Status.FEASIBLE)
    assert outcome.draft is not None
