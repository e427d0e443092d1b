"""The curve of a run: whatever comes in whatever order, totals only fall and bounds only rise."""

import threading
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import PlanOptions, Progress
from planner.clock import clock_for
from planner.report import Report

TOTALS = st.integers(min_value=500, max_value=1_000)
BOUNDS = st.integers(min_value=0, max_value=500)
NEWS = st.lists(
    st.one_of(
        st.tuples(st.just("total"), TOTALS),
        st.tuples(st.just("bound"), BOUNDS),
        st.tuples(st.sampled_from(["travel", "team"]), BOUNDS.map(lambda bound: bound // 2)),
    )
)


def _report(gap: float = 0.0, heard: list[Progress] | None = None) -> Report:
    options = PlanOptions(gap=gap, progress=(heard if heard is not None else []).append)
    return Report(clock_for(options, 20), options)


def _tell(report: Report, kind: str, points: int) -> None:
    if kind == "total":
        report.tell("improve", points)
    elif kind == "bound":
        report.tell_bound(points)
    else:
        report.tell_bound(None, {kind: points})


@given(NEWS)
def test_totals_never_rise_and_bounds_never_fall_along_the_curve(
    news: list[tuple[str, int]],
) -> None:
    report = _report()
    for kind, points in news:
        _tell(report, kind, points)
    for earlier, later in pairwise(report.curve):
        assert earlier.seconds <= later.seconds
        assert earlier.total >= later.total
        assert (earlier.bound or 0) <= (later.bound or 0)
        assert (earlier.total, earlier.bound) != (later.total, later.bound)


@given(NEWS)
def test_the_curve_ends_at_the_best_of_all_that_was_told(news: list[tuple[str, int]]) -> None:
    report = _report()
    for kind, points in news:
        _tell(report, kind, points)
    totals = [points for kind, points in news if kind == "total"]
    by_goal = {goal: [n for kind, n in news if kind == goal] for goal in ("travel", "team")}
    bounds = [points for kind, points in news if kind == "bound"]
    bounds += [sum(max(each) for each in by_goal.values() if each)] if any(by_goal.values()) else []
    assert report.total == min(totals, default=None)
    assert report.bound == max(bounds, default=None)
    if totals:
        assert (report.curve[-1].total, report.curve[-1].bound) == (report.total, report.bound)
    else:
        assert report.curve == []


@given(NEWS)
def test_progress_shows_the_best_total_the_best_bound_and_the_gap(
    news: list[tuple[str, int]],
) -> None:
    heard: list[Progress] = []
    report = _report(heard=heard)
    for kind, points in news:
        _tell(report, kind, points)
    for each in heard:
        if each.total is None or each.bound is None:
            assert each.gap is None
        else:
            assert each.gap == (each.total - each.bound) / each.total


def test_bounds_told_by_several_threads_at_once_are_all_heard() -> None:
    report = _report()
    report.tell("construct", 1_000)

    def tell_every_fourth(first: int) -> None:
        for bound in range(first, 500, 4):
            report.tell_bound(bound)

    tellers = [threading.Thread(target=tell_every_fourth, args=(first,)) for first in range(4)]
    for each in tellers:
        each.start()
    for each in tellers:
        each.join()
    assert report.bound == 499
    bounds = [point.bound for point in report.curve if point.bound is not None]
    assert bounds == sorted(bounds)


def test_the_search_is_called_off_once_the_gap_is_as_small_as_was_asked_for() -> None:
    report = _report(gap=0.1)
    report.tell("construct", 1_000)
    report.tell_bound(899)
    assert not report.clock.is_called_off()
    report.tell("improve", 998)
    assert report.gap == pytest.approx(99 / 998)
    assert report.clock.is_called_off()
    assert report.clock.left() == 0
    assert not report.clock.stop.is_set()


def test_without_a_gap_asked_for_only_a_proof_calls_the_search_off() -> None:
    report = _report()
    report.tell_bound(999)
    report.tell("construct", 1_000)
    assert not report.clock.is_called_off()
    report.tell("improve", 999)
    assert report.clock.is_called_off()


def test_a_rota_of_no_points_has_no_gap() -> None:
    report = _report()
    report.tell("construct", 0)
    assert report.gap is None
    report.tell_bound(0)
    assert report.gap == 0
    assert report.clock.is_called_off()


@pytest.mark.parametrize("gap", [-0.01, 1.0, 8.0, float("nan")])
def test_cannot_ask_for_a_gap_that_is_no_share(gap: float) -> None:
    with pytest.raises(ValueError, match="at least 0 and below 1"):
        PlanOptions(gap=gap)
