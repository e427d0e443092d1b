"""The time a run may take, and how much of it must stay for writing the answer out."""

import threading
import time
from dataclasses import dataclass, field

from planner.options import PlanOptions


@dataclass(frozen=True)
class Clock:
    """Counts seconds from the run's beginning; ``search_until`` leaves time for the rest.

    ``stop`` is set by whoever wants the run to end, ``enough`` once its rota is good enough.
    """

    began: float
    seconds: float
    reserve: float
    stop: threading.Event
    enough: threading.Event = field(default_factory=threading.Event)

    def now(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self.began

    @property
    def search_until(self) -> float:
        """The second at which searching must end."""
        return max(0.0, self.seconds - self.reserve)

    def is_called_off(self) -> bool:
        """Whether to end the search at once: the run is stopped, or its rota good enough."""
        return self.stop.is_set() or self.enough.is_set()

    def left(self) -> float:
        """Seconds of search left; none once it is called off."""
        return 0.0 if self.is_called_off() else max(0.0, self.search_until - self.now())


def clock_for(options: PlanOptions, authorities: int) -> Clock:
    """The clock of a run; writing, checking and saving take longer the larger the programme."""
    began = time.monotonic() if options.began is None else options.began
    if options.repeatable:
        return Clock(began, float("inf"), 0.0, options.stop)
    reserve = min(0.4 * options.seconds, 0.6 + authorities / 120)
    return Clock(began, options.seconds, reserve, options.stop)
