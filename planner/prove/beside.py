"""A bound found beside the search, by a process of its own that takes little from it."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from models.goal_parts import CALENDAR
from planner.facts import Facts
from planner.prove.bounds import Bounds
from planner.prove.proof import prove_bound
from planner.report import Report

#: Up to so many authorities a first bound is soon had when the process had no time for one; for
#: more it is waited for so many seconds.
SOON, GRACE = 200, 0.4
#: The share of a run's seconds that proving may take of one processor, and the least seconds.
SHARE, LEAST_SECONDS = 0.2, 4.0
#: How far the process stands back behind the search, once it has a first bound of every part.
NICE = 10
_PROVER = "from planner.prove.beside import main; main()"


@dataclass(frozen=True)
class Task:
    """What the process is told at its start: seconds to prove for, and of processor time."""

    facts: Facts
    seconds: float
    processor_seconds: float


class Prover:
    """Proves bounds while the search runs, and passes each better one on to the report."""

    def __init__(self, facts: Facts, report: Report) -> None:
        self._facts, self._report = facts, report
        self._began = report.clock.now()
        self.process: subprocess.Popen[bytes] | None = None
        self._heard = threading.Event()
        self._bounds = Bounds()

    def start(self) -> None:
        """Begin to prove, for as long as the search has time left."""
        self._began, seconds = self._report.clock.now(), self._report.clock.left()
        task = Task(self._facts, seconds, max(LEAST_SECONDS, SHARE * seconds))
        self._pipe, theirs = Pipe()
        # A process of its own session hears no Ctrl-C; it ends when our end of the pipe closes.
        self.process = subprocess.Popen(
            [sys.executable, "-c", _PROVER, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _python_path(), "OMP_NUM_THREADS": "1"},
            start_new_session=True,
        )
        theirs.close()
        self._reader = threading.Thread(target=self._hear, args=(task,), name="bounds", daemon=True)
        self._reader.start()

    def _hear(self, task: Task) -> None:
        with suppress(EOFError, OSError):
            # Not before the process has come up is a large task taken: nobody else waits for that.
            self._pipe.send(task)
            while True:
                bounds = self._pipe.recv()
                if self._report.clock.is_called_off():
                    break
                self._take(bounds)
                if CALENDAR in self._bounds.parts:
                    self._heard.set()
        self._heard.set()

    def bound(self) -> int | None:
        """The best bound in points, None where there was no time for one; ends the process."""
        soon = len(self._facts.codes) <= SOON
        if self.process is not None:
            self._heard.wait(0.0 if soon else GRACE)
            self.process.kill()
            self.process.wait()
            self._reader.join()
            self._pipe.close()
        if soon and not self._bounds.parts:
            self._take(prove_bound(self._facts, 0.0))
        note = ", ".join(f"{part} {each.points}" for part, each in self._bounds.parts.items())
        self._report.end_stage("bound", self._began, bound=self._report.bound, note=note)
        return self._report.bound

    def _take(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._report.tell_bound(bounds.total, bounds.by_goal)


def _python_path() -> str:
    home = str(Path(__file__).parents[2])
    return os.pathsep.join([home, *filter(None, [os.environ.get("PYTHONPATH")])])


def main() -> None:
    """Prove for whoever holds the other end of the pipe, the first argument's file descriptor."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe = Connection(int(sys.argv[1]))
    task: Task = pipe.recv()
    threading.Thread(target=_end_with, args=(pipe,), daemon=True).start()

    def told(bounds: Bounds) -> None:
        pipe.send(bounds)
        if CALENDAR in bounds.parts:
            os.nice(NICE - os.nice(0))

    with suppress(OSError):
        prove_bound(
            task.facts,
            task.seconds,
            told,
            lambda: time.process_time() > task.processor_seconds,
        )


def _end_with(pipe: Connection) -> None:
    """End this process, whatever it is at, once nobody holds the other end of the pipe."""
    with suppress(EOFError, OSError):
        pipe.recv()
    os._exit(0)
