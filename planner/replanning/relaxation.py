"""A bound on what must change, whichever slots move: all slots, the names of those that stay.

The relaxation of the whole programme keeps every rule on slots, and every rule on names at the
inspections whose slot stands; one that moves may take any week with any people, or nobody. Every
rota is a rota of the relaxation and changes no less there, so its least numbers bound those of all
rotas. The slots that move in its best answer are the ones to try.
"""

from collections.abc import Collection
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
    """The relaxed programme of one question, asked again for what was not tried."""

    def __init__(
        self, question: Question, weeks_of: WeeksOf, called_off: CalledOff = never
    ) -> None:
        self._question, self._called_off = question, called_off
        # A new authority, and one that cannot stay, has no week in which its team is decided.
        free = whole_scope(question, weeks_of)
        ahead = question.programme.authority_of.keys() - question.begun
        named = {code: question.slots.get(code, -1) for code in ahead}
        self._model = RotaModel(question.programme, replace(free, named=named), goals=())
        counts = post_counts(self._model, question)
        self._weights = weights_of(counts.most)
        self._value = weighted(counts.numbers, self._weights)
        self._model.cp.minimize(self._value)
        self._model.hint(question.draft)

    def require_better_than(self, numbers: Numbers) -> None:
        """Look only for what changes less than a rota that is known."""
        self._model.cp.add(self._value <= weighted(numbers, self._weights) - 1)

    def move_one_besides(self, moving: Collection[str]) -> None:
        """Look only for answers in which some slot moves that is not among these."""
        others = [stays.negated() for code, stays in self._stays() if code not in moving]
        self._model.cp.add_bool_or(others)

    def least(self, effort: Effort) -> tuple[Found, frozenset[str]]:
        """The least numbers, and the authorities whose slot moves there.

        INFEASIBLE says that nothing better is left, moving what it must.
        """
        solver = effort.solver()
        outcome = solve(self._model.cp, solver, self._called_off)
        if outcome not in HOLDS_A_DRAFT:
            return Found(outcome), frozenset()
        bound = max(0, ceil_of(solver.best_objective_bound))
        moved = {code for code, stays in self._stays() if not solver.boolean_value(stays)}
        numbers = numbers_in(round(solver.objective_value), self._weights)
        least = numbers_in(bound, self._weights)
        return Found(outcome, numbers, least), frozenset(moved) | self._never_stay()

    def _stays(self) -> list[tuple[str, cp_model.IntVar]]:
        """The literal "the slot stands" of each authority where it may."""
        slots = self._question.slots
        named = self._model.scope.named
        starts = {code: self._model.slots.starts(code) for code in named}
        return [
            (code, starts[code][slots[code]]) for code in named if slots.get(code) in starts[code]
        ]

    def _never_stay(self) -> frozenset[str]:
        return frozenset(self._model.scope.named) - {code for code, _ in self._stays()}
