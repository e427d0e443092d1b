"""Trying ways out: each is planned whole, and offered only with a rota that the checker passed."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from models.explanation import WayOut
from models.programme import Programme
from models.result import PlanResult, Status
from planner.arithmetic import impossibilities
from planner.conflict.find import Found, Search
from planner.ways_out.attempt import Attempt
from planner.ways_out.ground import Ground
from planner.ways_out.kinds import KINDS
from planner.ways_out.lifted import lifted_blackout, lifted_pin

#: Seconds that one plan may take: for a few authorities, and for one more each.
PLAN_SECONDS, SECONDS_EACH = 4.0, 0.03
#: Seconds for a look whether the same clash is still there.
LOOK_SECONDS = 2.0
#: A kind of which so many plans found no rota is given up.
MOST_FAILURES = 2

#: Kinds that take a fact of the clash back: without it there is none.
LIFTED = ("absence", "conflict")


@dataclass
class Trying:
    """Tries the attempts at one clash, the smallest of each kind first."""

    search: Search
    ground: Ground
    ways: int
    began: float
    said: list[str] = field(default_factory=list, init=False)
    found: list[WayOut] = field(default_factory=list, init=False)

    def try_all(self, programme: Programme, clash: Found) -> tuple[WayOut, ...]:
        """The ways out that were found, in the order of trying; () if none works in time."""
        failures: dict[int, int] = {}
        for kind, attempts in _rounds(programme, clash):
            if len(self.found) >= self.ways or self.search.limit.left() <= 0:
                break
            for attempt in attempts if failures.get(kind, 0) < MOST_FAILURES else ():
                if not self._is_worth(attempt.programme, clash):
                    continue
                if self._try([attempt]):
                    failures[kind] = MOST_FAILURES
                    break
                failures[kind] = failures.get(kind, 0) + 1
        if not self.found:
            self._try_together(programme, clash)
        return tuple(self.found)

    def _is_worth(self, changed: Programme, clash: Found) -> bool:
        """Whether neither arithmetic nor the layer of the clash excludes a rota still."""
        if self.search.limit.left() <= 0:
            return False
        # Of what has begun arithmetic knows nothing: history may break rules.
        if not self.search.held and impossibilities(changed):
            return False
        return not self.search.clashes(changed, clash.layer, LOOK_SECONDS)

    def _try(self, steps: list[Attempt]) -> bool:
        """Plan the programme with all steps taken; True if that found a rota."""
        changed, said = steps[-1].programme, " and ".join(each.sentence for each in steps)
        self.search.tell(f"trying {said}")
        began = time.monotonic()
        result = self._plan(changed)
        seconds = time.monotonic() - began
        if result.rota is None or result.goals is None:
            self.said.append(_say_failure(result, said, seconds))
            return False
        settings = {key: value for each in steps for key, value in each.settings.items()}
        way = WayOut(
            kind=steps[0].kind if len(steps) == 1 else "several",
            sentence=f"{said[:1].upper()}{said[1:]}.",
            amount=sum(each.amount for each in steps),
            programme=changed,
            settings=settings,
            points=result.goals.total,
            seconds=round(time.monotonic() - self.began, 1),
        )
        self.found.append(way)
        return True

    def _plan(self, changed: Programme) -> PlanResult:
        limit = self.search.limit
        seconds = min(limit.left(), PLAN_SECONDS + SECONDS_EACH * len(changed.authorities))
        return self.ground.rota(changed, max(0.1, seconds))

    def _try_together(self, programme: Programme, clash: Found) -> None:
        """Where another clash lies behind the first, one step for each of them."""
        steps: list[Attempt] = []
        next_clash: Found | None = clash
        while next_clash is not None and len(steps) < 4 and self.search.limit.left() > 0:
            step = self._step(programme, next_clash)
            if step is None:
                return
            steps.append(step)
            programme = step.programme
            next_clash = self.search.find(programme)
        if next_clash is None and len(steps) > 1 and self.search.limit.left() > 0:
            self._try(steps)

    def _step(self, programme: Programme, clash: Found) -> Attempt | None:
        """The first attempt after which a clash is no longer there, whatever else is.

        A pin or a blackout lifted comes first: it may end the next clash too.
        """
        members = clash.clash.members
        for lift in (lifted_pin, lifted_blackout):
            for attempt in lift(programme, members):
                return attempt
        for _, attempts in _rounds(programme, clash):
            for attempt in attempts:
                if self.search.limit.left() <= 0:
                    return None
                lifted = attempt.kind in LIFTED
                if lifted or not self.search.still_clashes(attempt.programme, clash, LOOK_SECONDS):
                    return attempt
        return None


def _say_failure(result: PlanResult, said: str, seconds: float) -> str:
    if result.status is Status.IMPOSSIBLE:
        return f"Tried, and no help by itself: {said}."
    return f"Tried for {seconds:.0f} s without finding a rota: {said}."


def _rounds(programme: Programme, clash: Found) -> Iterator[tuple[int, list[Attempt]]]:
    """Each kind by number with its attempts of least amount, then with those of the next."""
    members = clash.clash.members
    left = {
        number: groupby(kind(programme, members), key=lambda each: each.amount)
        for number, kind in enumerate(KINDS)
    }
    while left:
        for number, groups in list(left.items()):
            amount = next(groups, None)
            if amount is None:
                del left[number]
            else:
                yield number, list(amount[1])
