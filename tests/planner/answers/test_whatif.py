"""What a change would be worth: both ways with the same seeds, work and starting point."""

import threading

import pytest

from models.inspectorate import Inspectorate
from models.made_up import with_more
from models.programme import Programme
from models.rota import Rota
from planner.answers.whatif import WhatIfOptions, whatif
from planner.assemble import whole_rota
from planner.draft import draft_of
from planner.options import Progress
from tests.cases.programmes import changed, make_programme, merged
from tests.cases.rotas import make_rota


@pytest.fixture(scope="module")
def programme() -> Programme:
    """Two authorities whose teams should have two from CQC, which has one inspector."""
    return make_programme(
        2,
        inspectors={"ofsted": 8, "hmic": 4, "cqc": 1, "hmi_probation": 2},
        policy={"team": {"small": {"cqc": [1, 2, 2]}}},
    )


@pytest.fixture(scope="module")
def rota(programme: Programme) -> Rota:
    """Each authority in its turn."""
    by_hand = make_rota(programme, {"A1": 3, "A2": 13})
    return whole_rota(programme, draft_of(programme, by_hand))


def effort(**fields: object) -> WhatIfOptions:
    plain: dict[str, object] = {"seconds": 0.1, "runs": 2, "workers": 1, "seed": "one"}
    return WhatIfOptions(**plain | fields)  # type: ignore[arg-type]  # a test says what differs


def with_policy(programme: Programme, **policy: object) -> Programme:
    return changed(programme, policy=merged(programme.policy.model_dump(), policy))


def test_one_more_inspector_is_better_where_teams_were_below_target(
    programme: Programme, rota: Rota
) -> None:
    told: list[Progress] = []
    more = with_more(programme, {Inspectorate.CQC: 1})
    answer = whatif(programme, rota, more, effort(progress=told.append))
    # The rota would leave the one more without work, a handicap of its own: both begin anew.
    assert not answer.from_rota
    assert not answer.recounted
    assert answer.verdict(answer.total) == "better"
    (team,) = (each for each in answer.goals if each.goal == "team")
    # One short of two at both authorities, at 60 points each; then nobody is short.
    assert team.differences == (-120, -120)
    stages = {progress.stage.rpartition(":")[0] for progress in told}
    assert {"run 1 of 2, as it is", "run 2 of 2, with the change"} <= stages


def test_a_change_that_changes_nothing_makes_no_difference(
    programme: Programme, rota: Rota
) -> None:
    same = whatif(programme, rota, with_policy(programme, anonymity={"floor": 3}), effort())
    assert same.from_rota
    assert same.total.differences == (0, 0)
    assert same.verdict(same.total) == ""


def test_both_ways_begin_anew_where_the_rota_breaks_a_rule_with_the_change(
    programme: Programme, rota: Rota
) -> None:
    stop = threading.Event()
    # The only inspector of CQC works in weeks 4 and 14, and would rest from 5 to 16.
    stricter = with_policy(programme, busy={"rest_weeks": 12})
    answer = whatif(programme, rota, stricter, effort(stop=stop, progress=lambda _: stop.set()))
    assert not answer.from_rota
    assert (answer.stopped, answer.is_whole, answer.total.today) == (True, False, ())


def test_an_impossible_change_is_said_without_a_run(programme: Programme, rota: Rota) -> None:
    told: list[Progress] = []
    crowded = with_policy(programme, team={"small": {"cqc": [3, 3, 3]}})
    answer = whatif(programme, rota, crowded, effort(progress=told.append))
    assert any("CQC" in reason for reason in answer.impossible)
    assert told == []
    assert answer.recounted
