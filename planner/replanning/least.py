"""One solve of a re-plan's scope: the least numbers, tier by tier, then the fewest points."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ortools.sat.python import cp_model

from planner.decisions.expression import Expression
from planner.draft import Draft
from planner.goals import GOALS
from planner.model import RotaModel
from planner.reader import read
from planner.replanning.changed import numbers_of
from planner.replanning.counts import Counts, Numbers, post_counts
from planner.replanning.question import Question
from planner.scope import Scope
from planner.solve import HOLDS_A_DRAFT, OUTCOME_OF, Effort, Outcome, ceil_of, stopped_by

CalledOff: TypeAlias = Callable[[], bool]


def never() -> bool:
    """Never call a solve off."""
    return False


@dataclass(frozen=True)
class Found:
    """The best draft of a scope with its numbers, and those that no draft of the scope goes below.

    Without a draft, ``outcome`` says whether there is none (INFEASIBLE, a claim) or none was found.
    ``least`` compares with ``numbers`` from the first tier on.
    """

    outcome: Outcome
    numbers: Numbers | None = None
    least: Numbers | None = None
    draft: Draft | None = None

    @property
    def is_proven(self) -> bool:
        """Whether no draft of the scope changes less."""
        return self.numbers is not None and self.numbers == self.least


class Stages:
    """The solves of one scope, one after another in the same model."""

    def __init__(
        self,
        question: Question,
        scope: Scope,
        called_off: CalledOff = never,
        *,
        points: bool = True,
    ) -> None:
        self.question, self._called_off = question, called_off
        self.model = RotaModel(question.programme, scope, goals=GOALS if points else ())
        self.points: Expression = self.model.points(self.model.parts)
        self.counts: Counts = post_counts(self.model, question)
        self.model.hint(question.draft)

    def least_numbers(self, effort: Effort, known: Found | None = None) -> Found:
        """The least numbers in the order of the tiers, in one solve: each outweighs those after.

        With an answer that is ``known``, only better ones are looked for: without any it is best.
        """
        weights = weights_of(self.counts.most)
        value, cp = weighted(self.counts.numbers, weights), self.model.cp.clone()
        cp.minimize(value)
        if known is not None and known.numbers is not None:
            cp.add(value <= weighted(known.numbers, weights) - 1)
        solver = effort.solver()
        outcome = solve(cp, solver, self._called_off)
        if known is not None and outcome is Outcome.INFEASIBLE:
            return replace(known, outcome=Outcome.OPTIMAL, least=known.numbers)
        least = numbers_in(_bound_of(solver), weights)
        if outcome not in HOLDS_A_DRAFT:
            # Time ran out before a better one was found: the known one is still an answer.
            return Found(outcome, least=least) if known is None else replace(known, least=least)
        draft = read(self.model, solver)
        # What is counted in the model need not be tight before the best is found.
        reached = numbers_of(self.question, draft)
        return Found(outcome, reached, min(least, reached), draft)

    def fewest_points(self, found: Found, effort: Effort) -> tuple[Draft, int, int]:
        """The draft with the fewest points among those that change no more than ``found``.

        With its points, and the points that none of them in this scope goes below. The points
        are -1 where the solve was broken off: then the model's own count may lie above them.
        """
        assert found.draft is not None
        assert found.numbers is not None
        cp = self.model.cp
        for number, reached in zip(self.counts.numbers, found.numbers, strict=True):
            if not isinstance(number, int):
                cp.add(number <= reached)
        cp.proto.clear_solution_hint()
        self.model.hint(found.draft)
        cp.minimize(self.points)
        solver = effort.solver()
        outcome = solve(cp, solver, self._called_off)
        least = _bound_of(solver)
        if outcome not in HOLDS_A_DRAFT:
            return found.draft, -1, least
        # A range that G5 is measured by need not be tight before the best is found.
        points = round(solver.objective_value) if outcome is Outcome.OPTIMAL else -1
        return read(self.model, solver), points, least


def solve(cp: cp_model.CpModel, solver: cp_model.CpSolver, called_off: CalledOff) -> Outcome:
    """How a solve ended that stops once it is called off."""
    with stopped_by(called_off, solver):
        return OUTCOME_OF[solver.solve(cp)]


def _bound_of(solver: cp_model.CpSolver) -> int:
    """The proven bound of a count or of points; 0 where the solver has come to none."""
    bound = solver.best_objective_bound
    return max(0, ceil_of(bound)) if math.isfinite(bound) else 0


def weights_of(most: Numbers) -> Sequence[int]:
    """The weight of each number: more than all that come after it together."""
    weights = [1]
    for number in reversed(most[1:]):
        weights.append(weights[-1] * (number + 1))
    return weights[::-1]


def numbers_in(value: int, weights: Sequence[int]) -> Numbers:
    """The numbers of which a weighted sum is made."""
    found = []
    for weight in weights:
        found.append(value // weight)
        value %= weight
    return Numbers(*found)


def weighted(numbers: Sequence[Expression], weights: Sequence[int]) -> cp_model.LinearExprT:
    """Several numbers as one, in which each outweighs all that come after it."""
    return sum(weight * number for weight, number in zip(weights, numbers, strict=True))
