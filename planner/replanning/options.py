"""What a re-plan is asked to keep to."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from planner.options import Progress, tell_nobody


@dataclass(frozen=True)
class ReplanOptions:
    """The limits of one re-plan.

    What lies before ``today`` never changes; ``freeze_weeks`` from then on change only where that
    is needed (None: the policy's). ``seconds`` counts from ``began``, a ``time.monotonic()``
    reading (None: when ``replan`` is called). ``repair`` takes a baseline that breaks rules as
    the thing to mend. The others are those of ``PlanOptions``.
    """

    today: date
    freeze_weeks: int | None = None
    seconds: float = 30.0
    workers: int | None = None
    seed: str | None = None
    repair: bool = False
    began: float | None = None
    progress: Callable[[Progress], None] = tell_nobody
    stop: threading.Event = field(default_factory=threading.Event)
