"""From a question to an answer; the only room that knows OR-Tools."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from planner.options import PlanOptions, Progress
from planner.plan import plan
from planner.replanning import BaselineBroken, ReplanOptions, replan

if TYPE_CHECKING:
    from planner.answers.cover import NoPlaceError, cover
    from planner.answers.whatif import WhatIfOptions, whatif
    from planner.answers.why import why
    from planner.conflict import ExplainOptions, explain, explain_changes
    from planner.replanning.ways import ways

__all__ = [
    "BaselineBroken",
    "ExplainOptions",
    "NoPlaceError",
    "PlanOptions",
    "Progress",
    "ReplanOptions",
    "WhatIfOptions",
    "cover",
    "explain",
    "explain_changes",
    "plan",
    "replan",
    "ways",
    "whatif",
    "why",
]

#: Answers that few runs ask for, read in when they are.
_ELSEWHERE = {
    "ExplainOptions": "planner.conflict",
    "NoPlaceError": "planner.answers.cover",
    "WhatIfOptions": "planner.answers.whatif",
    "cover": "planner.answers.cover",
    "explain": "planner.conflict",
    "explain_changes": "planner.conflict",
    "whatif": "planner.answers.whatif",
    "ways": "planner.replanning.ways",
    "why": "planner.answers.why",
}


def __getattr__(name: str) -> Any:
    if name not in _ELSEWHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE[name]), name)
