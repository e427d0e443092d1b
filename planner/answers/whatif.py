"""What a change of policy or staff would be worth: planned both ways with the same effort."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from models.answers import WhatIf, Worth
from models.checks import check_rota
from models.measures import MEASURES, measure_goals
from models.programme import Programme
from models.result import Status
from models.rota import Rota
from models.yardstick import yardstick
from planner.arithmetic import impossibilities
from planner.options import PlanOptions, Progress, tell_nobody
from planner.plan import plan
from planner.seed import draw_seed

TODAY, CHANGED = "as it is", "with the change"


@dataclass(frozen=True)
class WhatIfOptions:
    """The effort: so many ``runs`` each way, each of the work that so many ``seconds`` bring.

    The runs are repeatable, so that both ways do the same work; ``seed`` is that of the first
    (None draws one). ``stop``, once set, ends with the runs that were made.
    """

    seconds: float = 30.0
    runs: int = 5
    workers: int | None = None
    seed: str | None = None
    progress: Callable[[Progress], None] = tell_nobody
    stop: threading.Event = field(default_factory=threading.Event)


DEFAULTS = WhatIfOptions()


def whatif(
    programme: Programme, rota: Rota, changed: Programme, options: WhatIfOptions = DEFAULTS
) -> WhatIf:
    """Plan a programme as it is and as changed, run by run with the same seed, and compare.

    Both ways go on from the rota where it is as good a start for either: it keeps every rule both
    ways and has the same points. Else both begin anew, since one of them would have the effort
    that went into the rota on top, and what is only its head start would pass for the change's.
    """
    reasons = impossibilities(changed)
    both = _Both(programme, changed, _start(programme, rota, changed), options)
    if reasons:
        return both.answer([], impossible=reasons)
    made: list[tuple[_Points, _Points]] = []
    seed = options.seed or draw_seed()
    for number in range(options.runs):
        before, after = (both.run(seed, number, way) for way in (TODAY, CHANGED))
        if before is None or after is None or options.stop.is_set():
            return both.answer(made, unfound=both.unfound, stopped=options.stop.is_set())
        made.append((before, after))
    return both.answer(made)


_Points = Mapping[str, int]


def _start(programme: Programme, rota: Rota, changed: Programme) -> Rota | None:
    """The rota if it is as good a start for either way; None if it is not.

    An inspector more, say, has nothing to do in it, which is uneven work that nobody chose.
    """
    if measure_goals(programme, rota) != measure_goals(changed, rota):
        return None
    broken = check_rota(programme, rota) or check_rota(changed, rota)
    return None if broken else rota


class _Both:
    """Both ways of planning, and what became of them."""

    def __init__(
        self, programme: Programme, changed: Programme, start: Rota | None, options: WhatIfOptions
    ) -> None:
        self.start, self.options = start, options
        self.unfound = ""
        self._began = time.monotonic()
        self._ways = {TODAY: programme, CHANGED: changed}
        self._yardstick = yardstick(programme, changed)
        self.recounted = self._yardstick != changed

    def run(self, seed: str, number: int, way: str) -> _Points | None:
        """Points by goal, and their total, of the rota that one run finds; None without one."""
        if self.options.stop.is_set():
            return None
        result = plan(self._ways[way], self._plan_options(f"{seed}-{number}", number, way))
        if result.rota is None:
            self.unfound = f"{way}, run {number + 1} found no rota: {_why(result.status)}"
            return None
        counted = self._ways[TODAY] if way == TODAY else self._yardstick
        goals = measure_goals(counted, result.rota)
        return {each.goal: each.points for each in goals.scores} | {"total": goals.total}

    def _plan_options(self, seed: str, number: int, way: str) -> PlanOptions:
        options = self.options

        def tell(progress: Progress) -> None:
            stage = f"run {number + 1} of {options.runs}, {way}: {progress.stage}"
            seconds = time.monotonic() - self._began
            options.progress(replace(progress, stage=stage, seconds=seconds))

        return PlanOptions(
            seconds=options.seconds,
            workers=options.workers,
            seed=seed,
            start=self.start,
            repeatable=True,
            bounded=False,
            progress=tell,
            stop=options.stop,
        )

    def answer(
        self,
        made: list[tuple[_Points, _Points]],
        *,
        impossible: tuple[str, ...] = (),
        unfound: str = "",
        stopped: bool = False,
    ) -> WhatIf:
        """The answer of the runs that were made both ways."""
        total, *goals = _worths(made)
        return WhatIf(
            runs=self.options.runs,
            seconds=self.options.seconds,
            from_rota=self.start is not None,
            recounted=self.recounted,
            total=total,
            goals=tuple(goals),
            impossible=impossible,
            unfound=unfound,
            stopped=stopped,
        )


def _worths(made: list[tuple[_Points, _Points]]) -> Iterator[Worth]:
    for goal in ("total", *MEASURES):
        yield Worth(
            goal=goal,
            today=tuple(before[goal] for before, _ in made),
            changed=tuple(after[goal] for _, after in made),
        )


def _why(status: Status) -> str:
    return {
        Status.IMPOSSIBLE: "there is none",
        Status.OUT_OF_TIME: "the work that was allowed ran out",
        Status.REFUSED: "the checker refused our own answer, a bug",
        Status.STOPPED: "it was stopped",
    }[status]
