"""The bound beside a search: told while it runs, and gone without a trace when it ends."""

import time

import pytest

from data.draw import draw_programme
from planner.clock import clock_for
from planner.facts import Facts
from planner.options import PlanOptions
from planner.prove.beside import Prover
from planner.prove.proof import prove_bound
from planner.report import Report


def _report(seconds: float) -> Report:
    options = PlanOptions(seconds=seconds)
    return Report(clock_for(options, 20), options)


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts(draw_programme(20, 3))


def _until(holds, prover: Prover) -> None:  # type: ignore[no-untyped-def]
    for _ in range(600):
        if holds():
            return
        time.sleep(0.1)
    prover.bound()
    raise AssertionError("nothing was heard in a minute")


def test_better_bounds_are_told_while_the_search_runs(facts: Facts) -> None:
    report = _report(60)
    prover = Prover(facts, report)
    prover.start()
    _until(lambda: len(report.bounds) == 6, prover)
    heard, last = report.bound, prover.bound()
    assert heard is not None
    assert last is not None
    assert heard <= last == report.bound
    assert last <= prove_bound(facts, 20).total
    assert report.stages[-1].name == "bound"


def test_a_run_without_time_for_it_has_a_bound_all_the_same(facts: Facts) -> None:
    report = _report(60)
    prover = Prover(facts, report)
    prover.start()
    assert prover.bound() == prove_bound(facts, 0).total


def test_a_prover_that_was_never_started_proves_the_first_stage(facts: Facts) -> None:
    assert Prover(facts, _report(60)).bound() == prove_bound(facts, 0).total


def test_a_killed_prover_leaves_what_it_had_told(facts: Facts) -> None:
    report = _report(60)
    prover = Prover(facts, report)
    prover.start()
    _until(lambda: report.bound is not None, prover)
    assert prover.process is not None
    prover.process.kill()
    assert prover.bound() == report.bound
    assert prover.process.poll() is not None
