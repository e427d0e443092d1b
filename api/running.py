"""Runs a long job beside the main thread, so that signals are heard and progress is shown."""

import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Generic, Self, TypeVar

from api.errors import Refusal
from api.exit_codes import ExitCode

Answer = TypeVar("Answer")

_TICK = 0.1  # seconds between two looks at the job


class StopSignals:
    """Hears Ctrl-C and SIGTERM for as long as it is entered; the first sets ``stop``.

    Nothing is raised from a signal, so that what is being written is written to its end; nor does
    it end the run that nobody reads its progress any more.
    """

    def __init__(self) -> None:
        self.stop = threading.Event()
        self._ctrl_c = 0
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        for each in (signal.SIGINT, signal.SIGTERM):
            self._before[each] = signal.signal(each, self._hear)
        self._before[signal.SIGPIPE] = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for signum, handler in self._before.items():
            signal.signal(signum, handler)

    def _hear(self, signum: int, _frame: FrameType | None) -> None:
        self._ctrl_c += signum == signal.SIGINT
        self.stop.set()

    def leave_if_asked_twice(self) -> None:
        """Refuse to go on after a second Ctrl-C: whoever presses it does not want to wait."""
        if self._ctrl_c > 1:
            raise Refusal(["stopped at once: nothing was written"], ExitCode.STOPPED)


class Job(Generic[Answer]):
    """A job in a thread of its own; the solver would keep the main thread from hearing signals."""

    def __init__(self, work: Callable[[], Answer]) -> None:
        self._work = work
        self._answers: list[Answer] = []
        self._fault: BaseException | None = None
        # A daemon: a command that leaves at once must not wait for it.
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
