"""The coordinator: starts the processes of a search, gathers their gains, stops them in time."""

import subprocess
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait

from planner.improve.board import Board
from planner.improve.merge import adopt, changed, overlay
from planner.improve.messages import Cool, Found, Newest
from planner.improve.processes import Member, dismiss, start_all
from planner.improve.worker import Task

#: How many versions back a worker's base may lie for its gain to be merged.
VERSIONS_KEPT = 200


class Crew:
    """Worker processes that improve one rota together; ``board`` always holds the best."""

    def __init__(self, board: Board, seed: str, workers: int) -> None:
        self.board, self.seed, self.workers = board, seed, workers
        self.best = board.draft()
        self.points = board.points()
        self.version = 0
        self.gained: dict[str, int] = {}
        self._versions = {0: self.best}
        self._members: list[Member] = []
        self._cool = 0

    def run(
        self,
        until: float,
        anneal_until: float,
        on_gain: Callable[[], None],
        stop: Callable[[], bool],
        once_started: Callable[[], None] = lambda: None,
    ) -> None:
        """Search until ``until`` or ``stop()``; ``on_gain`` is called at each better rota.

        ``once_started`` is called when the workers are under way.
        """
        facts, times = self.board.facts, (anneal_until, until)
        try:
            self._members = start_all(
                Task(facts, self.best, self.seed, number, *times) for number in range(self.workers)
            )
            once_started()
            while self._members and time.monotonic() < until and not stop():
                for message in self._hear(min(0.2, until - time.monotonic())):
                    if isinstance(message, Found) and self._take(message):
                        on_gain()
        finally:
            self.dismiss()

    @property
    def processes(self) -> list[subprocess.Popen[bytes]]:
        """The worker processes still known to work."""
        return [member.process for member in self._members]

    def _hear(self, seconds: float) -> Iterator[object]:
        pipes = {member.pipe: member for member in self._members}
        for pipe in wait(list(pipes), max(0.0, seconds)):
            assert isinstance(pipe, Connection)
            try:
                message = pipe.recv()
            except (EOFError, OSError):
                # A worker that ended or was killed: the others go on with what it had reported.
                self._members.remove(pipes[pipe])
                continue
            if isinstance(message, Cool):
                self._cooled()
            yield message

    def _cooled(self) -> None:
        self._cool += 1
        if self._cool >= len(self._members):
            self._tell_all()

    def _take(self, found: Found) -> bool:
        base = self._versions.get(found.base)
        if base is None:
            wanted, codes = found.draft, changed(self.best, found.draft)
        else:
            codes = changed(base, found.draft)
            wanted = overlay(self.best, found.draft, codes)
        if not codes or not adopt(self.board, wanted, codes):
            return False
        points = self.board.points()
        self.gained[found.step] = self.gained.get(found.step, 0) + self.points - points
        self.points, self.best = points, self.board.draft()
        self.version += 1
        self._versions[self.version] = self.best
        self._versions.pop(self.version - VERSIONS_KEPT, None)
        if base is not None:
            self._tell_all()
        return True

    def _tell_all(self) -> None:
        for member in self._members:
            try:
                member.pipe.send(Newest(self.version, self.best))
            except OSError:
                continue

    def dismiss(self) -> None:
        """End every worker."""
        dismiss(self._members)
        self._members.clear()
