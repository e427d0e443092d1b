"""A run of the planner as a command has it: in a thread of its own, its progress shown."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from api.progress import shown_progress
from api.running import Job, StopSignals

if TYPE_CHECKING:
    from planner import PlanOptions, Progress
    from planner.conflict import ExplainOptions
    from planner.replanning import ReplanOptions

Answer = TypeVar("Answer")
Options = TypeVar("Options", "PlanOptions", "ReplanOptions", "ExplainOptions")


def shown_run(work: Callable[[Options], Answer], options: Options, signals: StopSignals) -> Answer:
    """The answer of ``work``, with progress on standard error until done or stopped."""
    from queue import SimpleQueue

    told: SimpleQueue[Progress] = SimpleQueue()
    heard = dataclasses.replace(options, progress=told.put)
    began = options.began or time.monotonic()
    with shown_progress() as show:

        def tick() -> None:
            signals.leave_if_asked_twice()
            while not told.empty():
                show.tell(told.get())
            show.tick(time.monotonic() - began)

        return Job(lambda: work(heard)).answer(tick)
