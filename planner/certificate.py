"""The certificate: what was asked, with what, and what was found."""

import platform
from importlib.metadata import PackageNotFoundError, version

from models.programme import Programme
from models.result import Certificate, Status
from models.tables import inputs_sha256, rota_sha256
from planner.report import Report
from planner.seed import seed_sha256

_PACKAGES = ("rota-planner", "ortools", "numpy", "pydantic", "holidays")


def certificate(
    programme: Programme, seed: str, status: Status, verdict: str, report: Report
) -> Certificate:
    """Everything needed to repeat the run and to doubt it; of the seed only its hash."""
    options = report.options
    return Certificate(
        inputs_sha256=inputs_sha256(programme),
        seed_sha256=seed_sha256(seed),
        versions={"python": platform.python_version(), **_versions()},
        limits={
            "seconds": options.seconds,
            "workers": options.workers or "one a core",
            "gap": options.gap,
            "counted in": "work" if options.repeatable else "seconds",
        },
        status=status,
        stages=tuple(report.stages),
        checker=verdict,
        wall_seconds=round(report.clock.now(), 3),
        start_sha256=None if options.start is None else rota_sha256(options.start),
    )


def _versions() -> dict[str, str]:
    found = {}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed as a package"
    return found
