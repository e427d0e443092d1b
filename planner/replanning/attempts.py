"""The solves of one re-plan: with what is hit free, with all names free, with the whole free."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from planner.clock import Clock
from planner.draft import Draft
from planner.facts import Facts
from planner.replanning.changed import numbers_of
from planner.replanning.counts import Numbers
from planner.replanning.knocked import (
    hmic_beside,
    least_changes,
    least_numbers,
    slots_that_cannot_stand,
    weeks_ahead,
)
from planner.replanning.least import Found, Stages
from planner.replanning.question import Part, Question
from planner.replanning.scopes import every_part, scope_of
from planner.scope import Scope
from planner.solve import Effort, Outcome

#: The share of the time left that one solve may take, so that another can follow; and the last.
SHARE, PRICED = 0.5, 0.9


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


class Attempts:
    """What a question knocks out, and its solves within a clock's time."""

    def __init__(
        self, question: Question, facts: Facts, clock: Clock, seed: int, workers: int
    ) -> None:
        self.question, self.clock, self.seed, self.workers = question, clock, seed, workers
        self.facts = facts
        self.must_move = slots_that_cannot_stand(question, self.facts)
        self.moving = self.must_move | question.new
        self.knocked = least_changes(question, self.moving)
        self.floor = least_numbers(question, self.moving, self.knocked)

    def hit(self) -> frozenset[str]:
        """The authorities that the changes hit: their slot cannot stand, or not all their team."""
        parts = {la_code for la_code, _ in self.knocked}
        return (self.moving | parts) - self.question.begun

    def weeks(self, la_code: str) -> tuple[int, ...]:
        """The weeks in which an authority may start from today on."""
        return weeks_ahead(self.question, self.facts, la_code)

    def near(
        self, moving: Collection[str], known: Found | None = None
    ) -> tuple[Found, Stages | None]:
        """The least numbers where only that is free which is hit, or a review that may pass.

        The other parts keep every rule as they stand, since the baseline did before the changes.
        """
        beside = hmic_beside(self.question, moving)
        return self.at(self._all_weeks(moving), [*self.knocked, *beside], known)

    def anywhere(
        self, moving: Collection[str], known: Found | None = None
    ) -> tuple[Found, Stages | None]:
        """The least numbers with these slots moving and every name free."""
        return self.at(self._all_weeks(moving), every_part(self.question), known)

    def at(
        self,
        weeks: Mapping[str, tuple[int, ...]],
        parts: Iterable[Part],
        known: Found | None = None,
        effort: Effort | None = None,
    ) -> tuple[Found, Stages | None]:
        """The least numbers with some slots and parts free; ``known`` is an answer of theirs."""
        if not all(weeks.values()):
            return Found(Outcome.INFEASIBLE), None
        return self.within(scope_of(self.question, parts, weeks), effort or self.effort(), known)

    def within(
        self, scope: Scope, effort: Effort, known: Found | None = None, *, points: bool = True
    ) -> tuple[Found, Stages]:
        """The least numbers of a scope; without ``points`` the goals are left out."""
        stages = Stages(self.question, scope, self.clock.is_called_off, points=points)
        return stages.least_numbers(effort, known), stages

    def effort(self, share: float = SHARE) -> Effort:
        """One thread, from below: nearly all that could change does not (5 to 30 times quicker)."""
        seconds = share * self.clock.left()
        return Effort(seconds=seconds, seed=self.seed, probing=False, core=True)

    def light_effort(self, share: float, workers: int = 1) -> Effort:
        """The same without a linear relaxation.

        With all slots free that takes nearly all the time, and says nearly nothing.
        """
        return replace(self.effort(share), linearization=0, workers=workers)

    def priced(
        self, found: Found, stages: Stages | None, *, exact: bool, share: float = PRICED
    ) -> Least:
        """The same numbers with the fewest points."""
        assert stages is not None
        assert found.numbers is not None
        draft, points, least = stages.fewest_points(found, self.effort(share))
        known = points if points >= 0 else None
        # Where nothing was proven least, looking for fewer points may come upon fewer changes.
        numbers = numbers_of(self.question, draft)
        return Least(draft, numbers, numbers, known, least if exact else None)

    def _all_weeks(self, moving: Collection[str]) -> Mapping[str, tuple[int, ...]]:
        return {code: self.weeks(code) for code in sorted(moving)}
