"""A proof in stages: quick bounds of every part first, better ones as time allows.

Who goes where costs only G2, G4 and G5, and is bounded one inspectorate at a time; when alone costs
only G1, G3 and G6. No point is counted in two parts, so they add up. That names and calendar get
in each other's way is left out, but for small programmes: a linear relaxation of both together is
worth no more than each by itself (README.md says why).
"""

import time
from collections.abc import Callable, Iterable

from models.goal_parts import CALENDAR
from planner.facts import Facts
from planner.prove.bounds import TOGETHER, Bounds, PartBound
from planner.prove.calendar import GOALS as WHEN
from planner.prove.calendar import Calendar
from planner.prove.joint_names import joint_names_bound
from planner.prove.part import parts_of
from planner.prove.priced_names import PricedNames
from planner.prove.solver import proven, whole_points
from planner.prove.together import whole_bound
from planner.prove.weights import GOALS as WHO
from planner.prove.weights import weights_of
from planner.prove.whole_names import whole_names_bound

#: Up to so many authorities all parts are taken together too.
SMALL = 12
#: Seconds that no stage of a steady bound comes near.
A_DAY = 86_400.0
#: The least time worth giving to one stage, in seconds.
LEAST_SECONDS = 0.05


def tell_nobody(bounds: Bounds) -> None:
    """Take no notice of a better bound."""


def prove_bound(
    facts: Facts,
    seconds: float,
    told: Callable[[Bounds], None] = tell_nobody,
    stopped: Callable[[], bool] = lambda: False,
) -> Bounds:
    """What can be proven of every rota in so many seconds; ``told`` hears of every better bound.

    The first stage, the names alone, is always gone through, a third of a second nationally. Once
    ``stopped`` says so no further stage begins.
    """
    proof = _Proof(facts, time.monotonic() + seconds, told, stopped)
    proof.price_names()
    for stage in (
        proof.relax_calendar,
        proof.price_goals,
        proof.part_windows,
        proof.make_names_whole,
        proof.make_calendar_whole,
        proof.join_sizes,
        proof.join_all,
    ):
        if proof.left() > 0:
            stage()
    return proof.bounds


def steady_bound(facts: Facts) -> Bounds:
    """What the stages that need no clock prove, in a second or two nationally: always the same."""
    proof = _Proof(facts, time.monotonic() + A_DAY, tell_nobody, lambda: False)
    proof.price_names()
    proof.relax_calendar()
    proof.price_goals()
    proof.part_windows()
    return proof.bounds


class _Proof:
    """The bounds so far, and what the later stages go on from."""

    def __init__(
        self,
        facts: Facts,
        until: float,
        told: Callable[[Bounds], None],
        stopped: Callable[[], bool],
    ) -> None:
        self.facts, self._until, self._told, self._stopped = facts, until, told, stopped
        self.bounds = Bounds()
        parts = parts_of(facts, weights_of(facts.programme))
        self._names = {facts.bodies[part.body].value: PricedNames(part) for part in parts}
        self._raising = {body: names.raising() for body, names in self._names.items()}
        self._small = len(facts.codes) <= SMALL

    def left(self) -> float:
        """Seconds left; none once stopped."""
        return 0.0 if self._stopped() else max(0.0, self._until - time.monotonic())

    def _learn(self, part: str, points: int, began: float, *, optimal: bool = False) -> None:
        """Take in a part's bound; ``began`` is when the work that brought it began."""
        known = self.bounds.parts.get(part, PartBound(0, 0.0))
        seconds = known.seconds + time.monotonic() - began
        better = PartBound(max(points, known.points), seconds, optimal or known.optimal)
        self.bounds = Bounds({**self.bounds.parts, part: better}, self.bounds.by_goal)
        self._told(self.bounds)

    def _learn_goals(self, points: dict[str, int]) -> None:
        self.bounds = Bounds(self.bounds.parts, {**self.bounds.by_goal, **points})
        self._told(self.bounds)

    def price_names(self) -> None:
        """Every inspectorate's first prices."""
        for body, raising in self._raising.items():
            began = time.monotonic()
            self._learn(body, whole_points(next(raising)), began)

    def relax_calendar(self) -> None:
        """The linear relaxation of the calendar, and of each of its goals by itself."""
        began = time.monotonic()
        calendar = Calendar(self.facts, whole=False)
        self._learn(CALENDAR, proven(calendar.model(), self.left()).points, began)
        for goal in WHEN:
            if self.left() > 0:
                self._learn_goals({goal: proven(calendar.model([goal]), self.left()).points})

    def price_goals(self) -> None:
        """Each goal of the names by itself, the others costing nothing."""
        for goal in WHO:
            points = 0
            for part in parts_of(self.facts, weights_of(self.facts.programme, [goal])):
                if self.left() > 0:
                    points += whole_points(next(PricedNames(part).raising()))
            self._learn_goals({goal: points})

    def part_windows(self) -> None:
        """Better prices for every inspectorate, as far as they go, in half the time at most."""
        until = time.monotonic() + self.left() / 2
        for body, raising in self._raising.items():
            began = time.monotonic()
            for points in raising:
                self._learn(body, whole_points(points), began)
                began = time.monotonic()
                if began > until or self.left() <= 0:
                    break

    def make_names_whole(self) -> None:
        """Whole people, those first whose bounds are soonest exact."""
        names = sorted(self._names.items(), key=lambda each: each[1].part.travel.size)
        for number, (body, priced) in enumerate(names):
            began = time.monotonic()
            seconds = self.left() / (len(names) - number)
            if seconds >= LEAST_SECONDS:
                found = whole_names_bound(priced, seconds)
                self._learn(body, found.points, began, optimal=found.optimal)

    def make_calendar_whole(self) -> None:
        """Whole slots."""
        began = time.monotonic()
        found = proven(Calendar(self.facts, whole=True).model(), self.left())
        self._learn(CALENDAR, found.points, began, optimal=found.optimal)

    def join_sizes(self) -> None:
        """All names at once, in teams whose sizes fit together, for a small programme."""
        if self._small:
            began = time.monotonic()
            together = joint_names_bound(self.facts, self.left() / 4) - self._sum(self._names)
            self._learn(TOGETHER, together, began)

    def join_all(self) -> None:
        """Everything at once, for a small programme."""
        if self._small:
            began = time.monotonic()
            names = {body: self.bounds.parts[body].points for body in self._names}
            calendar = self._sum([CALENDAR])
            total, optimal = whole_bound(self.facts, names, calendar, self.left())
            known = sum(names.values()) + calendar
            self._learn(TOGETHER, total - known, began, optimal=optimal)

    def _sum(self, parts: Iterable[str]) -> int:
        known = self.bounds.parts
        return sum(known[part].points for part in parts if part in known)
