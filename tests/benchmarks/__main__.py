"""Measures every figure that is promised and writes RESULTS.md: ``python -m tests.benchmarks``."""

import argparse
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.benchmarks import curves, explaining, house, looking, planning, replanning, sending
from tests.benchmarks.figure import Figure, write_results

RESULTS = Path(__file__).parent / "RESULTS.md"
CURVES = Path(__file__).parents[2] / "docs" / "curves.png"


def main() -> None:
    """Measure, print each figure as it comes, and write them all down."""
    asked = _arguments()
    figures = []
    with tempfile.TemporaryDirectory() as room:
        for figure in _figures(Path(room), asked):
            print(figure, flush=True)
            figures.append(figure)
            # So that a run that is broken off leaves what it has measured.
            write_results(RESULTS, figures, planning.legend(), date.today())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="seeds of each budget")
    parser.add_argument("--long-runs", type=int, help="seeds of those of two minutes and more")
    parser.add_argument("--fresh", action="store_true", help="also time make rota in a new clone")
    return parser.parse_args()


def _figures(room: Path, asked: argparse.Namespace) -> Iterator[Figure]:
    done: planning.Runs = {}
    yield from planning.quick(room)
    yield from planning.planned(room, asked.runs, asked.long_runs or asked.runs, done)
    yield from planning.growth(done)
    curves.picture(done, CURVES)
    yield from looking.commands(room / "n152-60-0", room / "page.html")
    yield from looking.page_figures(room / "page.html")
    yield from planning.drawn(room)
    yield from replanning.replans(room / "replans")
    yield from explaining.explanations(room / "explained")
    yield from sending.sent(room / "sent")
    yield from house.complete()
    if asked.fresh:
        yield house.fresh_clone(room / "clone")


if __name__ == "__main__":
    main()
