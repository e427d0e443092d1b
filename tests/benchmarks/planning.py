"""The figures on planning: first rotas, totals, bounds, gaps, memory, unseen programmes."""

import math
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.figure import Figure, at_least, at_most
from tests.benchmarks.process import ROTA, run
from tests.benchmarks.rotas import Planned, plan
from tests.benchmarks.series import N152, SERIES, WORDS, Budget, Series

#: Sizes and seeds of programmes drawn for the occasion.
DRAWN = ((9, 1), (25, 2), (60, 3), (110, 4), (152, 5), (240, 6))
DRAWN_SECONDS = 15
#: Runs of at least so many seconds are long.
LONG = 120
#: How steeply time and memory may grow with the number of authorities.
GROWTH = 1.2

Runs = dict[tuple[str, int], list[Planned]]


def quick(room: Path) -> Iterator[Figure]:
    """A run so short that it can do little more than find a rota."""
    planned = plan(N152, room / "quick", 3, "first")
    yield Figure(
        "whole rota on n152 in a run of 3 s, from process start to exit",
        "valid in 3 s",
        f"{'valid' if planned.valid else 'not valid'} in {planned.run.seconds:.2f} s",
        planned.valid and planned.run.seconds <= 3,
    )


def planned(room: Path, runs: int, long_runs: int, done: Runs) -> Iterator[Figure]:
    """Every programme within every budget; medians over seeds. ``done`` gathers the runs."""
    for series in SERIES:
        programme = series.made(room / series.name)
        for budget in series.budgets:
            number = long_runs if budget.seconds >= LONG else runs
            some = [
                plan(
                    programme,
                    room / f"{series.name}-{budget.seconds}-{seed}",
                    budget.seconds,
                    f"{seed}",
                )
                for seed in range(number)
            ]
            done[series.name, budget.seconds] = some
            yield from _of_budget(series, budget, some)
        yield from _of_series(series, done)


def _of_budget(series: Series, budget: Budget, some: list[Planned]) -> Iterator[Figure]:
    name, valid = f"{series.name} at {budget.seconds} s", [each for each in some if each.valid]
    if len(valid) < len(some):
        yield Figure(f"{name}: valid rotas", "all", f"{len(valid)} of {len(some)}", False)
    if not valid:
        return
    totals = sorted(each.total for each in valid)
    said = ", ".join(f"{total:,}" for total in totals)
    yield at_most(f"{name}: total ({said})", median(totals), budget.points, "points", 0)
    gaps = sorted(each.gap for each in valid)
    gap = None if budget.gap is None else 100 * budget.gap
    yield at_most(f"{name}: gap", 100 * median(gaps), gap, "%")
    yield Figure(f"{name}: points gained by CP-SAT neighbourhoods", "said", _gains(valid))
    yield at_most(
        f"{name}: longest run, from process start to exit",
        max(each.run.seconds for each in valid),
        budget.seconds,
        "s",
    )


def _of_series(series: Series, done: Runs) -> Iterator[Figure]:
    runs = {
        budget.seconds: [each for each in done[series.name, budget.seconds] if each.valid]
        for budget in series.budgets
    }
    every = [each for some in runs.values() for each in some]
    if not every:
        return
    first = median(each.first_seconds for each in every)
    yield at_most(f"{series.name}: first whole rota", first, series.first, "s")
    bounds = [each.bound for each in runs[max(runs)]]
    if bounds:
        yield at_least(f"{series.name}: bound", median(bounds), series.bound, "points")
    most = max((each.run.megabytes for each in runs[60]), default=0)
    name = f"{series.name}: peak memory at 60 s, all processes"
    yield at_most(name, most, series.megabytes, "MB", 0)


def growth(done: Runs) -> Iterator[Figure]:
    """The power of the number of authorities with which first rotas and memory grow."""
    small, large = done.get(("n152", 60), []), done.get(("n1216", 60), [])
    if not small or not large:
        return
    ratio = math.log(1216 / 152)
    time = median(x.first_seconds for x in large) / median(x.first_seconds for x in small)
    memory = max(x.run.megabytes for x in large) / max(x.run.megabytes for x in small)
    name = "from n152 to n1216 grows as a power of the authorities"
    yield at_most(f"time to a first rota {name}", math.log(time) / ratio, GROWTH, "", 2)
    yield at_most(f"peak memory {name}", math.log(memory) / ratio, GROWTH, "", 2)


def legend() -> Iterator[str]:
    """What each programme is."""
    yield from WORDS.values()


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
