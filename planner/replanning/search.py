"""The search for the least numbers: what is knocked out, then all names, then other slots.

Three bounds meet three ways of answering. What the changes themselves knock out bounds every rota;
where the names at those places suffice, that is the answer, and exact. Else the names of everybody
at standing slots are free, which is exact as long as no other slot has to move. Else a relaxation
of the whole programme says how little can do and which slots to move; they are tried until one
answer is no worse than what is left of the relaxation.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from planner.clock import Clock
from planner.draft import Draft
from planner.facts import Facts
from planner.replanning.changed import changed_parts, moved_slots
from planner.replanning.counts import Numbers
from planner.replanning.knocked import (
    hmic_beside,
    least_changes,
    least_numbers,
    slots_that_cannot_stand,
    weeks_ahead,
)
from planner.replanning.least import Found, Stages
from planner.replanning.mending import mended
from planner.replanning.question import Part, Question
from planner.replanning.relaxation import Relaxation
from planner.replanning.scopes import every_part, scope_of
from planner.solve import Effort, Outcome

#: The share of the time left that one solve may take, so that another can follow.
SHARE = 0.5
#: Up to so many authorities all sets of slots are soon tried.
FEW = 20


@dataclass(frozen=True)
class Least:
    """The best answer of a question: its numbers, those that are proven least, and its points.

    ``least`` bounds every rota, tier by tier from the first; ``points_least`` every rota with
    these numbers, None where that is not known. Without a draft, ``impossible`` says that there
    is none.
    """

    draft: Draft | None
    numbers: Numbers
    least: Numbers
    points: int | None = None
    points_least: int | None = None
    impossible: bool = False


class Search:
    """The search of one question within a clock's time."""

    def __init__(
        self, question: Question, facts: Facts, clock: Clock, seed: int, workers: int
    ) -> None:
        self.question, self.clock, self.seed, self.workers = question, clock, seed, workers
        self.facts = facts
        self.must_move = slots_that_cannot_stand(question, self.facts)
        self.moving = self.must_move | question.new
        self.knocked = least_changes(question, self.moving)
        self.floor = least_numbers(question, self.moving, self.knocked)

    def least(self) -> Least:
        """The answer with the least numbers, as far as time allows, and the fewest points then."""
        near = None if self.question.broken else self._near(self.moving)
        if near is not None and near.numbers == self.floor:
            return near
        found, stages = self._anywhere(self.moving, near)
        if self._is_exact(found):
            return self._priced(found, stages, exact=True)
        return self._with_other_slots(found, stages)

    def _near(self, moving: Collection[str]) -> Least | None:
        """The best answer that changes only what is knocked out, or beside a review that may pass.

        The other parts keep every rule as they stand, since the baseline did before the changes.
        """
        beside = hmic_beside(self.question, moving)
        found, stages = self._at(moving, [*self.knocked, *beside])
        return None if found.numbers is None else self._priced(found, stages, exact=True)

    def _anywhere(self, moving: Collection[str], near: Least | None) -> tuple[Found, Stages | None]:
        """The least numbers with these slots moving and every name free."""
        known = None
        if near is not None:
            known = Found(Outcome.FEASIBLE, near.numbers, self.floor, near.draft)
        found, stages = self._at(moving, every_part(self.question), known=known)
        if near is not None and near.numbers == found.numbers:
            # As little is changed near the places knocked out, and nearly as well as anywhere.
            found = replace(found, draft=near.draft)
        return found, stages

    def _at(
        self,
        moving: Iterable[str],
        parts: Iterable[Part],
        known: Found | None = None,
    ) -> tuple[Found, Stages | None]:
        """The least numbers with some slots and parts free; ``known`` is an answer of theirs."""
        weeks = {code: self._weeks(code) for code in sorted(moving)}
        if not all(weeks.values()):
            return Found(Outcome.INFEASIBLE), None
        scope = scope_of(self.question, parts, weeks)
        stages = Stages(self.question, scope, self.clock.is_called_off)
        return stages.least_numbers(self._effort(), known), stages

    def _weeks(self, la_code: str) -> tuple[int, ...]:
        return weeks_ahead(self.question, self.facts, la_code)

    def _effort(self, share: float = SHARE) -> Effort:
        """One thread, from below: nearly all that could change does not (5 to 30 times quicker)."""
        seconds = share * self.clock.left()
        return Effort(seconds=seconds, seed=self.seed, probing=False, core=True)

    def _relaxed_effort(self) -> Effort:
        """All threads: one that looks for answers helps where slots are to be chosen."""
        seconds = SHARE * self.clock.left()
        return Effort(seconds=seconds, workers=self.workers, seed=self.seed, probing=False)

    def _is_exact(self, found: Found) -> bool:
        """Whether an answer with no other slot moved is the best there is.

        The slots that must move are as many as the bound has; so every answer as good as this one
        moves these and no others, and within them the solve was exact.
        """
        return found.is_proven and found.numbers is not None and found.numbers[:3] == self.floor[:3]

    def _with_other_slots(self, found: Found, stages: Stages | None) -> Least:
        """Try the slots that the relaxation would move, until no others could change less."""
        trials = Trials()
        relaxation = Relaxation(self.question, self.facts, self.clock.is_called_off)
        moved, every = (
            self.must_move,
            set(self.moving | {x for x, _ in self.knocked} - self.question.begun),
        )
        trials.take(found, stages)
        # Where there are few slots, the relaxation settles the question before mending would.
        if trials.best.numbers is None and len(self.question.slots) > FEW:
            trials.keep(*self._near_a_mended_rota())
        while self.clock.left() > 0:
            relaxation.forbid(moved)
            if trials.best.numbers is not None:
                relaxation.require_better_than(trials.best.numbers)
            relaxed, moved = relaxation.least(self._relaxed_effort())
            if relaxed.outcome is Outcome.INFEASIBLE:
                return self._closed(trials)
            if relaxed.least is None:
                break
            trials.least = max(trials.least or relaxed.least, relaxed.least)
            moving = moved | self.question.new
            trials.take(*self._anywhere(moving, self._near(moving)))
            every |= moving
            if trials.best.numbers is None and every > moving:
                # Something to offer, if no better: all the slots that were tried together.
                trials.keep(*self._at(every, self.knocked))
        return self._bounded(trials, self.floor)

    def _near_a_mended_rota(self) -> tuple[Found, Stages | None]:
        """The least numbers where only that is free which mending the baseline changes."""
        near = mended(self.question, f"mend {self.seed}", self.clock)
        if near is None:
            return Found(Outcome.UNKNOWN), None
        moving = moved_slots(self.question, near) | self.moving
        return self._at(moving, changed_parts(self.question, near))

    def _closed(self, trials: "Trials") -> Least:
        """Nothing better is left to try: what was found is best, or nothing can be found."""
        best = trials.best.numbers
        if best is None:
            return Least(None, self.floor, self.floor, impossible=trials.all_settled)
        return self._bounded(trials, best if trials.all_settled else self.floor)

    def _bounded(self, trials: "Trials", least: Numbers) -> Least:
        """The best of the trials; while some were open, only the first bound counts."""
        known = max(least, trials.least or least) if trials.all_settled else least
        if trials.best.numbers is None:
            return Least(None, self.floor, known)
        priced = self._priced(trials.best, trials.stages, exact=False)
        return Least(priced.draft, priced.numbers, min(known, priced.numbers), priced.points)

    def _priced(self, found: Found, stages: Stages | None, *, exact: bool) -> Least:
        """The same numbers with the fewest points."""
        assert stages is not None
        assert found.numbers is not None
        draft, points, least = stages.fewest_points(found, self._effort(share=0.9))
        known = points if points >= 0 else None
        return Least(draft, found.numbers, found.numbers, known, least if exact else None)


@dataclass
class Trials:
    """The sets of slots that were tried, the best answer among them, and the relaxation's bound."""

    best: Found = field(default_factory=lambda: Found(Outcome.UNKNOWN))
    stages: Stages | None = None
    least: Numbers | None = None
    all_settled: bool = True

    def take(self, found: Found, stages: Stages | None) -> None:
        """Take in one trial; one that time broke off leaves open what it could have found."""
        if not found.is_proven and found.outcome is not Outcome.INFEASIBLE:
            self.all_settled = False
        self.keep(found, stages)

    def keep(self, found: Found, stages: Stages | None) -> None:
        """Keep an answer if it is the best so far."""
        if found.numbers is not None and (
            self.best.numbers is None or found.numbers < self.best.numbers
        ):
            self.best, self.stages = found, stages
