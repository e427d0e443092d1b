"""One process of a search: anneals, then improves by neighbourhoods what all have found."""

import signal
import sys
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection

from planner.draft import Draft
from planner.facts import Facts
from planner.improve.anneal import Cooling
from planner.improve.annealing import Annealing, annealing
from planner.improve.board import Board
from planner.improve.in_step import Hand
from planner.improve.merge import restand
from planner.improve.messages import Cool, Found, Newest
from planner.improve.polish import Polish
from planner.seed import random_for

#: Seconds between two reports of an annealing worker.
REPORT_EVERY = 0.5
#: Seconds that a worker waits for the best of all when its annealing is done.
WAIT_FOR_NEWEST = 3.0


@dataclass(frozen=True)
class Task:
    """What one worker is told at its start; times are ``time.monotonic()`` readings."""

    facts: Facts
    draft: Draft
    seed: str
    number: int
    anneal_until: float
    until: float


class Worker:
    """A search on one board, in touch with its coordinator over a pipe."""

    def __init__(self, task: Task, pipe: Connection) -> None:
        self.task, self.pipe = task, pipe
        self.facts = task.facts
        self.random = random_for(task.seed, f"worker {task.number}")
        self.version = 0
        self.newest: Newest | None = None

    def run(self) -> None:
        """Anneal, report, then improve together with the others until time is up."""
        best = self._anneal()
        self.pipe.send(Found(self._draft(best), -1, "anneal"))
        self.pipe.send(Cool())
        self._polish(Board.holding(self.facts, self._draft(best)))

    def _polish(self, board: Board) -> None:
        self._hear(board, WAIT_FOR_NEWEST)
        polish = Polish(board, self.random)
        while (left := self.task.until - time.monotonic()) > 0:
            if step := polish.step(left):
                self.pipe.send(Found(board.draft(), self.version, step))
            self._hear(board, 0.0)

    def _hear(self, board: Board, seconds: float) -> None:
        """Stand the board as the newest rota has it, if one has come within so many seconds."""
        while self.pipe.poll(0.0 if self.newest else seconds):
            self.newest = self.pipe.recv()
        if self.newest is not None and self.newest.version > self.version:
            self.version = self.newest.version
            restand(board, self.newest.draft)
        self.newest = None

    def _anneal(self) -> Annealing:
        board = Board.holding(self.facts, self.task.draft)
        search = annealing(board, self.random)
        began, reported = time.monotonic(), [time.monotonic(), search.best_points]
        length = max(0.01, self.task.anneal_until - began)

        def share_done() -> float:
            now = time.monotonic()
            if self._gone():
                return 1.0
            if now - reported[0] >= REPORT_EVERY and search.best_points < reported[1]:
                reported[:] = [now, search.best_points]
                self.pipe.send(Found(self._draft(search), -1, "anneal"))
            return (now - began) / length

        search.run(share_done, Cooling())
        return search

    def _draft(self, search: Annealing) -> Draft:
        return search.best or self.task.draft

    def _gone(self) -> bool:
        """Whether the coordinator has closed its end; a worker without one has nobody to tell.

        A rota that has come meanwhile is kept until the annealing is done.
        """
        try:
            while self.pipe.poll():
                self.newest = self.pipe.recv()
        except (EOFError, OSError):
            return True
        return False


@dataclass(frozen=True)
class StepTask:
    """What one hand of a search in step is told at its start."""

    facts: Facts
    draft: Draft
    seed: str
    number: int


def _serve(task: StepTask, pipe: Connection) -> None:
    """Carry out one order after another until the other end closes."""
    board = Board.holding(task.facts, task.draft)
    hand = Hand(board, task.seed, task.number)
    while True:
        pipe.send(hand.do(pipe.recv()))


def main() -> None:
    """Run one worker on the pipe whose file descriptor is the first argument."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe = Connection(int(sys.argv[1]))
    task = pipe.recv()
    try:
        if isinstance(task, StepTask):
            _serve(task, pipe)
        else:
            Worker(task, pipe).run()
    except (BrokenPipeError, ConnectionResetError, EOFError):
        sys.exit(0)


if __name__ == "__main__":
    main()
