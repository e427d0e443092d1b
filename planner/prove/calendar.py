"""When alone, without people: a bound on G1, G3 and G6.

The relaxation keeps the rules on slots (R1, R7 to R9, the slots of R16) and drops everything about
people, so it holds for every rota. Authorities of one force that are open in the same weeks and
are late alike are counted, not named: exchanging their slots changes nothing here.

Let a window of as many weeks as a force's even gap slide over the programme, from before its first
week to after its last. Two consecutive starts that are g weeks apart lie together in even gap - g
of its places, so G3's raw figure is, over all places, the starts in the window beyond the first.
Said so, it is a sum of small maxima, and its linear relaxation is as good as exact.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from ortools.math_opt.python import mathopt

from planner.facts import Facts
from planner.prove.rows import Rows
from planner.prove.solver import proven

GOALS = ("priority", "spacing", "level")


#: The columns of the starts in each week that has any.
_Starts = dict[int, list[int]]


def calendar_bound(
    facts: Facts, seconds: float, *, whole: bool, goals: Collection[str] = GOALS
) -> int:
    """Points of these goals together that no rota goes below.

    With ``whole`` slots are whole; else the linear relaxation is solved, in half a second
    nationally.
    """
    return proven(Calendar(facts, whole=whole).model(goals), seconds).points


class Calendar:
    """Starts by week, of the authorities that are alike, with the rules on slots."""

    def __init__(self, facts: Facts, *, whole: bool) -> None:
        self.facts, self.whole, self._rows = facts, whole, Rows()
        #: What the columns cost, by goal.
        self._costs: dict[str, dict[int, float]] = {goal: {} for goal in GOALS}
        self._starts: dict[str, _Starts] = defaultdict(lambda: defaultdict(list))
        self._all_starts: _Starts = defaultdict(list)
        self._decide()
        self._post_concurrency()
        self._post_quotas()
        for force, starts in self._starts.items():
            self._at_most(starts, facts.programme.gap_of[force], 1)
        self._bunch()
        self._level()

    def model(self, goals: Collection[str] = GOALS) -> mathopt.Model:
        """The model that minimises the points of these goals together."""
        return self._rows.minimising(
            {column: cost for goal in goals for column, cost in self._costs[goal].items()}
        )

    def _decide(self) -> None:
        for (force, late, opens), number in self._alike().items():
            mine = []
            for week in (week for week, is_open in enumerate(opens) if is_open):
                # R7's gap is at least a week, so a force has at most one start in each.
                start = self._rows.column(1, whole=self.whole)
                mine.append(start)
                self._starts[force][week].append(start)
                self._all_starts[week].append(start)
                self._costs["priority"][start] = late[week]
            self._rows.row(mine, least=number, most=number)

    def _alike(self) -> Counter[tuple[str, tuple[int, ...], tuple[bool, ...]]]:
        late, opens = self.facts.lateness.tolist(), self.facts.opens.tolist()
        forces = enumerate(self.facts.force_of)
        return Counter((force, tuple(late[at]), tuple(opens[at])) for at, force in forces)

    def _post_concurrency(self) -> None:
        limits = self.facts.programme.policy.concurrency
        self._at_most(self._all_starts, 1, limits.starts_per_week)
        self._at_most(self._all_starts, 2, limits.running_per_week)

    def _at_most(self, starts: _Starts, length: int, most: int) -> None:
        """No window of so many weeks holds more starts."""
        for weeks in self._windows(starts, length):
            self._rows.row(_total(starts, weeks), most=most)

    def _windows(self, starts: _Starts, length: int) -> Counter[tuple[int, ...]]:
        """The weeks with starts that a window of that length shows, and in how many places."""
        places = range(1 - length, self.facts.weeks)
        shown = (
            tuple(week for week in range(first, first + length) if week in starts)
            for first in places
        )
        return Counter(weeks for weeks in shown if weeks)

    def _post_quotas(self) -> None:
        programme, everybody = self.facts.programme, len(self.facts.codes)
        tolerance = programme.policy.year_quota.tolerance
        for year in programme.calendar.years:
            share = everybody * len(year)
            self._rows.row(
                _total(self._all_starts, year),
                least=share // programme.weeks - tolerance,
                most=-(-share // programme.weeks) + tolerance,
            )

    def _bunch(self) -> None:
        """G3's raw figure, place by place of the window."""
        programme = self.facts.programme
        for force, starts in self._starts.items():
            even_gap = programme.even_gap_of[force]
            if len(self.facts.in_force[force]) > 1 and even_gap > programme.gap_of[force]:
                for weeks, places in self._windows(starts, even_gap).items():
                    beyond = self._beyond(_total(starts, weeks), 1)
                    self._costs["spacing"][beyond] = places * programme.goals.spacing

    def _level(self) -> None:
        """G6's raw figure, month by month."""
        programme, months = self.facts.programme, defaultdict[tuple[int, int], list[int]](list)
        for week in programme.national_open_starts:
            months[programme.calendar.month_of(week)].append(week)
        even_load = -(-len(self.facts.codes) // max(1, len(months)))
        for weeks in months.values():
            beyond = self._beyond(_total(self._all_starts, weeks), even_load + 1)
            self._costs["level"][beyond] = programme.goals.level

    def _beyond(self, starts: list[int], free: int) -> int:
        """By how much starts pass what is free."""
        beyond = self._rows.column()
        self._rows.row(starts, most=free, less=beyond)
        return beyond


def _total(starts: _Starts, weeks: Iterable[int]) -> list[int]:
    return [start for week in weeks for start in starts.get(week, ())]
