"""Slots: in which week each authority's inspection starts."""

from collections.abc import Callable, Iterable, Mapping

from ortools.sat.python import cp_model

from planner.decisions.expression import Expression
from planner.decisions.standing import Standing
from planner.scope import Scope


class Slots:
    """One literal for each free authority and each week in which it may start.

    ``struck`` gives the weeks, as a mask, that the rules alone forbid an authority; they get no
    literal. ``everywhere`` says that every authority is inspected (R1 is posted).
    """

    def __init__(
        self,
        cp: cp_model.CpModel,
        scope: Scope,
        standing: Standing,
        struck: Callable[[str], int],
        *,
        everywhere: bool,
    ) -> None:
        self._cp = cp
        self._everywhere = everywhere
        self._held = scope.held
        self.true = cp.new_constant(1)
        self.never = cp.new_constant(0)
        self._starts: dict[str, dict[int, cp_model.IntVar]] = {
            code: {week: self.true} for code, week in standing.slots.items()
        }
        self._within: dict[tuple[str, tuple[int, ...]], cp_model.IntVar] = {}
        self._week: dict[str, cp_model.IntVar] = {}
        for code in scope.free:
            self._starts[code] = self._decide(code, scope.weeks[code], struck(code))

    def _decide(self, code: str, weeks: Iterable[int], struck: int) -> dict[int, cp_model.IntVar]:
        held = code in self._held
        left = [week for week in weeks if held or not struck >> week & 1]
        if len(left) == 1 and self._everywhere:
            return {left[0]: self.true}
        starts = {week: self._cp.new_bool_var(f"starts[{code},{week}]") for week in left}
        self._cp.add_at_most_one(starts.values())
        return starts

    def starts(self, la_code: str) -> Mapping[int, cp_model.IntVar]:
        """The literal "starts in this week" of each week that the authority may take."""
        return self._starts[la_code]

    def in_week(self, codes: Iterable[str]) -> Mapping[int, list[cp_model.IntVar]]:
        """The start literals of some authorities by week, rising."""
        found: dict[int, list[cp_model.IntVar]] = {}
        for code in codes:
            for week, starts in self._starts[code].items():
                found.setdefault(week, []).append(starts)
        return dict(sorted(found.items()))

    def is_certain(self, la_code: str) -> bool:
        """Whether the authority is inspected whatever the answer: it stands, or R1 is posted."""
        starts = self._starts[la_code]
        return self._everywhere or any(each is self.true for each in starts.values())

    def is_inspected(self, la_code: str) -> Expression:
        """1 where the authority has a slot."""
        if self.is_certain(la_code):
            return 1
        return cp_model.LinearExpr.sum(list(self._starts[la_code].values()))

    def within(self, la_code: str, weeks: Iterable[int]) -> cp_model.IntVar:
        """The literal "starts in one of these weeks", which must be among the authority's."""
        chosen = tuple(sorted(weeks))
        starts = self._starts[la_code]
        if len(chosen) == len(starts) and self.is_certain(la_code):
            return self.true
        if len(chosen) == 1:
            return starts[chosen[0]]
        key = (la_code, chosen)
        if key not in self._within:
            literal = self._cp.new_bool_var(f"starts[{la_code},{chosen[0]}..{chosen[-1]}]")
            self._cp.add(cp_model.LinearExpr.sum([starts[week] for week in chosen]) == literal)
            self._within[key] = literal
        return self._within[key]

    def named(self, la_code: str, scope: Scope) -> cp_model.IntVar:
        """The literal "starts in the one week in which the scope decides its team"."""
        return self._starts[la_code].get(scope.named[la_code], self.never)

    def week(self, la_code: str) -> cp_model.IntVar:
        """The start week as a number, for intervals; it costs one equation."""
        if la_code not in self._week:
            starts = self._starts[la_code]
            domain = cp_model.Domain.from_values(list(starts))
            week = self._cp.new_int_var_from_domain(domain, f"week[{la_code}]")
            self._cp.add(_weighted(starts) == week).only_enforce_if(self.within(la_code, starts))
            self._week[la_code] = week
        return self._week[la_code]

    def __contains__(self, la_code: str) -> bool:
        return la_code in self._starts


def _weighted(starts: Mapping[int, cp_model.IntVar]) -> Expression:
    return cp_model.LinearExpr.weighted_sum(list(starts.values()), list(starts))
