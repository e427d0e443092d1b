"""The figures on explanations: impossible programmes of national size, each as a whole process."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data import read_programme, reference_programme, write_programme
from tests.benchmarks.figure import Figure, at_most
from tests.benchmarks.process import ROTA, run
from tests.planner.conflict.impossibles import KINDS

PROGRAMME = "england_2013"
#: Seconds for each explanation at most.
SECONDS = 60


@dataclass(frozen=True)
class Explained:
    """What one run told: when its clash was confirmed, and when it had its first way out."""

    kind: str
    clash: float | None
    way: float | None
    kinds: int
    settled: bool


def explanations(room: Path) -> Iterator[Figure]:
    """Every kind of impossible programme, explained."""
    room.mkdir(parents=True, exist_ok=True)
    done = [_explained(kind, room) for kind in KINDS]
    name = f"impossible explained, England 2013, {len(done)} kinds"
    clashes = [each.clash for each in done if each.clash is not None]
    ways = [each.way for each in done if each.way is not None]
    yield _of(f"{name}: a clash, confirmed", len(clashes), len(done))
    yield at_most(f"{name}: the clash, slowest", max(clashes, default=0), 30, "s")
    yield _of(f"{name}: each member seen to be needed", sum(x.settled for x in done), len(done))
    yield _of(f"{name}: a way out that was tried", len(ways), len(done))
    yield at_most(f"{name}: the first way out, slowest", max(ways, default=0), 60, "s")
    two = sum(each.kinds > 1 for each in done)
    yield Figure(f"{name}: ways out of two kinds or more", "said", f"{two} of {len(done)}")


def _explained(kind: str, room: Path) -> Explained:
    folder = room / kind
    write_programme(KINDS[kind](read_programme(reference_programme(PROGRAMME))), folder)
    # What is told while it runs goes to the same stream, before the answer.
    ended = run([ROTA, "explain", str(folder), "--json", "--seconds", str(SECONDS)])
    if "{\n" not in ended.said:
        print(f"{kind}: exit {ended.code}: {ended.said}", flush=True)
        return Explained(kind, None, None, 0, settled=False)
    told = json.loads(ended.said[ended.said.index("{\n") :])
    clash, ways = told["clash"], told["ways_out"]
    return Explained(
        kind=kind,
        clash=clash["seconds"] if clash and clash["confirmed"] else None,
        way=ways[0]["seconds"] if ways else None,
        kinds=len({each["kind"] for each in ways}),
        settled=bool(clash) and all(each["settled"] for each in clash["members"]),
    )


def _of(name: str, number: int, all_of_them: int) -> Figure:
    target = f"{all_of_them} of {all_of_them}"
    return Figure(name, target, f"{number} of {all_of_them}", number == all_of_them)
