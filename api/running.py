"""Runs a long job beside the main thread, so that signals are heard and progress is shown."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Generic, TypeVar

from api.errors import Refusal
from api.exit_codes import ExitCode

Answer = TypeVar("Answer")

_TICK = 0.1  # seconds between two looks at the job
_HEARD = (signal.SIGINT, signal.SIGTERM)


class Job(Generic[Answer]):
    """A job in a thread of its own; the solver would keep the main thread from hearing signals."""

    def __init__(self, work: Callable[[], Answer]) -> None:
        self._work = work
        self._answers: list[Answer] = []
        self._fault: BaseException | None = None
        # A daemon: a second Ctrl-C must not have to wait for it.
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)

    def _run(self) -> None:
        try:
            self._answers.append(self._work())
        except BaseException as fault:
            self._fault = fault

    def answer(self, tick: Callable[[], None]) -> Answer:
        """Start, call ``tick`` ten times a second until the job is done, and return its answer."""
        self._thread.start()
        while self._thread.is_alive():
            self._thread.join(_TICK)
            tick()
        if self._fault is not None:
            raise self._fault
        return self._answers[0]


@contextlib.contextmanager
def asked_to_stop(stop: threading.Event) -> Iterator[None]:
    """Set ``stop`` at the first Ctrl-C or SIGTERM; a second Ctrl-C ends the command at once."""

    def hear(signum: int, _frame: FrameType | None) -> None:
        if stop.is_set() and signum == signal.SIGINT:
            raise Refusal(["stopped at once: nothing was written"], ExitCode.STOPPED)
        stop.set()

    before = {each: signal.signal(each, hear) for each in _HEARD}
    try:
        yield
    finally:
        for signum, handler in before.items():
            signal.signal(signum, handler)
