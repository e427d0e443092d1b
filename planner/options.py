"""What a run is asked to keep to, and what it tells while it runs."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from models.result import gap_of
from models.rota import Rota


@dataclass(frozen=True)
class Progress:
    """Where a run stands: its stage, the seconds since it began, the best rota's points.

    ``total`` is None until a whole rota is found; ``goals`` then holds points by goal, and
    ``bound`` the points that no rota goes below, None while unknown.
    """

    stage: str
    seconds: float
    total: int | None = None
    bound: int | None = None
    goals: Mapping[str, int] = field(default_factory=dict)

    @property
    def gap(self) -> float | None:
        """(total - bound) / total, None while one of them is unknown."""
        return gap_of(self.total, self.bound)


def tell_nobody(progress: Progress) -> None:
    """Take no notice of progress."""


@dataclass(frozen=True)
class PlanOptions:
    """The limits of one run.

    ``seconds`` counts from ``began``, a ``time.monotonic()`` reading (None: when ``plan`` is
    called), to the return of ``plan``. ``workers`` is the number of processes (None: one a core).
    ``seed`` makes two runs search alike; None draws 128 secret random bits. ``stop``, once set,
    ends the run with the best rota found. The run also ends once (total - bound) / total, which
    is from 0 to 1, is no larger than ``gap``; 0 asks for a proof that no rota is better.
    ``start`` is a rota to go on from: the run never ends worse than it, and mends it first where
    it breaks a rule. Where the run is ``repeatable``, ``seconds`` stands for the work that about
    so many seconds bring: however long it takes, it ends with the same rota. A repeatable run that
    is not ``bounded`` spares itself the bound that it would else begin with.
    """

    seconds: float = 60.0
    workers: int | None = None
    seed: str | None = None
    gap: float = 0.0
    start: Rota | None = None
    repeatable: bool = False
    bounded: bool = True
    began: float | None = None
    progress: Callable[[Progress], None] = tell_nobody
    stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        """Refuse a gap that is no share of a total."""
        if not 0 <= self.gap < 1:
            raise ValueError(f"the gap must be at least 0 and below 1; {self.gap} is not")
