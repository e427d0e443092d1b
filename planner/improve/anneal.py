"""Ruin and recreate with simulated annealing: cheap moves in bulk over slots, sizes and names."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from planner.draft import Draft
from planner.improve.board import Board, Placement
from planner.improve.recreate import Recreate, put_back
from planner.improve.ruin import Ruins
from planner.improve.scan import Scanner

Prices = NDArray[np.float64]

#: How fast the prices of people follow their loads.
FOLLOW = 0.05


@dataclass(frozen=True)
class Cooling:
    """The temperature in points, falling evenly in ratio from ``hot`` to ``cold``."""

    hot: float = 15.0
    cold: float = 3.0

    def at(self, share: float) -> float:
        """The temperature after a share (0 to 1) of the run."""
        return float(self.hot * (self.cold / self.hot) ** min(1.0, share))


class Anneal:
    """One search on one board; keeps the best whole rota it has seen."""

    def __init__(self, board: Board, scanner: Scanner, random: Random) -> None:
        self.board, self.random = board, random
        self.scanner = scanner
        self.recreate = Recreate(board, scanner, random)
        self.ruins = Ruins(board.facts, random)
        self.points = board.points()
        self._best: list[Placement | None] = list(board.placed)
        self._best_points = self.points

    def run(self, share_done: Callable[[], float], cooling: Cooling) -> None:
        """Move until ``share_done()`` reaches 1; it is asked every few moves."""
        share = share_done()
        while share < 1:
            temperature = cooling.at(share)
            for _ in range(20):
                self.step(temperature)
            self._follow_loads()
            share = share_done()

    def step(self, temperature: float) -> None:
        """Take a few inspections out, put them back, and keep the outcome or not."""
        board = self.board
        waiting = list(board.unplaced)
        taken = self.ruins.draw(board)
        if waiting:
            self.random.shuffle(waiting)
            taken = self.ruins.around(board, waiting[0], len(taken) + 2)
        before = [(at, board.remove(at)) for at in dict.fromkeys(taken)]
        self.random.shuffle(before)
        # Those that had no slot come first, into the room that was just made for one of them.
        missing = [*waiting, *(at for at, _ in before)]
        for authority in missing:
            self.recreate.insert(authority, noise=temperature)
        settled = self.recreate.settle(missing)
        points = board.points()
        if settled is None or not self._accepts(points, temperature):
            self._undo(before, settled or [], missing)
            return
        self.points = points
        if points < self._best_points:
            self._remember()

    def _accepts(self, points: int, temperature: float) -> bool:
        worse = points - self.points
        return worse <= 0 or self.random.random() < math.exp(-worse / temperature)

    def _undo(
        self,
        before: list[tuple[int, Placement]],
        settled: list[tuple[int, Placement]],
        missing: list[int],
    ) -> None:
        former = dict(before)
        kept = [(at, was) for at, was in settled if at not in former and at not in missing]
        for authority in missing:
            if self.board.placed[authority] is not None:
                self.board.remove(authority)
        put_back(self.board, [*before, *kept])

    @property
    def best_points(self) -> int:
        """The points of the best rota seen."""
        return self._best_points

    @property
    def best(self) -> Draft | None:
        """The best whole rota seen, or None while there was none."""
        return None if None in self._best else self.board.draft_with(self._best)

    def _remember(self) -> None:
        self._best_points = self.points
        self._best = list(self.board.placed)

    def _follow_loads(self) -> None:
        """Raise the price of those above their body's mean share, lower it of those below.

        The dearest prices that G5 can justify are its multipliers: those of the largest share add
        up to its weight, and so do those of the smallest. Prices beyond are scaled down.
        """
        facts, prices = self.board.facts, self.scanner.person_price
        shares = 100.0 * np.array(self.board.loads.weeks) / facts.fte
        for body in range(len(facts.bodies)):
            who = np.flatnonzero((facts.body_of == body) & facts.counts_for_fairness)
            if len(who) > 1:
                price = prices[who] + FOLLOW * (shares[who] - shares[who].mean())
                a_share = 100.0 * facts.fieldwork[who] / facts.fte[who]
                prices[who] = _capped(price, a_share, facts.programme.goals.fairness)


def _capped(price: Prices, a_share: Prices, weight: int) -> Prices:
    above = np.maximum(0, price)
    below = np.minimum(0, price)
    above *= weight / max(weight, (above / a_share).sum())
    below *= weight / max(weight, (-below / a_share).sum())
    return above + below
