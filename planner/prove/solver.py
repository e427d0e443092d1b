"""One solve of one relaxation, and what it proves."""

from datetime import timedelta
from math import ceil, isfinite

from ortools.math_opt.python import mathopt

#: Noise of a solver in the last digits, by which a bound must not be rounded up.
NOISE = 1e-4
#: The least time worth giving to a solver, in seconds.
LEAST_SECONDS = 0.05


def proven(model: mathopt.Model, seconds: float) -> int:
    """The points that no solution goes below, as far as shown in time; never negative.

    A relaxation without a solution proves that there is no rota; of that nothing is said here.
    """
    limits = mathopt.SolveParameters(time_limit=timedelta(seconds=max(LEAST_SECONDS, seconds)))
    found = mathopt.solve(model, mathopt.SolverType.HIGHS, params=limits)
    return whole_points(found.best_objective_bound())


def whole_points(bound: float) -> int:
    """The least whole number of points that a bound leaves, noise aside; never negative."""
    return max(0, ceil(bound - NOISE)) if isfinite(bound) else 0
