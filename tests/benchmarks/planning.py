"""The figures on planning: the first rota, the total after a minute, memory, other programmes."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.figure import Figure, at_most
from tests.benchmarks.process import ROTA, run
from tests.benchmarks.rotas import Planned, plan

PROGRAMMES = Path(__file__).parent / "programmes"
N152, N608 = PROGRAMMES / "n152", PROGRAMMES / "n608.zip"
#: Sizes and seeds of programmes drawn for the occasion.
DRAWN = ((9, 1), (25, 2), (60, 3), (110, 4), (152, 5), (240, 6))
DRAWN_SECONDS = 15


def national(room: Path, runs: int) -> Iterator[Figure]:
    """The figures of a minute on the national programme, medians over ``runs`` seeds."""
    quick = plan(N152, room / "quick", 3, "first")
    yield Figure(
        "whole rota on n152 in a run of 3 s, from process start to exit",
        "valid in 3 s",
        f"{'valid' if quick.valid else 'not valid'} in {quick.run.seconds:.2f} s",
        quick.valid and quick.run.seconds <= 3,
    )
    planned = [plan(N152, room / f"minute-{number}", 60, f"{number}") for number in range(runs)]
    yield from _minute(planned)


def _minute(planned: list[Planned]) -> Iterator[Figure]:
    valid = [each for each in planned if each.valid]
    yield Figure(
        "runs of 60 s on n152 that end in a valid rota",
        "all",
        f"{len(valid)} of {len(planned)}",
        len(valid) == len(planned),
    )
    if valid:
        yield from _of_valid(valid)


def _of_valid(planned: list[Planned]) -> Iterator[Figure]:
    totals = sorted(each.total for each in planned)
    first = median(each.first_seconds for each in planned)
    yield at_most("first whole rota on n152 within that minute", first, 3, "s")
    yield at_most(
        f"total at 60 s on n152, median of {len(totals)} seeds ({_said(totals)})",
        median(totals),
        16_000,
        "points",
        0,
    )
    yield Figure(
        "points gained by CP-SAT neighbourhoods, the rest by annealing", "said", _gains(planned)
    )
    yield at_most("longest run of 60 s, from process start to exit", _longest(planned), 60, "s")
    yield at_most("peak memory at 60 s, all processes", _most(planned), 1024, "MB", 0)


def larger(room: Path) -> Iterator[Figure]:
    """The figures of a minute on four times the nation."""
    planned = plan(N608, room / "larger", 60, "larger")
    said = "no valid rota"
    if planned.valid:
        said = f"{planned.total:,} points, first rota in {planned.first_seconds:.1f} s"
    yield Figure("total at 60 s on n608", "valid", said, planned.valid)


def drawn(room: Path) -> Iterator[Figure]:
    """Whether programmes that nobody tuned for get a valid rota."""
    verdicts = [_drawn(room / f"drawn-{size}-{seed}", size, seed) for size, seed in DRAWN]
    sizes = ", ".join(str(size) for size, _ in DRAWN)
    yield Figure(
        f"valid rota on drawn programmes of {sizes} authorities in {DRAWN_SECONDS} s",
        "always",
        f"{sum(verdicts)} of {len(verdicts)}",
        all(verdicts),
    )


def _drawn(folder: Path, size: int, seed: int) -> bool:
    run([ROTA, "draw", str(folder), "--authorities", str(size), "--seed", str(seed)])
    return plan(folder, folder.with_suffix(".rota"), DRAWN_SECONDS, "drawn").valid


def _gains(planned: list[Planned]) -> str:
    """Points by CP-SAT neighbourhoods of those gained in all, one run after another."""
    every = [sum(each.gained.values()) for each in planned]
    exact = [
        whole - each.gained.get("anneal", 0) for whole, each in zip(every, planned, strict=True)
    ]
    return ", ".join(f"{some:,} of {whole:,}" for some, whole in zip(exact, every, strict=True))


def _longest(planned: list[Planned]) -> float:
    return max(each.run.seconds for each in planned)


def _most(planned: list[Planned]) -> float:
    return max(each.run.megabytes for each in planned)


def _said(totals: list[int]) -> str:
    return ", ".join(f"{total:,}" for total in totals)
