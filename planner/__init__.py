"""From a question to an answer; the only room that knows OR-Tools."""

from planner.answers.cover import NoPlaceError, cover
from planner.answers.whatif import WhatIfOptions, whatif
from planner.answers.why import why
from planner.options import PlanOptions, Progress
from planner.plan import plan
from planner.replanning import BaselineBroken, ReplanOptions, replan

__all__ = [
    "BaselineBroken",
    "NoPlaceError",
    "PlanOptions",
    "Progress",
    "ReplanOptions",
    "WhatIfOptions",
    "cover",
    "plan",
    "replan",
    "whatif",
    "why",
]
