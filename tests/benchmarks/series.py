"""The programmes that planning is measured on, with their budgets, seeds and targets."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.made import dense, hindered
from tests.benchmarks.process import ROTA, run

PROGRAMMES = Path(__file__).parent / "programmes"
N152, N608 = PROGRAMMES / "n152", PROGRAMMES / "n608.zip"


@dataclass(frozen=True)
class Budget:
    """Seconds of a run, the most points it should end with, and the largest gap."""

    seconds: int
    points: int | None = None
    gap: float | None = None


@dataclass(frozen=True)
class Series:
    """One programme and how it is planned; ``made`` writes it into a folder where it must be."""

    name: str
    made: Callable[[Path], Path]
    budgets: tuple[Budget, ...]
    first: float | None = None
    bound: int | None = None
    megabytes: int | None = None


def _drawn(folder: Path) -> Path:
    run([ROTA, "draw", str(folder), "--authorities", "1216", "--seed", "8"])
    return folder


SERIES = (
    Series(
        "n152",
        lambda folder: N152,
        (Budget(10, 15_000), Budget(60, 14_200, 0.07), Budget(300, 14_000, 0.055)),
        first=2,
        bound=13_300,
        megabytes=600,
    ),
    Series("dense", lambda folder: dense(N152, folder), (Budget(60),), first=5),
    Series("hindered", lambda folder: hindered(N152, folder), (Budget(60),)),
    Series("n608", lambda folder: N608, (Budget(60), Budget(180, 40_500)), first=6, megabytes=1536),
    Series("n1216", _drawn, (Budget(60),), first=20),
)
WORDS = {
    "n152": "n152: the 152 authorities of 2013, 60 inspectors on site",
    "dense": "dense: n152 with a tenth fewer inspectors of each inspectorate",
    "hindered": "hindered: n152 with pins, blackouts, force-wide changes, a third part-time",
    "n608": "n608: n152 four times over",
    "n1216": "n1216: drawn with 1,216 authorities",
}
