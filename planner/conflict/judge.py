"""Whether some members can be kept together, by solving; and which of them clash at first sight."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from planner.conflict.member import Member
from planner.conflict.switches import Switches
from planner.solve import HOLDS_A_DRAFT, OUTCOME_OF, Effort, Outcome, stopped_by

#: The solver's own units of work, a second or two each, for finding what is interchangeable.
SYMMETRY_UNITS = 0.03


@dataclass(frozen=True)
class Limit:
    """When the search for a conflict must end: a ``time.monotonic()`` reading, or on being told."""

    until: float
    is_called_off: Callable[[], bool] = lambda: False

    def left(self) -> float:
        """Seconds left; none once it is called off."""
        return 0.0 if self.is_called_off() else max(0.0, self.until - time.monotonic())

    def within(self, seconds: float) -> "Limit":
        """The same limit, but no more than so many seconds from now."""
        return Limit(min(self.until, time.monotonic() + seconds), self.is_called_off)


@dataclass
class Judge:
    """Solves one model with some members held to and all others left out."""

    switches: Switches
    workers: int
    seed: int = 0
    _solver: cp_model.CpSolver | None = field(default=None, init=False)

    def decide(self, held: Iterable[Member], limit: Limit, *, again: bool = False) -> Outcome:
        """FEASIBLE, INFEASIBLE or, if time ran out, UNKNOWN; ``again`` goes another way."""
        self.switches.set(held)
        effort = Effort(
            seconds=limit.left(),
            workers=self.workers,
            seed=self.seed + 7919 * again,
            linearization=1 if again else 2,
        )
        solver = effort.solver()
        solver.parameters.cp_model_presolve = not again
        # Looking for symmetry may take longer than all the rest.
        solver.parameters.symmetry_detection_deterministic_time_limit = SYMMETRY_UNITS
        self._solver = solver
        with stopped_by(limit.is_called_off, solver):
            return OUTCOME_OF[solver.solve(self.switches.cp)]

    def slots(self) -> dict[str, int]:
        """Start weeks of the last answer, of a model that counts starts."""
        assert self._solver is not None
        slots: dict[str, int] = {}
        for codes, starts in self.switches.counts:
            weeks: list[int] = []
            for week, number in starts.items():
                weeks += [week] * self._solver.value(number)
            slots.update(zip(codes, weeks, strict=False))
        return slots


def is_kept(outcome: Outcome) -> bool:
    """Whether a solve found that everything asked for can be kept."""
    return outcome in HOLDS_A_DRAFT
