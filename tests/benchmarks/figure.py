"""A measured figure beside its target, and the table that shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.benchmarks.machine import machine


@dataclass(frozen=True)
class Figure:
    """One row of the table; ``met`` is None where there is no target to meet."""

    name: str
    target: str
    measured: str
    met: bool | None = None

    def __str__(self) -> str:
        """The row as people read it on a terminal."""
        return f"{self.name}: {self.measured} (target: {self.target}) {_verdict(self)}".rstrip()


def at_most(name: str, measured: float, most: float | None, unit: str, digits: int = 1) -> Figure:
    """A figure that should not pass ``most``, both in ``unit``; None where nothing was promised."""
    if most is None:
        return Figure(name, "said", f"{measured:,.{digits}f} {unit}".rstrip())
    return Figure(
        name,
        f"at most {most:,g} {unit}".rstrip(),
        f"{measured:,.{digits}f} {unit}".rstrip(),
        measured <= most,
    )


def at_least(name: str, measured: float, least: float | None, unit: str) -> Figure:
    """A whole figure that should reach ``least``; None where nothing was promised."""
    if least is None:
        return Figure(name, "said", f"{measured:,.0f} {unit}")
    target = f"at least {least:,g} {unit}"
    return Figure(name, target, f"{measured:,.0f} {unit}", measured >= least)


def write_results(
    path: Path, figures: Iterable[Figure], legend: Iterable[str], today: date
) -> None:
    """Write the figures as a Markdown page, with the machine and the day."""
    path.write_text("\n".join(_page(figures, legend, today)) + "\n", "utf-8")


def _page(figures: Iterable[Figure], legend: Iterable[str], today: date) -> Iterator[str]:
    yield "# Results"
    yield ""
    yield f"Measured by `make bench` on {today}, each figure as a whole process from its start."
    yield f"Machine: {machine()}. Several seeds: the median, and in brackets each."
    yield ""
    yield from (f"- {line}" for line in legend)
    yield ""
    yield "| figure | target | measured | |"
    yield "|---|---|---|---|"
    for each in figures:
        yield f"| {each.name} | {each.target} | {each.measured} | {_verdict(each)} |"


def _verdict(figure: Figure) -> str:
    return {True: "met", False: "missed", None: ""}[figure.met]
