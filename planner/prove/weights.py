"""The goals that a bound on the names counts, and at which weights."""

from collections.abc import Collection
from dataclasses import dataclass

from models.programme import Programme

GOALS = ("team", "travel", "fairness")


@dataclass(frozen=True)
class Weights:
    """Points of one inspector below target, of ten kilometres and of one point of unevenness."""

    team: int
    travel: int
    fairness: int


def weights_of(programme: Programme, goals: Collection[str] = GOALS) -> Weights:
    """The programme's weights of these goals; the others cost nothing."""
    counted = {goal: getattr(programme.goals, goal) * (goal in goals) for goal in GOALS}
    return Weights(**counted)
