"""Force-wide reviews: which inspections carry one (R6)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ortools.sat.python import cp_model

from planner.decisions.known import Known
from planner.decisions.slots import Slots
from planner.scope import Scope


class Contest(NamedTuple):
    """One review owed in a force: who can be the first to start in or after a week.

    ``weeks`` holds the weeks in which each contender could be that first one; ``certain`` says
    that somebody surely is.
    """

    weeks: Mapping[str, tuple[int, ...]]
    certain: bool


class Reviews:
    """One literal for each inspection whose review is open; the rest are constants.

    With ``bound`` (R6 is posted) only an inspection that could be a first one is open; without
    it any inspection may carry a review.
    """

    def __init__(
        self, cp: cp_model.CpModel, known: Known, scope: Scope, slots: Slots, *, bound: bool
    ) -> None:
        self._cp, self._known, self._slots, self._bound = cp, known, slots, bound
        self._false = cp.new_constant(0)
        self._literals: dict[str, cp_model.IntVar] = {}
        force_of = known.programme.authority_of
        touched = {force_of[code].police_force_code for code in scope.free}
        self.contests: dict[str, tuple[Contest, ...]] = {
            force: tuple(self._contests(force)) for force in sorted(known.programme.authorities_in)
        }
        #: The forces with a free authority.
        self.touched = tuple(sorted(touched))

    def _contests(self, force: str) -> Iterator[Contest]:
        codes = self.members(force)
        weeks = {code: tuple(self._slots.starts(code)) for code in codes}
        certain = {code for code in codes if self._slots.is_certain(code)}
        for first in self._known.review_weeks[force]:
            yield _contest(weeks, certain, first)

    def members(self, force: str) -> tuple[str, ...]:
        """The authorities of a force that this model knows a slot of, sorted."""
        members = self._known.members[force]
        return tuple(code for code in members if code in self._slots)

    def carries(self, la_code: str) -> cp_model.IntVar:
        """The literal "this inspection carries a force-wide review"."""
        if la_code not in self._literals:
            self._literals[la_code] = self._decide(la_code)
        return self._literals[la_code]

    def is_open(self, la_code: str) -> bool:
        """Whether the literal is to be decided."""
        literal = self.carries(la_code)
        return literal is not self._false and literal is not self._slots.true

    def _decide(self, la_code: str) -> cp_model.IntVar:
        force = self._known.programme.authority_of[la_code].police_force_code
        contests = [each for each in self.contests[force] if la_code in each.weeks]
        if self._bound and not contests:
            return self._false
        if self._bound and any(each.certain and len(each.weeks) == 1 for each in contests):
            return self._slots.true
        return self._cp.new_bool_var(f"reviews[{la_code}]")


def _contest(weeks: Mapping[str, tuple[int, ...]], certain: set[str], first: int) -> Contest:
    """Who can be first from week ``first`` on: nobody after one who has surely started."""
    sure = [max(weeks[code]) for code in certain if weeks[code] and min(weeks[code]) >= first]
    last = min(sure, default=None)
    contenders = {
        code: tuple(week for week in mine if first <= week and (last is None or week <= last))
        for code, mine in weeks.items()
    }
    return Contest({code: mine for code, mine in contenders.items() if mine}, bool(sure))
