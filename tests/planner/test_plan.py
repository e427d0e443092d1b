"""The recipe from a question to a checked answer, as a library user sees it."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from data.draw import draw_programme
from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from models.result import Status, gap_of
from models.tables import inputs_sha256
from planner import PlanOptions, Progress, plan
from planner.clock import clock_for
from planner.draft import draft_of
from planner.outcome import Outcome
from planner.plan import gate
from planner.report import Report

SEED = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="module")
def twenty() -> Programme:
    """A drawn programme too large for the exact search."""
    return draw_programme(20, 3)


def test_a_rota_comes_checked_measured_and_certified(twenty: Programme) -> None:
    result = plan(twenty, PlanOptions(seconds=8, workers=1, seed=SEED))
    assert result.status is Status.FEASIBLE
    assert result.rota is not None
    assert check_rota(twenty, result.rota) == ()
    assert result.goals is not None
    assert result.goals.total == measure_goals(twenty, result.rota).total
    certificate = result.certificate
    assert certificate.inputs_sha256 == inputs_sha256(twenty)
    assert certificate.checker == "every rule kept"
    assert SEED not in result.model_dump_json()
    assert len(certificate.seed_sha256) == 64
    assert certificate.versions["ortools"].startswith("9.")


def test_the_curve_only_falls_and_ends_at_the_total(twenty: Programme) -> None:
    result = plan(twenty, PlanOptions(seconds=8, workers=2, seed=SEED))
    totals = [point.total for point in result.curve]
    assert totals == sorted(totals, reverse=True)
    assert result.goals is not None
    assert totals[-1] == result.goals.total
    seconds = [point.seconds for point in result.curve]
    assert seconds == sorted(seconds)


def test_bounds_only_rise_along_the_curve_and_end_at_the_bound(twenty: Programme) -> None:
    result = plan(twenty, PlanOptions(seconds=8, workers=1, seed=SEED))
    bounds = [point.bound for point in result.curve if point.bound is not None]
    assert bounds
    assert bounds == sorted(bounds)
    # Once a bound is known, one is known for good.
    assert [point.bound for point in result.curve][-len(bounds) :] == bounds
    assert result.goals is not None
    assert result.goals.bound == bounds[-1]


@pytest.mark.parametrize(("authorities", "seconds"), [(8, 20), (20, 120)])
def test_a_run_ends_once_the_gap_is_as_small_as_was_asked_for(
    authorities: int, seconds: float
) -> None:
    programme = draw_programme(authorities, 3)
    result = plan(programme, PlanOptions(seconds=seconds, workers=1, seed=SEED, gap=0.35))
    assert result.status is Status.FEASIBLE
    assert result.goals is not None
    assert result.goals.bound is not None
    total, bound = result.goals.total, result.goals.bound
    assert result.goals.gap == (total - bound) / total
    assert result.goals.gap <= 0.35
    assert result.certificate.limits["gap"] == 0.35
    assert result.certificate.stages[-1].name == "gap"
    assert "at most the 0.35 that was asked for" in result.certificate.stages[-1].note
    gaps = [gap_of(point.total, point.bound) for point in result.curve]
    enough = [gap for gap in gaps if gap is not None and gap <= 0.35]
    # What is under way when it is enough may still come in; nothing new is begun.
    assert 1 <= len(enough) <= 2


def test_progress_tells_each_stage_and_the_points_by_goal(twenty: Programme) -> None:
    heard: list[Progress] = []
    plan(twenty, PlanOptions(seconds=6, workers=1, seed=SEED, progress=heard.append))
    assert {"arithmetic", "construct", "improve"} <= {each.stage for each in heard}
    whole = [each for each in heard if each.goals]
    assert all(sum(each.goals.values()) == each.total for each in whole)


def test_a_stopped_run_keeps_the_best_rota_found(twenty: Programme) -> None:
    stop = threading.Event()

    def stop_once_whole(progress: Progress) -> None:
        if progress.total is not None:
            stop.set()

    options = PlanOptions(seconds=600, workers=1, seed=SEED, stop=stop, progress=stop_once_whole)
    result = plan(twenty, options)
    assert result.status is Status.STOPPED
    assert result.rota is not None
    assert check_rota(twenty, result.rota) == ()


def test_what_arithmetic_excludes_is_said_before_any_search(
    make_programme: Callable[..., Programme],
) -> None:
    heard: list[Progress] = []
    lonely = make_programme(2, inspectors={"ofsted": 4, "hmic": 2, "hmi_probation": 1})
    result = plan(lonely, PlanOptions(seconds=5, progress=heard.append))
    assert result.status is Status.IMPOSSIBLE
    assert result.rota is None
    assert any("CQC" in reason for reason in result.reasons)
    assert [each.stage for each in heard] == ["arithmetic"]


def test_a_seed_too_short_to_keep_secret_has_no_hash(twenty: Programme) -> None:
    result = plan(twenty, PlanOptions(seconds=4, workers=1, seed="2013"))
    assert result.certificate.seed_sha256 == ""


def test_the_gate_refuses_our_own_rota_when_it_breaks_a_rule(twenty: Programme) -> None:
    result = plan(twenty, PlanOptions(seconds=5, workers=1, seed=SEED))
    assert result.rota is not None
    good = draft_of(twenty, result.rota)
    first, second = sorted(good.slots)[:2]
    crowded = replace(good, slots={**good.slots, first: good.slots[second]})
    crowded = replace(crowded, teams={**good.teams, first: good.teams[second]})
    crowded = replace(crowded, leads={**good.leads, first: good.leads[second]})
    options = PlanOptions(seconds=5)
    report = Report(clock_for(options, 20), options)
    refused = gate(twenty, SEED, Outcome(Status.FEASIBLE, crowded), crowded, report)
    assert refused.status is Status.REFUSED
    assert refused.rota is None
    assert refused.reasons


def test_the_gate_refuses_a_rota_whose_points_were_miscounted(twenty: Programme) -> None:
    result = plan(twenty, PlanOptions(seconds=5, workers=1, seed=SEED))
    assert result.rota is not None
    assert result.goals is not None
    good, wrong = draft_of(twenty, result.rota), result.goals.total - 1
    options = PlanOptions(seconds=5)
    report = Report(clock_for(options, 20), options)
    refused = gate(twenty, SEED, Outcome(Status.FEASIBLE, good, wrong), good, report)
    assert refused.status is Status.REFUSED
    assert str(wrong) in refused.reasons[0]


def test_a_bound_that_the_rota_goes_below_is_withdrawn_and_that_is_said(twenty: Programme) -> None:
    result = plan(twenty, PlanOptions(seconds=5, workers=1, seed=SEED))
    assert result.rota is not None
    assert result.goals is not None
    good = draft_of(twenty, result.rota)
    options = PlanOptions(seconds=5)
    report = Report(clock_for(options, 20), options)
    report.tell("improve", result.goals.total)
    report.tell_bound(10, {"travel": result.goals.total + 1})
    kept = gate(twenty, SEED, Outcome(Status.FEASIBLE, good), good, report)
    assert kept.status is Status.FEASIBLE
    assert kept.goals is not None
    assert kept.goals.bound is None
    assert all(score.bound is None for score in kept.goals.scores)
    assert all(point.bound is None for point in kept.curve)
    assert "bug" in kept.reasons[0]


def test_the_gate_puts_the_best_known_bound_beside_every_goal(twenty: Programme) -> None:
    result = plan(twenty, PlanOptions(seconds=5, workers=1, seed=SEED))
    assert result.rota is not None
    good = draft_of(twenty, result.rota)
    options = PlanOptions(seconds=5)
    report = Report(clock_for(options, 20), options)
    report.tell_bound(12, {"travel": 7, "fairness": 2})
    report.tell_bound(11, {"travel": 5, "fairness": 3})
    kept = gate(twenty, SEED, Outcome(Status.FEASIBLE, good, bound=11), good, report)
    assert kept.goals is not None
    assert kept.goals.bound == 12
    found = {score.goal: score.bound for score in kept.goals.scores}
    assert found["travel"] == 7
    assert found["fairness"] == 3
    assert found["spacing"] is None
