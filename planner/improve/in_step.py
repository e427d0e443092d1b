"""Processes that search in step: each round a fixed amount of work, gathered in a fixed order.

So the same inputs, seed and amounts give the same rota however busy the machine is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.draft import Draft
from planner.improve.anneal import Cooling
from planner.improve.annealing import annealing
from planner.improve.board import Board
from planner.improve.merge import adopt, changed, overlay, restand
from planner.improve.polish import Polish
from planner.seed import random_for


@dataclass(frozen=True)
class Annealed:
    """An order: go on annealing for so many looks, the share done before and after given."""

    looks: int
    before: float
    after: float


@dataclass(frozen=True)
class Polished:
    """An order: improve ``draft`` by neighbourhoods for so many of the solver's units of work."""

    draft: Draft
    units: float


@dataclass(frozen=True)
class Gains:
    """What a round brought: rotas in the order found, each by which kind of step."""

    found: tuple[tuple[str, Draft], ...]


class Hand:
    """One process's part: its own annealing first, then its own board for neighbourhoods."""

    def __init__(self, board: Board, seed: str, number: int) -> None:
        self.board = board
        random = random_for(seed, f"hand {number}")
        self._search = annealing(board, random)
        self._polish: Polish | None = None
        self._random = random

    def do(self, order: Annealed | Polished) -> Gains:
        """Carry an order out."""
        if isinstance(order, Annealed):
            return self._anneal(order)
        return Gains(tuple(self._improve(order)))

    def _anneal(self, order: Annealed) -> Gains:
        looks = 0

        def share_done() -> float:
            nonlocal looks
            looks += 1
            if looks > order.looks:
                return 1.0
            return order.before + (order.after - order.before) * (looks - 1) / order.looks

        self._search.run(share_done, Cooling())
        best = self._search.best
        return Gains(() if best is None else (("anneal", best),))

    def _improve(self, order: Polished) -> Iterator[tuple[str, Draft]]:
        if self._polish is None:
            self.board = Board.holding(self.board.facts, order.draft)
            self._polish = Polish(self.board, self._random, counted=True)
        restand(self.board, order.draft)
        until = self._polish.spent + order.units
        while self._polish.spent < until:
            if step := self._polish.step(float("inf")):
                yield step, self.board.draft()


@dataclass
class Gathered:
    """The best rota of all hands, on a board, and the points each kind of step has gained."""

    board: Board
    gained: dict[str, int]

    def take(self, gains: list[Gains]) -> None:
        """Take the best rota of an annealing round; the points decide, then the hand's number."""
        for each in gains:
            for step, draft in each.found:
                self._adopt(step, draft, changed(self.board.draft(), draft))

    def merge(self, base: Draft, gains: list[Gains]) -> None:
        """Put every gain that still fits on top of the others, hand by hand."""
        for each in gains:
            before = base
            for step, draft in each.found:
                codes = changed(before, draft)
                self._adopt(step, overlay(self.board.draft(), draft, codes), codes)
                before = draft

    def _adopt(self, step: str, wanted: Draft, codes: list[str]) -> None:
        points = self.board.points()
        if codes and adopt(self.board, wanted, codes):
            self.gained[step] = self.gained.get(step, 0) + points - self.board.points()


def rounds(
    gathered: Gathered,
    send: Callable[[Annealed | Polished], list[Gains]],
    looks: int,
    looks_a_round: int,
    units: float,
    units_a_round: float,
) -> Iterator[None]:
    """All the rounds: annealing, then neighbourhoods around the best of all; a step after each."""
    done = 0
    while done < looks:
        more = min(looks_a_round, looks - done)
        order = Annealed(more, done / looks, (done + more) / looks)
        gathered.take(send(order))
        done += more
        yield
    spent = 0.0
    while spent < units:
        base = gathered.board.draft()
        gathered.merge(base, send(Polished(base, units_a_round)))
        spent += units_a_round
        yield
