"""The figures on what people send and receive: workbooks read and written, a whole export."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.figure import Figure, at_most
from tests.benchmarks.process import ROTA, run

TRIES = 5
PROGRAMME = "england_2013"
#: Seconds for the rota that is exported.
PLANNED_SECONDS = 10


def sent(room: Path) -> Iterator[Figure]:
    """Each as a whole process on England 2013, medians of a few tries."""
    room.mkdir(parents=True, exist_ok=True)
    rota = room / "rota"
    asked = ["--out", str(rota), "--seconds", str(PLANNED_SECONDS), "--seed", "sent"]
    _done("rota plan", ["plan", PROGRAMME, *asked])
    books = [room / f"book-{number}.xlsx" for number in range(TRIES)]
    writing = [_done("rota template", ["template", str(each), "--from", PROGRAMME])
               for each in books]  # fmt: skip
    yield at_most("rota template --from, a workbook of England 2013", median(writing), None, "s", 2)
    reading = [_done("rota validate", ["validate", str(each)]) for each in books]
    yield at_most("rota validate of that workbook", median(reading), 2, "s", 2)
    counting = [_done("rota capacity", ["capacity", PROGRAMME]) for _ in range(TRIES)]
    yield at_most("rota capacity", median(counting), None, "s", 2)
    exporting = [
        _done("rota export", ["export", PROGRAMME, str(rota), "--out", str(room / f"sent-{each}")])
        for each in range(TRIES)
    ]
    name = "rota export of everything but pictures, 62 people and 152 authorities"
    yield at_most(name, median(exporting), 15, "s", 2)


def _done(name: str, arguments: Sequence[str]) -> float:
    """The seconds of a command that ended well."""
    ended = run([ROTA, *arguments])
    if ended.code:
        raise RuntimeError(f"{name} failed: {ended.said}")
    return ended.seconds
