"""Measures every figure that is promised and writes RESULTS.md: ``python -m tests.benchmarks``."""

import argparse
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.benchmarks import house, looking, planning
from tests.benchmarks.figure import Figure, write_results

RESULTS = Path(__file__).parent / "RESULTS.md"


def main() -> None:
    """Measure, print each figure as it comes, and write them all down."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="seeds of the minute on n152")
    parser.add_argument("--fresh", action="store_true", help="also time make rota in a new clone")
    asked = parser.parse_args()
    figures = []
    with tempfile.TemporaryDirectory() as room:
        for figure in _figures(Path(room), asked.runs, fresh=asked.fresh):
            print(figure, flush=True)
            figures.append(figure)
    write_results(RESULTS, figures, date.today())


def _figures(room: Path, runs: int, *, fresh: bool) -> Iterator[Figure]:
    yield from planning.national(room, runs)
    yield from looking.commands(room / "minute-0", room / "page.html")
    yield from looking.page_figures(room / "page.html")
    yield from planning.larger(room)
    yield from planning.drawn(room)
    yield from house.complete()
    if fresh:
        yield house.fresh_clone(room / "clone")


if __name__ == "__main__":
    main()
