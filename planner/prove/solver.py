"""One solve of one relaxation, and what it proves."""

from datetime import timedelta
from math import ceil, inf, isfinite
from typing import NamedTuple

from ortools.math_opt.python import mathopt

#: Noise of a solver in the last digits, by which a bound must not be rounded up.
NOISE = 1e-4
#: The least time worth giving to a solver, in seconds.
LEAST_SECONDS = 0.05


class Proven(NamedTuple):
    """Points that no solution goes below; ``optimal`` if there is one that has no more."""

    points: int
    optimal: bool


def proven(model: mathopt.Model, seconds: float) -> Proven:
    """What is shown in time; points are never negative.

    A relaxation without a solution proves that there is no rota; of that nothing is said here.
    """
    bound, optimal = solved(model, seconds)
    return Proven(whole_points(bound), optimal)


def solved(model: mathopt.Model, seconds: float) -> tuple[float, bool]:
    """The best bound in points, infinite if there is no solution; whether a solution reaches it."""
    limits = mathopt.SolveParameters(
        time_limit=timedelta(seconds=max(LEAST_SECONDS, seconds)),
        relative_gap_tolerance=0.0,
        # Points are whole, so a solution less than one point from the bound is the best.
        absolute_gap_tolerance=1 - 2 * NOISE,
    )
    found = mathopt.solve(model, mathopt.SolverType.HIGHS, params=limits)
    reason = found.termination.reason
    if reason is mathopt.TerminationReason.INFEASIBLE:
        return inf, False
    return found.best_objective_bound(), reason is mathopt.TerminationReason.OPTIMAL


def whole_points(bound: float) -> int:
    """The least whole number of points that a bound leaves, noise aside; never negative."""
    return max(0, ceil(bound - NOISE)) if isfinite(bound) else 0
