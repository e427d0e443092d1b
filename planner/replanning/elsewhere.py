"""Where more slots move than those that must: a first answer, the whole programme, a bound.

A first answer comes from the nearest place that has one: what the changes hit; an exchange, in
which the others may take only the weeks left empty; the baseline mended as a plan would be.

Then a relaxation of the whole programme is asked for anything better. It decides the teams of those
hit in every week, and of the others where they stand. If there is nothing better, that is proof.
Else the slots that move there are tried, and decided in every week too when it is asked again: in
the end nothing is relaxed. Where a turn takes too long, all slots and all names of the whole
programme are free at once; to know a good answer is what makes that quick.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from planner.replanning.attempts import Attempts, Least
from planner.replanning.changed import changed_parts, moved_slots
from planner.replanning.counts import Numbers
from planner.replanning.knocked import hmic_beside
from planner.replanning.least import Found, Stages
from planner.replanning.mending import mended
from planner.replanning.relaxation import Relaxation
from planner.replanning.scopes import every_part, scope_of, whole_scope
from planner.solve import Effort, Outcome

#: Up to so many authorities the whole programme is settled before a first answer would be found.
FEW = 20
#: The shares of the time left that each solve may take.
EXCHANGE, TRIAL, RELAXED, WHOLE = 0.25, 0.25, 0.4, 0.8


class Elsewhere:
    """The search of one question in which any slot may move."""

    def __init__(self, tries: Attempts) -> None:
        self._tries, self._question = tries, tries.question
        self._best = Found(Outcome.UNKNOWN)
        self._stages: Stages | None = None
        #: What no rota goes below.
        self._bound = tries.floor
        #: Seconds in which a model of the whole programme was built.
        self._built = 0.0

    def least(self, found: Found, stages: Stages | None) -> Least:
        """The least numbers, given what was found with no other slot moved."""
        self._keep(found, stages)
        if len(self._question.slots) > FEW:
            self._find_a_first()
        settled = self._refine()
        if self._best.numbers is None:
            settled = self._is_confirmed(settled)
        elif not settled:
            settled = self._try_the_whole(self._tries.light_effort(WHOLE))
        if settled and self._best.numbers is None:
            return Least(None, self._tries.floor, self._bound, impossible=True)
        return self._answer(self._best.numbers if settled and self._best.numbers else self._bound)

    def _is_confirmed(self, is_refuted: bool) -> bool:
        """Whether two solves with unlike parameters say that there is no rota, or one is found."""
        effort = self._tries.light_effort(WHOLE, self._tries.workers)
        if not is_refuted and not self._try_the_whole(effort):
            return False
        other = replace(effort, seed=effort.seed + 1, probing=True)
        return self._best.numbers is not None or self._try_the_whole(other)

    def _is_late(self) -> bool:
        """Whether a model of the whole programme would not even be built in the time left."""
        return self._tries.clock.left() <= self._built

    def _find_a_first(self) -> None:
        """Some good answer, from the nearest place that has one."""
        tries = self._tries
        if not self._question.broken and tries.hit() != tries.moving:
            self._keep(*tries.near(tries.hit(), self._known()))
        for exchange in (self._in_their_forces(), set(self._question.slots)):
            if self._best.numbers is None and not self._is_late():
                self._exchange(exchange)
        if self._best.numbers is None and not self._is_late():
            self._keep(*self._near_a_mended_rota())

    def _in_their_forces(self) -> set[str]:
        """The authorities in the forces of those hit."""
        programme = self._question.programme
        forces = {programme.authority_of[code].police_force_code for code in self._tries.hit()}
        return {code for force in forces for code in programme.authorities_in[force]}

    def _exchange(self, others: Collection[str]) -> None:
        """Let these authorities take the weeks that the hit may leave, then free all names too."""
        tries, weeks = self._tries, self._exchanges(others)
        parts = [*tries.knocked, *hmic_beside(self._question, weeks)]
        self._keep(*tries.at(weeks, parts, effort=tries.light_effort(EXCHANGE)))
        if self._best.numbers is not None:
            everybody = every_part(self._question)
            effort = tries.light_effort(EXCHANGE)
            self._keep(*tries.at(weeks, everybody, self._known(), effort))

    def _exchanges(self, others: Collection[str]) -> Mapping[str, tuple[int, ...]]:
        """Any week for those hit; for these others their own, and those that the hit may leave."""
        hit, slots = self._tries.hit(), self._question.slots
        left = {slots[code] for code in (self._tries.must_move or hit) if code in slots}
        weeks = {code: self._tries.weeks(code) for code in hit}
        for code in self._may_move():
            if code in others and code not in hit:
                weeks[code] = tuple(
                    week for week in self._tries.weeks(code) if week in {*left, slots[code]}
                )
        return weeks

    def _may_move(self) -> Iterator[str]:
        """The authorities of the baseline whose slot could stand, and could change."""
        slots, begun = self._question.slots, self._question.begun
        for code in slots:
            if code not in begun and slots[code] in self._tries.weeks(code):
                yield code

    def _near_a_mended_rota(self) -> tuple[Found, Stages | None]:
        """The least numbers where only that is free which mending the baseline changes."""
        near = mended(self._question, f"mend {self._tries.seed}", self._tries.clock)
        if near is None:
            return Found(Outcome.UNKNOWN), None
        moving = moved_slots(self._question, near) | self._tries.moving
        weeks = {code: self._tries.weeks(code) for code in moving}
        return self._tries.at(weeks, changed_parts(self._question, near))

    def _refine(self) -> bool:
        """Relax all but those that had to move so far, and try what moves then, turn by turn.

        Whether the best is known in the end: nothing that the relaxation allows changes less.
        """
        tries, exact = self._tries, self._tries.hit()
        while not self._is_late():
            began = tries.clock.now()
            relaxation = Relaxation(
                self._question, tries.weeks, exact, called_off=tries.clock.is_called_off
            )
            self._built = tries.clock.now() - began
            if self._best.numbers is not None:
                relaxation.require_better_than(self._best.numbers)
            # One thread from below is quicker than two, unless no answer is known.
            threads = tries.workers if self._known() is None else 1
            found, moved = relaxation.least(tries.light_effort(RELAXED, threads))
            if found.outcome is Outcome.INFEASIBLE:
                return True
            if found.least is None:
                return False
            self._bound = max(self._bound, found.least)
            # Where all are decided in every week, its answer is a rota, only to be found again.
            share = WHOLE if moved <= exact else TRIAL
            self._try(moved | self._question.new, tries.light_effort(share))
            if self._best.numbers == self._bound:
                return True
            if moved <= exact:
                return False
            exact |= moved
        return False

    def _try(self, moving: Collection[str], effort: Effort) -> None:
        """The least numbers with these slots moving and every name free, if better."""
        weeks = {code: self._tries.weeks(code) for code in moving}
        everybody = every_part(self._question)
        self._keep(*self._tries.at(weeks, everybody, self._known(), effort))

    def _try_the_whole(self, effort: Effort) -> bool:
        """Look for better answers with everything free; whether the best is known then."""
        tries = self._tries
        if self._is_late():
            return False
        scope = whole_scope(self._question, tries.weeks)
        found, _ = tries.within(scope, effort, self._known(), points=False)
        if found.draft is not None and found.draft is not self._best.draft:
            # Its points are looked for where it moves something, not everywhere.
            moving = moved_slots(self._question, found.draft) | self._question.new
            weeks = {code: tries.weeks(code) for code in moving}
            scope = scope_of(self._question, every_part(self._question), weeks)
            self._keep(found, Stages(self._question, scope, tries.clock.is_called_off))
        self._bound = max(self._bound, found.least or self._bound)
        return found.is_proven or found.outcome is Outcome.INFEASIBLE

    def _known(self) -> Found | None:
        return None if self._best.numbers is None else self._best

    def _keep(self, found: Found, stages: Stages | None) -> None:
        """Keep an answer if it is the best so far."""
        if found.numbers is not None and (
            self._best.numbers is None or found.numbers < self._best.numbers
        ):
            self._best, self._stages = found, stages

    def _answer(self, least: Numbers) -> Least:
        """The best that was found, with the fewest points where it moves what it moves."""
        if self._best.numbers is None:
            return Least(None, self._tries.floor, least)
        priced = self._tries.priced(self._best, self._stages, exact=False)
        return Least(priced.draft, priced.numbers, min(least, priced.numbers), priced.points)
