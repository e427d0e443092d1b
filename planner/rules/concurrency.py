"""R8 concurrency: at most so many starts, and so many inspections running, in a week."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> None:
    """Starts of a week, and of a week and the one before it, stay within the policy."""
    limits, standing = model.programme.policy.concurrency, model.standing.starts_in
    free = model.slots.in_week(model.scope.free)
    for week in sorted({each + offset for each in free for offset in (0, 1)}):
        here, before = free.get(week, []), free.get(week - 1, [])
        _limit(model, here, limits.starts_per_week - standing[week])
        fixed = standing[week] + standing[week - 1]
        _limit(model, here + before, limits.running_per_week - fixed)


def _limit(model: "RotaModel", starts: Sequence[cp_model.IntVar], most: int) -> None:
    # What stands may be too much already (Re-plan, Past); then nothing is added to it.
    if starts and len(starts) > most:
        model.cp.add(cp_model.LinearExpr.sum(starts) <= max(0, most))
