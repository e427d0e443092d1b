"""The search for the least numbers: what is knocked out, then all names, then other slots.

Three bounds meet three ways of answering. What the changes themselves knock out bounds every rota;
where the names at those places suffice, that is the answer, and exact. Else the names of everybody
at standing slots are free, which is exact as long as no other slot has to move. Else all slots are
free too (``elsewhere``), which is exact whatever has to move.
"""

from dataclasses import replace

from planner.clock import Clock
from planner.facts import Facts
from planner.replanning.attempts import PRICED, Attempts, Least
from planner.replanning.counts import Numbers
from planner.replanning.least import Found, Stages
from planner.replanning.question import Question
from planner.solve import Outcome

#: The share of the time left for the points of an answer that others are compared with.
COMPARED = 0.15


class Search:
    """The search of one question within a clock's time."""

    def __init__(
        self, question: Question, facts: Facts, clock: Clock, seed: int, workers: int
    ) -> None:
        self.question, self.clock = question, clock
        self._attempts = Attempts(question, facts, clock, seed, workers)

    @property
    def floor(self) -> Numbers:
        """The numbers that no rota goes below, counted from what is knocked out."""
        return self._attempts.floor

    def least(self) -> Least:
        """The answer with the least numbers, as far as time allows, and the fewest points then."""
        tries = self._attempts
        near = None if self.question.broken else self._near()
        if near is not None and near.numbers == self.floor:
            return near
        found, stages = self._anywhere(near)
        if self._is_exact(found):
            return tries.priced(found, stages, exact=True)
        # Few re-plans need other slots, and what finds them is slow to read in.
        from planner.replanning.elsewhere import Elsewhere

        return Elsewhere(tries).least(found, stages)

    def _near(self) -> Least | None:
        """The best answer that changes only what is knocked out, or beside a review."""
        found, stages = self._attempts.near(self._attempts.moving)
        if found.numbers is None:
            return None
        # Where it is the answer, its points are found; else the numbers come first.
        share = PRICED if found.numbers == self.floor else COMPARED
        return self._attempts.priced(found, stages, exact=True, share=share)

    def _anywhere(self, near: Least | None) -> tuple[Found, Stages | None]:
        """The least numbers with every name free, and no slot but those that must move."""
        known = None
        if near is not None:
            known = Found(Outcome.FEASIBLE, near.numbers, self.floor, near.draft)
        found, stages = self._attempts.anywhere(self._attempts.moving, known)
        if near is not None and near.numbers == found.numbers:
            # As little is changed near the places knocked out, and nearly as well as anywhere.
            found = replace(found, draft=near.draft)
        return found, stages

    def _is_exact(self, found: Found) -> bool:
        """Whether an answer with no other slot moved is the best there is.

        The slots that must move are as many as the bound has; so every answer as good as this one
        moves these and no others, and within them the solve was exact.
        """
        return found.is_proven and found.numbers is not None and found.numbers[:3] == self.floor[:3]
