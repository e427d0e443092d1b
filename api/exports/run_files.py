"""What a rota's folder tells of the run that made it: certificate, curve and bounds."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from api.exports.csv import CERTIFICATE_FILE, CURVE_FILE
from models.programme import Programme
from models.result import Certificate, CurvePoint, Goals
from models.tables import inputs_sha256


@dataclass(frozen=True)
class RunFiles:
    """The run behind a rota; all of it is absent for a rota written by hand."""

    certificate: Certificate | None = None
    curve: tuple[CurvePoint, ...] = ()
    bounds: tuple[tuple[str, int], ...] = ()

    def bounded(self, goals: Goals) -> Goals:
        """Goals as measured, with the bounds that the run proved."""
        bounds = dict(self.bounds)
        scores = tuple(
            each.model_copy(update={"bound": bounds.get(each.goal)}) for each in goals.scores
        )
        return Goals(scores=scores, bound=bounds.get("total"))


def read_certificate(folder: Path) -> Certificate | None:
    """The certificate in a rota's folder; None where there is none that can be read."""
    try:
        text = (folder / CERTIFICATE_FILE).read_text(encoding="utf-8")
        return Certificate.model_validate_json(text)
    except (OSError, ValueError):
        return None


def day_of_certificate(folder: Path) -> date | None:
    """The day that a re-plan's certificate calls today; None where there is none."""
    certificate = read_certificate(folder)
    try:
        return date.fromisoformat((certificate and certificate.today) or "")
    except ValueError:
        return None


def read_run(folder: Path, programme: Programme) -> RunFiles:
    """The run that made the rota, if its certificate is of this very programme."""
    certificate = read_certificate(folder)
    if certificate is None or certificate.inputs_sha256 != inputs_sha256(programme):
        return RunFiles()
    try:
        return RunFiles(certificate, _read_curve(folder / CURVE_FILE), _read_bounds(folder))
    except (OSError, KeyError, ValueError, csv.Error):
        return RunFiles(certificate)


def _read_curve(path: Path) -> tuple[CurvePoint, ...]:
    return tuple(
        CurvePoint(
            seconds=float(row["seconds"]),
            total=int(row["total"]),
            bound=int(row["bound"]) if row["bound"] else None,
        )
        for row in _rows(path)
    )


def _read_bounds(folder: Path) -> tuple[tuple[str, int], ...]:
    rows = _rows(folder / "goals.csv")
    return tuple((row["goal"], int(row["bound"])) for row in rows if row["bound"])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
