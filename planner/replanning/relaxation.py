"""A bound on what must change, whichever slots move: all slots, the names of those that stay.

The relaxation of the whole programme keeps every rule on slots, and every rule on names at the
inspections whose slot stands, and at some that are decided in every week; another one that moves
may take any week with any people, or nobody. Every rota is a rota of the relaxation and changes no
less there, so its least numbers bound those of all rotas. The slots that move in its best answer
are the ones to try; if they are all among those decided in every week, that answer is a rota.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from ortools.sat.python import cp_model

from planner.model import RotaModel
from planner.replanning.counts import Numbers, post_counts
from planner.replanning.least import (
    CalledOff,
    Found,
    never,
    numbers_in,
    solve,
    weighted,
    weights_of,
)
from planner.replanning.question import Question
from planner.replanning.scopes import WeeksOf, whole_scope
from planner.solve import HOLDS_A_DRAFT, Effort, ceil_of


class Relaxation:
    """The relaxed programme of one question; ``exact`` are decided in every week."""

    def __init__(
        self,
        question: Question,
        weeks_of: WeeksOf,
        exact: Collection[str],
        called_off: CalledOff = never,
    ) -> None:
        self._question, self._called_off = question, called_off
        free = whole_scope(question, weeks_of)
        relaxed = question.slots.keys() - question.begun - set(exact)
        named = {code: question.slots[code] for code in relaxed}
        self._model = RotaModel(question.programme, replace(free, named=named), goals=())
        counts = post_counts(self._model, question)
        self._weights = weights_of(counts.most)
        self._value = weighted(counts.numbers, self._weights)
        self._model.cp.minimize(self._value)
        self._model.hint(question.draft)

    def require_better_than(self, numbers: Numbers) -> None:
        """Look only for what changes less than a rota that is known."""
        self._model.cp.add(self._value <= weighted(numbers, self._weights) - 1)

    def least(self, effort: Effort) -> tuple[Found, frozenset[str]]:
        """The least numbers, and the authorities whose slot moves there.

        INFEASIBLE says that there is nothing, or nothing better.
        """
        solver = effort.solver()
        outcome = solve(self._model.cp, solver, self._called_off)
        if outcome not in HOLDS_A_DRAFT:
            return Found(outcome), frozenset()
        bound = max(0, ceil_of(solver.best_objective_bound))
        numbers = numbers_in(round(solver.objective_value), self._weights)
        least = numbers_in(bound, self._weights)
        return Found(outcome, numbers, least), frozenset(self._moved(solver))

    def _moved(self, solver: cp_model.CpSolver) -> Iterator[str]:
        for code, week in self._question.slots.items():
            if self._model.scope.is_free(code):
                stays = self._model.slots.starts(code).get(week)
                if stays is None or not solver.boolean_value(stays):
                    yield code
