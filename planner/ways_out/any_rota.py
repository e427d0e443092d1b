"""Any whole rota, as soon as there is one: enough to show that a programme has one."""

import threading

from models.programme import Programme
from models.result import PlanResult
from planner.options import PlanOptions, Progress
from planner.plan import plan

#: A rota this far from the best is good enough to show that there is one.
NEAR_ENOUGH = 0.99


def any_rota(
    programme: Programme, seconds: float, seed: str, workers: int | None, stop: threading.Event
) -> PlanResult:
    """Plan until the first whole rota is found, which the checker then looks at.

    The result's rota is None where none was found in so many seconds, or ``stop`` was set first.
    """
    enough = threading.Event()

    def listen(progress: Progress) -> None:
        if progress.total is not None or stop.is_set():
            enough.set()

    options = PlanOptions(
        seconds=seconds,
        workers=workers,
        seed=seed,
        gap=NEAR_ENOUGH,
        progress=listen,
        stop=enough,
    )
    return plan(programme, options)
