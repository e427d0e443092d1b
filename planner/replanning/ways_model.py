"""The model in which ways besides the first are looked for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from ortools.sat.python import cp_model

from models.way import Way
from planner.clock import Clock
from planner.draft import Draft
from planner.reader import read
from planner.replanning.least import Stages, solve
from planner.replanning.question import Question
from planner.replanning.ways_asked import Asked
from planner.replanning.ways_people import Disturbed
from planner.scope import Scope
from planner.solve import HOLDS_A_DRAFT, Effort


class Further:
    """One room's model, asked again and again with what was found shut out.

    ``first`` and ``draft`` are the first way, against which every other is held.
    """

    def __init__(
        self, question: Question, scope: Scope, first: Way, draft: Draft, clock: Clock
    ) -> None:
        stages = Stages(question, scope, clock.is_called_off)
        self._question, self._clock, self._first, self._draft = question, clock, first, draft
        self._model, self._points, self._counts = stages.model, stages.points, stages.counts
        self._disturbed = Disturbed(stages.model, question)
        # Who takes over on site, say, is told whatever the model decides.
        always = first.people - self._disturbed.literals.keys()
        self._people = self._disturbed.number + len(always)
        self._model.cp.proto.clear_solution_hint()
        self._model.hint(draft)

    def exclude(self, people: Collection[str]) -> None:
        """Look for no way any more that disturbs these very people."""
        self._model.cp.add_bool_or(self._disturbed.others_than(people))

    def find(self, asked: Asked, ways: Iterable[Way], effort: Effort) -> Draft | None:
        """A way as it is asked for that none of the known ones dominates, the best in time.

        None where there is none, or none was found. What is found is not found again.
        """
        cp = self._model.cp.clone()
        self._limit(cp, asked)
        for way in ways:
            if way.slots_moved <= asked.most.slots and way != self._first:
                self._not_dominated(cp, way)
        if asked.people_first:
            effort = replace(effort, seconds=effort.seconds / 2)
            cp.minimize(self._people)
            solver = effort.solver()
            if solve(cp, solver, self._clock.is_called_off) not in HOLDS_A_DRAFT:
                return None
            cp.add(self._people <= round(solver.objective_value))
        return self._fewest_points(cp, effort)

    def _fewest_points(self, cp: cp_model.CpModel, effort: Effort) -> Draft | None:
        """The fewest points, and the fewest people for them."""
        cp.minimize((len(self._disturbed.literals) + 1) * self._points + self._people)
        solver = effort.solver()
        if solve(cp, solver, self._clock.is_called_off) not in HOLDS_A_DRAFT:
            return None
        self.exclude(self._disturbed.read(solver))
        return read(self._model, solver)

    def _limit(self, cp: cp_model.CpModel, asked: Asked) -> None:
        for number, most in zip(self._counts.numbers, asked.most, strict=True):
            if not isinstance(number, int):
                cp.add(number <= most)
        if asked.most_people is not None:
            cp.add(self._people <= asked.most_people)
        if asked.most_points is not None:
            cp.add(self._points <= asked.most_points)
        if asked.other_slots:
            cp.add_bool_or(self._other_slots())
            self._more_slots_or_people(cp, asked.fewest_people)
            self._not_dominated(cp, self._first)
        else:
            cp.add(self._people >= asked.fewest_people)

    def _other_slots(self) -> Sequence[cp_model.LiteralT]:
        """Literals of which one holds where other slots move than in the first way."""
        slots, starts = self._question.slots, self._model.slots.starts
        found = []
        for code in (each for each in self._model.scope.free if each in slots):
            stays = starts(code).get(slots[code])
            if stays is not None and stays is not self._model.slots.true:
                moved = self._draft.slots[code] != slots[code]
                found.append(stays if moved else stays.negated())
        return found

    def _more_slots_or_people(self, cp: cp_model.CpModel, people: int) -> None:
        """Save at the price of slots or people: else it could dominate the first."""
        more = cp.new_bool_var("more_slots")
        cp.add(self._counts.numbers[2] >= self._first.slots_moved + 1).only_enforce_if(more)
        cp.add(self._people >= people).only_enforce_if(more.negated())

    def _not_dominated(self, cp: cp_model.CpModel, way: Way) -> None:
        """Fewer people, or fewer points, or as good in both; other people there are anyway."""
        people, points = len(way.people), way.points
        fewer, cheaper, as_good = (
            cp.new_bool_var(word) for word in ("fewer", "cheaper", "as_good")
        )
        cp.add(self._people <= people - 1).only_enforce_if(fewer)
        cp.add(self._points <= points - 1).only_enforce_if(cheaper)
        cp.add(self._people <= people).only_enforce_if(as_good)
        cp.add(self._points <= points).only_enforce_if(as_good)
        cp.add_bool_or(fewer, cheaper, as_good)
