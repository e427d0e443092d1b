"""Re-planning: the rota that takes the changes in and provably changes least (Re-plan)."""

from planner.replanning.options import ReplanOptions
from planner.replanning.replan import BaselineBroken, replan

__all__ = ["BaselineBroken", "ReplanOptions", "replan"]
