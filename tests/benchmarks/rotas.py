"""Plans programmes by the command, and lets the independent checker judge what comes out."""

import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.process import ROTA, Run, run


@dataclass(frozen=True)
class Planned:
    """One finished ``rota plan``: its process, and whether ``rota check`` finds the rota whole."""

    run: Run
    folder: Path
    valid: bool

    @property
    def total(self) -> int:
        """Points of all goals, each times its weight."""
        return int(_rows(self.folder / "goals.csv")[-1]["points"])

    @property
    def bound(self) -> int:
        """Points that no rota goes below; 0 where none is known."""
        return int(_rows(self.folder / "goals.csv")[-1]["bound"] or 0)

    @property
    def gap(self) -> float:
        """(total - bound) / total."""
        return (self.total - self.bound) / self.total

    @property
    def curve(self) -> list[tuple[float, int, int | None]]:
        """Seconds, total and bound, as they changed."""
        rows = _rows(self.folder / "curve.csv")
        return [
            (float(row["seconds"]), int(row["total"]), int(row["bound"]) if row["bound"] else None)
            for row in rows
        ]

    @property
    def first_seconds(self) -> float:
        """Seconds from the start of the process to the first whole rota."""
        return float(_rows(self.folder / "curve.csv")[0]["seconds"])

    @property
    def gained(self) -> dict[str, int]:
        """Points that each kind of step gained, as the certificate's stages say it."""
        certificate = json.loads((self.folder / "certificate.json").read_text("utf-8"))
        notes = [stage["note"].partition("points gained:")[2] for stage in certificate["stages"]]
        pairs = [re.findall(r"(\w+) (\d+)", note.partition(";")[0]) for note in notes]
        return {step: int(points) for stage in pairs for step, points in stage}


def plan(programme: Path, folder: Path, seconds: int, seed: str) -> Planned:
    """Plan ``programme`` into ``folder`` in so many seconds, and check the rota."""
    asked = ["--out", str(folder), "--seconds", str(seconds), "--seed", seed]
    planned = run([ROTA, "plan", str(programme), *asked])
    valid = planned.code == 0 and run([ROTA, "check", str(programme), str(folder)]).code == 0
    return Planned(planned, folder, valid)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
