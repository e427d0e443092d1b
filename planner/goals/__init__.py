"""The goals a model is priced by: the table of contents, in the order of problem.md."""

from planner.goals import fairness, level, priority, spacing, team, travel
from planner.goals.goal import Goal, Parts

GOALS: tuple[Goal, ...] = (
    Goal("priority", priority.post),
    Goal("team", team.post),
    Goal("spacing", spacing.post),
    Goal("travel", travel.post),
    Goal("fairness", fairness.post),
    Goal("level", level.post),
)

__all__ = ["GOALS", "Goal", "Parts"]
