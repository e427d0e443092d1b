"""What a run of ``explain`` is asked to keep to."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from planner.options import Progress, tell_nobody


@dataclass(frozen=True)
class ExplainOptions:
    """The limits of one run; they mean what those of ``PlanOptions`` mean.

    ``ways`` is the number of kinds of way out after which no further ones are tried.
    """

    seconds: float = 60.0
    workers: int | None = None
    seed: str | None = None
    ways: int = 3
    began: float | None = None
    progress: Callable[[Progress], None] = tell_nobody
    stop: threading.Event = field(default_factory=threading.Event)
