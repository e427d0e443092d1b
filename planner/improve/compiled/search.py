"""The compiled annealing on a board of its own, for a process of the search."""

from collections.abc import Callable

import numpy as np

from planner.draft import Draft
from planner.improve.anneal import Cooling
from planner.improve.board import Board
from planner.improve.compiled.annealer import Annealer
from planner.improve.compiled.known import known_of
from planner.improve.compiled.state import state_of

#: Week, lead, members, review.
Row = tuple[int, int, list[int], bool]

#: Moves between two looks at the clock: a few hundredths of a second.
MOVES = 1000


def fill(board: Board, order: list[int]) -> None:
    """Place the authorities of an empty board in that order, each where it is cheapest."""
    known = known_of(board.facts)
    annealer = Annealer(known, state_of(board.facts, known), 0)
    annealer.fill(np.array(order, np.int32))
    for at, row in enumerate(annealer.rota()):
        if row[0] >= 0:
            board.place(at, board.placement(at, *row))


class CompiledAnneal:
    """One search from the whole rota on a board; keeps the best it has seen."""

    def __init__(self, board: Board, seed: int) -> None:
        self.board = board
        known = known_of(board.facts)
        self.annealer = Annealer(known, state_of(board.facts, known), seed)
        for at, each in enumerate(board.placed):
            assert each is not None
            self.annealer.place(at, each.week, each.lead, each.members, each.review)

    def run(self, share_done: Callable[[], float], cooling: Cooling) -> None:
        """Move until ``share_done()`` reaches 1; it is asked every few moves."""
        share = share_done()
        while share < 1:
            temperature = cooling.at(share)
            self.annealer.anneal(MOVES, temperature, temperature)
            share = share_done()

    @property
    def best_points(self) -> int:
        """The points of the best rota seen."""
        return self.annealer.best_points

    @property
    def best(self) -> Draft:
        """The best rota seen."""
        return self._draft(self.annealer.best_rota())

    @property
    def standing(self) -> Draft:
        """The rota that stands on the compiled board now."""
        return self._draft(self.annealer.rota())

    def _draft(self, rows: list[Row]) -> Draft:
        return self.board.draft_with(
            [self.board.placement(at, *row) for at, row in enumerate(rows)]
        )
