"""What a run is asked to keep to, and what it tells while it runs."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Progress:
    """Where a run stands: its stage, the seconds since it began, the best rota's points.

    ``total`` is None until a whole rota is found; ``goals`` then holds points by goal.
    """

    stage: str
    seconds: float
    total: int | None = None
    bound: int | None = None
    goals: Mapping[str, int] = field(default_factory=dict)


def tell_nobody(progress: Progress) -> None:
    """Take no notice of progress."""


@dataclass(frozen=True)
class PlanOptions:
    """The limits of one run.

    ``seconds`` counts from ``began``, a ``time.monotonic()`` reading (None: when ``plan`` is
    called), to the return of ``plan``. ``workers`` is the number of processes (None: one a core).
    ``seed`` makes two runs search alike; None draws 128 secret random bits. ``stop``, once set,
    ends the run with the best rota found.
    """

    seconds: float = 60.0
    workers: int | None = None
    seed: str | None = None
    began: float | None = None
    progress: Callable[[Progress], None] = tell_nobody
    stop: threading.Event = field(default_factory=threading.Event)
