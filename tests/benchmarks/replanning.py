"""The figures on re-plans: seconds from process start to exit, and whether less was impossible."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from data import read_programme, read_rota
from data.reference import reference_programme
from models.inspectorate import Inspectorate
from tests.benchmarks.figure import Figure
from tests.benchmarks.happenings import Draws, Happening
from tests.benchmarks.process import ROTA, run

PROGRAMME = "england_2013"
#: Seconds for the baseline, and for each re-plan at most.
BASELINE_SECONDS, SECONDS = 10, 30
#: Absences of one person, and of those cases in which so much is away that a slot must move.
ABSENCES, TIGHT = 88, 12
#: Cases of each other kind.
CASES = 5
#: The exit code that says that there is no rota.
IMPOSSIBLE = 3
COLUMNS = ("kind", "inspector_id", "la_code", "police_force_code", "inspectorate", "role",
           "start", "end", "reason")  # fmt: skip


@dataclass(frozen=True)
class Replanned:
    """One finished ``rota replan``: its exit code, its seconds, and its tiers as it says them."""

    code: int
    seconds: float
    tiers: dict[str, tuple[int, int]]

    @property
    def is_least(self) -> bool:
        """Whether slots and deployments are proven least, the frozen too, or no rota there is."""
        if self.code == IMPOSSIBLE:
            return True
        four = ("frozen_slots", "frozen_deployments", "slots", "deployments")
        return all(name in self.tiers and len({*self.tiers[name]}) == 1 for name in four)

    @property
    def slots(self) -> int:
        """How many slots move; none where there is no rota."""
        return self.tiers.get("slots", (0, 0))[0]


class Bench:
    """One baseline, and re-plans from it in folders of their own."""

    def __init__(self, room: Path) -> None:
        self.room, self.baseline, self.done = room, room / "baseline", 0
        asked = ["--out", str(self.baseline), "--seconds", str(BASELINE_SECONDS), "--seed", "base"]
        run([ROTA, "plan", PROGRAMME, *asked])
        programme = read_programme(reference_programme(PROGRAMME))
        self.draws = Draws(programme, read_rota(self.baseline, programme), seed=5)

    def replan(self, happening: Happening) -> Replanned:
        """Re-plan one happening by the command, and have the checker look at what it wrote."""
        self.done += 1
        out = self.room / f"replan-{self.done}"
        changes = self._written(happening, self.room / f"changes-{self.done}.csv")
        asked = ["--changes", str(changes), "--today", str(happening.today), "--out", str(out)]
        command = [ROTA, "replan", PROGRAMME, str(self.baseline), *asked, "--seed", "bench"]
        ended = run([*command, "--seconds", str(SECONDS)])
        if ended.code == IMPOSSIBLE:
            return Replanned(ended.code, ended.seconds, {})
        if ended.code != 0:
            print(f"{happening}: exit {ended.code}: {ended.said}", flush=True)
            return Replanned(ended.code, ended.seconds, {})
        check = [ROTA, "check", str(out / "programme"), str(out), "--today", str(happening.today)]
        tiers = json.loads((out / "certificate.json").read_text("utf-8"))["tiers"]
        said = {each["name"]: (each["reached"], each["least"]) for each in tiers}
        return Replanned(run(check).code, ended.seconds, said)

    def _written(self, happening: Happening, path: Path) -> Path:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(happening.rows)
        return path


def replans(room: Path) -> Iterator[Figure]:
    """Every figure on re-plans, on one baseline of England 2013."""
    room.mkdir(parents=True, exist_ok=True)
    bench = Bench(room)
    yield from absences(bench)
    draws = bench.draws
    yield from _kind(bench, "a leaver", draws.leaver, 15)
    yield from _kind(bench, "three changes at once", draws.three, 15)
    blackout = partial(draws.blackout, of_force=True, weeks=4)
    yield from _kind(bench, "a blackout of a force for a month", blackout, 15)
    yield from _kind(bench, "somebody lost on site", draws.lost, 15)
    yield from _kind(bench, "deferral of a force's first inspection", draws.deferral, 10)
    yield unchanged(bench)


def absences(bench: Bench) -> Iterator[Figure]:
    """Absences of one to four weeks: of one person, and such that a slot must move."""
    alone = [bench.replan(bench.draws.absence()) for _ in range(ABSENCES)]
    tight = [bench.replan(each) for each in _tight(bench.draws)]
    seconds = sorted(each.seconds for each in alone)
    name = f"re-plan after one person's absence of one to four weeks, {len(alone)} drawn cases"
    yield _seconds(f"{name}: median", median(seconds), 2)
    yield _seconds(f"{name}: 95 % within", seconds[-(-95 * len(seconds) // 100) - 1], 10)
    yield _least(name, alone)
    yield _valid(name, alone)
    name = "re-plan after a blackout of an authority or an absence of a whole inspectorate"
    yield _seconds(
        f"{name}, {len(tight)} drawn cases: median", median(x.seconds for x in tight), 10
    )
    yield _least(name, tight)
    yield _valid(name, tight)


def _least(name: str, done: Sequence[Replanned]) -> Figure:
    moved = sum(each.slots > 0 for each in done)
    least = sum(each.is_least for each in done)
    return Figure(
        f"{name}: slots and deployments proven least ({moved} of them move a slot)",
        f"{len(done)} of {len(done)}",
        f"{least} of {len(done)}",
        least == len(done),
    )


def _tight(draws: Draws) -> Iterator[Happening]:
    """Cases in which a slot must move."""
    for number in range(TIGHT):
        if number % 3 == 0:
            yield draws.blackout(of_force=False, weeks=draws.random.randint(1, 4))
        else:
            probation = number % 3 == 1
            yield draws.whole_body(
                Inspectorate.HMI_PROBATION if probation else Inspectorate.HMI_PRISONS
            )


def _kind(
    bench: Bench, name: str, draw: Callable[[], Happening], seconds: float
) -> Iterator[Figure]:
    done = [bench.replan(draw()) for _ in range(CASES)]
    longest = max(each.seconds for each in done)
    yield _seconds(f"re-plan after {name}, longest of {CASES}", longest, seconds)
    least, none = sum(x.is_least for x in done), sum(x.code == IMPOSSIBLE for x in done)
    said = f"{least} of {CASES} proven" + f", {none} of them impossible" * (none > 0)
    answered = all(each.code in (0, IMPOSSIBLE) for each in done)
    yield Figure(f"re-plan after {name}: proven least", "proven or gap said", said, answered)
    yield _valid(f"re-plan after {name}", done)


def unchanged(bench: Bench) -> Figure:
    """Whether the CSV files of a re-plan without changes are those of the baseline."""
    happening = Happening(bench.draws.programme.start, ())
    bench.replan(happening)
    out = bench.room / f"replan-{bench.done}"
    names = sorted(path.name for path in bench.baseline.glob("*.csv") if path.name != "curve.csv")
    same = [
        name for name in names if (out / name).read_bytes() == (bench.baseline / name).read_bytes()
    ]
    other = ", ".join(sorted({*names} - {*same}))
    return Figure(
        "re-plan of an unchanged programme: its CSV files are the baseline's, byte for byte",
        f"{len(names)} of {len(names)}",
        f"{len(same)} of {len(names)}" + (f", not {other}" if other else ""),
        same == names,
    )


def _seconds(name: str, seconds: float, most: float) -> Figure:
    return Figure(name, f"at most {most:g} s", f"{seconds:.2f} s", seconds <= most)


def _valid(name: str, done: Sequence[Replanned]) -> Figure:
    rotas = [each for each in done if each.code != IMPOSSIBLE]
    good = sum(each.code == 0 for each in rotas)
    met = good == len(rotas)
    words = f"{good} of {len(rotas)}"
    return Figure(f"{name}: rotas that rota check passes", "all", words, met)
