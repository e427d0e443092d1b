"""CP-SAT neighbourhoods around the best rota, each chosen by what its kind gains per second."""

import time
from dataclasses import dataclass, field
from random import Random

from planner.draft import Draft
from planner.improve.board import Board
from planner.improve.merge import adopt, changed
from planner.improve.neighbourhoods import NEIGHBOURHOODS, Neighbourhood
from planner.improve.scan import Scanner
from planner.solve import Effort, Outcome, solve_scope

#: Seconds, or the solver's units of work, that one neighbourhood may take, and those under which it
#: counts as quick.
LONGEST, QUICK = 2.0, 0.6
#: Units of work that building one model counts for.
TO_BUILD = 0.1
#: How fast the memory of a kind's yield fades, and the yield each is first credited with.
FADE, CREDIT = 0.85, 20.0


@dataclass
class Yield:
    """Points per second that a kind has gained of late."""

    kind: Neighbourhood
    points: float = CREDIT
    seconds: float = 1.0

    @property
    def rate(self) -> float:
        """Points per second, never quite none, so that no kind is forgotten."""
        return max(self.points / self.seconds, 0.3)

    def learn(self, points: int, seconds: float) -> None:
        """Take in one solve."""
        self.points = FADE * self.points + points
        self.seconds = FADE * self.seconds + seconds


@dataclass
class Polish:
    """Improves the whole rota on a board, one neighbourhood at a time.

    Where work is ``counted``, no clock is looked at, so that a run can be repeated; ``spent`` is
    what it has taken, in seconds or in the solver's units.
    """

    board: Board
    random: Random
    counted: bool = False
    solves: int = 0
    spent: float = 0.0
    kinds: list[Yield] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start every kind with the same credit."""
        scanner = Scanner(self.board.facts)
        self.kinds = [Yield(kind(self.board, scanner, self.random)) for kind in NEIGHBOURHOODS]

    def step(self, seconds: float) -> str | None:
        """Search one neighbourhood; the name of its kind if the board is better for it."""
        chosen = self.random.choices(self.kinds, [each.rate for each in self.kinds])[0]
        began, before = time.monotonic(), self.board.points()
        units = self._search(chosen.kind, min(seconds, LONGEST), began)
        gained = before - self.board.points()
        spent = units if self.counted else time.monotonic() - began
        chosen.learn(gained, spent)
        self.spent += spent
        self.solves += 1
        return chosen.kind.name if gained > 0 else None

    def _search(self, kind: Neighbourhood, most: float, began: float) -> float:
        incumbent = self.board.draft()
        scope = kind.draw(incumbent)
        found = solve_scope(self.board.facts.programme, scope, incumbent, self._effort(most))
        units = found.units + TO_BUILD
        spent = units if self.counted else time.monotonic() - began
        kind.learn(proven=found.outcome is Outcome.OPTIMAL, quick=spent < QUICK)
        if found.draft is not None:
            self._adopt(incumbent, found.draft)
        return units

    def _effort(self, most: float) -> Effort:
        """Up to so many seconds, or units; the full linear relaxation proves a third sooner."""
        seed = self.random.getrandbits(31)
        if self.counted:
            return Effort(seconds=float("inf"), units=most, seed=seed, linearization=2)
        return Effort(seconds=most, seed=seed, linearization=2)

    def _adopt(self, incumbent: Draft, found: Draft) -> None:
        if codes := changed(incumbent, found):
            adopt(self.board, found, codes)
