"""From a question to an answer; the only room that knows OR-Tools."""

from planner.options import PlanOptions, Progress
from planner.plan import plan

__all__ = ["PlanOptions", "Progress", "plan"]
