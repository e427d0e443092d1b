"""What a rota's folder or zip tells of the run that made it: certificate, curve and bounds."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from api.exports.csv import CERTIFICATE_FILE, CURVE_FILE
from data.archive import open_archive
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
    """The certificate in a rota's folder or zip; None where there is none that can be read."""
    try:
        return Certificate.model_validate_json(_text(folder, CERTIFICATE_FILE))
    except (KeyError, OSError, ValueError):
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
        return RunFiles(certificate, _read_curve(folder), _read_bounds(folder))
    except (OSError, KeyError, ValueError, csv.Error):
        return RunFiles(certificate)


def _read_curve(folder: Path) -> tuple[CurvePoint, ...]:
    return tuple(
        CurvePoint(
            seconds=float(row["seconds"]),
            total=int(row["total"]),
            bound=int(row["bound"]) if row["bound"] else None,
        )
        for row in _rows(folder, CURVE_FILE)
    )


def _read_bounds(folder: Path) -> tuple[tuple[str, int], ...]:
    rows = _rows(folder, "goals.csv")
    return tuple((row["goal"], int(row["bound"])) for row in rows if row["bound"])


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_text(folder, name), newline="")))


def _text(folder: Path, name: str) -> str:
    """A file's text. Raises KeyError, OSError or ValueError where there is none to be read."""
    if folder.is_dir():
        return (folder / name).read_text(encoding="utf-8-sig")
    return open_archive(folder)[name].decode("utf-8-sig")
