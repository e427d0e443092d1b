"""Which annealing a search runs: the compiled one where it was built, else the plain one."""

from collections.abc import Callable
from random import Random
from typing import Protocol

from planner.draft import Draft
from planner.improve.anneal import Anneal, Cooling
from planner.improve.board import Board
from planner.improve.scan import Scanner

#: The most members beside the lead for which the compiled board has room.
MOST_MEMBERS = 32


class Annealing(Protocol):
    """One search from the whole rota on a board; keeps the best it has seen."""

    def run(self, share_done: Callable[[], float], cooling: Cooling) -> None:
        """Move until ``share_done()`` reaches 1; it is asked every few moves."""

    @property
    def best_points(self) -> int:
        """The points of the best rota seen."""

    @property
    def best(self) -> Draft | None:
        """The best rota seen; None while there was no whole one."""


def is_compiled() -> bool:
    """Whether the compiled inner loop was built with this package."""
    try:
        from planner.improve.compiled import annealer  # noqa: F401
    except ImportError:
        return False
    return True


def runs_compiled(board: Board) -> bool:
    """Whether the compiled inner loop is there, and has room for this programme's teams."""
    most = int(board.facts.ranges[:, 1, :, 2].sum(axis=1).max())
    return is_compiled() and most <= MOST_MEMBERS


def annealing(board: Board, random: Random, *, plain: bool = False) -> Annealing:
    """The fastest annealing there is for the whole rota on ``board``; ``plain`` asks for Python."""
    if plain or not runs_compiled(board):
        return Anneal(board, Scanner(board.facts), random)
    from planner.improve.compiled.search import CompiledAnneal

    return CompiledAnneal(board, random.getrandbits(64))


def filled(board: Board, order: list[int]) -> bool:
    """Place an empty board's authorities in that order, compiled; False where that is not there."""
    if len(board.unplaced) < len(board.placed) or not runs_compiled(board):
        return False
    from planner.improve.compiled.search import fill

    fill(board, order)
    return True
