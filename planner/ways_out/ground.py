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
        """The rota of a re-plan; the changed programme breaks the baseline, which is mended."""
        options = ReplanOptions(
            today=self.today,
            seconds=seconds,
            workers=self.workers,
            seed=self.seed,
            repair=True,
            began=time.monotonic(),
            stop=self.stop,
        )
        return replan(programme, self.baseline, (), options).result


def begun_in(programme: Programme, baseline: Rota, today: date) -> Mapping[str, int]:
    """The start weeks of the inspections of a baseline that started before a day."""
    return {
        code: programme.calendar.week_of(each.start)
        for code, each in baseline.inspection_of.items()
        if code in programme.authority_of and each.start < today
    }
