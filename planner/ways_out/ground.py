"""What every way out is tried on: a programme before it has begun, or a rota under way."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from models.programme import Programme
from models.result import PlanResult
from models.rota import Rota
from planner.replanning import ReplanOptions, replan
from planner.ways_out.any_rota import any_rota
from planner.ways_out.past import with_past_pinned, with_past_standing

#: The share of the time for a plan with pins; a re-plan has the rest.
PINNED_SHARE = 0.6


class Ground(Protocol):
    """Finds whole rotas of one programme and of others in which something is changed."""

    def rota(self, programme: Programme, seconds: float) -> PlanResult:
        """A run on a programme; its rota is None where none was found in so many seconds."""


@dataclass(frozen=True)
class FromNothing:
    """Nothing has begun: any rota of the programme will do."""

    seed: str
    workers: int | None
    stop: threading.Event

    def rota(self, programme: Programme, seconds: float) -> PlanResult:
        """The first rota that a plan finds."""
        return any_rota(programme, seconds, self.seed, self.workers, self.stop)


@dataclass(frozen=True)
class FromBaseline:
    """A rota under way on a day: what has begun stands, and the rest is changed as needed."""

    baseline: Rota
    today: date
    seed: str
    workers: int | None
    stop: threading.Event

    def rota(self, programme: Programme, seconds: float) -> PlanResult:
        """A rota in which what has begun stands: any at first, else that of a re-plan."""
        began = time.monotonic()
        result = with_past_standing(
            programme, self.baseline, self.today, self._pinned(programme, seconds)
        )
        if result is not None:
            return result
        options = ReplanOptions(
            today=self.today,
            seconds=max(0.1, seconds - (time.monotonic() - began)),
            workers=self.workers,
            seed=self.seed,
            # The changed programme breaks the baseline, which is the thing to mend.
            repair=True,
            stop=self.stop,
        )
        return replan(programme, self.baseline, (), options).result

    def _pinned(self, programme: Programme, seconds: float) -> PlanResult:
        """The first rota of a plan to which the inspections that have begun are pinned."""
        pinned = with_past_pinned(programme, self.baseline, self.today)
        return any_rota(pinned, PINNED_SHARE * seconds, self.seed, self.workers, self.stop)


def begun_in(programme: Programme, baseline: Rota, today: date) -> Mapping[str, int]:
    """The start weeks of the inspections of a baseline that started before a day."""
    return {
        code: programme.calendar.week_of(each.start)
        for code, each in baseline.inspection_of.items()
        if code in programme.authority_of and each.start < today
    }
