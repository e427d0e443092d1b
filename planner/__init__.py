"""From a question to an answer; the only room that knows OR-Tools."""

from planner.options import PlanOptions, Progress
from planner.plan import plan
from planner.replanning import BaselineBroken, ReplanOptions, replan

__all__ = ["BaselineBroken", "PlanOptions", "Progress", "ReplanOptions", "plan", "replan"]
