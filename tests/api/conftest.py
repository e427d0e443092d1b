"""A small programme full of traps for whoever prints it, and a rota of it in a folder."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from api.charts import Sheets
from api.completion import complete
from api.exports.csv import write_rota
from data import write_programme
from models.measures import measure_goals
from models.programme import Programme
from models.result import Certificate, CurvePoint, PlanResult, Stage, Status
from models.rota import Rota
from models.tables import inputs_sha256

SEED = "0123456789abcdef0123456789abcdef"
SECRET = "a-reason-that-nobody-may-read"
NASTY = "<b>Alton</b> & <a href='https://elsewhere.example'>go</a> %{y} $x$"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def rota_command() -> Run:
    """The command ``rota`` as a process of its own, to its end."""
    command = Path(sys.executable).with_name("rota")

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [command, *map(str, arguments)],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def programme(make_programme: Callable[..., Programme]) -> Programme:
    """Four authorities in two forces, one with a prison; leave, a change and a concern."""
    places: Sequence[Mapping[str, Any]] = [
        {"police_force_code": "F1", "name": NASTY},
        {"police_force_code": "F1", "region": "North", "deprived_fifth": True},
        {"police_force_code": "F1"},
        {"police_force_code": "F2", "region": "North"},
    ]
    return make_programme(
        places,
        inspectors={
            "ofsted": 9, "hmic": 4, "cqc": 2, "hmi_probation": 2, "hmi_prisons": 1, "hmcpsi": 1,
        },
        people={"ofsted-1": {"name": "=Ann <i>One</i>"}},
        weeks=60,
        policy={"year_quota": {"tolerance": 9}},
        establishments=[
            {"establishment": "Old Hall", "kind": "mother_and_baby_unit", "la_code": "A2"}
        ],
        absences=[
            {"inspector_id": "ofsted-9", "start": date(2014, 3, 3), "end": date(2014, 3, 14),
             "reason": SECRET},
        ],
        conflicts=[{"inspector_id": "ofsted-8", "la_code": "A1", "reason": SECRET}],
        force_changes=[{"police_force_code": "F1", "introduced_on": date(2014, 3, 1)}],
        cps_concerns=[{"la_code": "A4", "recorded_on": date(2014, 1, 20)}],
    )  # fmt: skip


@pytest.fixture(scope="session")
def rota(programme: Programme, make_rota: Callable[..., Rota]) -> Rota:
    """A rota that keeps every rule: A1 reviews F1, A2 does after the change, A4 reviews F2."""
    others = ["cqc-1", "hmi_probation-1"]
    by_hand = make_rota(
        programme,
        {"A1": 1, "A2": 9, "A3": 20, "A4": 54},
        teams={
            "A1": [f"ofsted-{n}" for n in (1, 2, 3, 4)] + ["hmic-1", "hmic-2", *others],
            "A2": [f"ofsted-{n}" for n in (1, 2, 5, 6)]
            + ["hmic-2", "hmic-3", *others, "hmi_prisons-1"],
            "A3": [f"ofsted-{n}" for n in (2, 3, 4, 5)] + ["hmic-1", *others],
            "A4": [f"ofsted-{n}" for n in (6, 7, 8, 9)] + ["hmic-3", "hmic-4", *others],
        },
        cps_activities=[{"la_code": "A4", "inspector_id": "hmcpsi-1", "start": date(2015, 2, 2)}],
    )
    return complete(programme, by_hand)


@pytest.fixture(scope="session")
def result(programme: Programme, rota: Rota) -> PlanResult:
    """The rota as a run would give it."""
    goals = measure_goals(programme, rota)
    scores = tuple(
        each.model_copy(update={"bound": each.points // 2} if each.goal == "travel" else {})
        for each in goals.scores
    )
    certificate = Certificate(
        inputs_sha256=inputs_sha256(programme),
        seed_sha256="",
        versions={"python": "3"},
        limits={"seconds": 60.0},
        status=Status.FEASIBLE,
        stages=(Stage(name="construct", seconds=0.5, objective=goals.total + 9),),
        checker="every rule kept",
        wall_seconds=1.5,
    )
    curve = (
        CurvePoint(seconds=0.5, total=goals.total + 9),
        CurvePoint(seconds=1, total=goals.total),
    )
    bounded = goals.model_copy(update={"scores": scores})
    return PlanResult(
        status=Status.FEASIBLE, rota=rota, goals=bounded, certificate=certificate, curve=curve
    )


@pytest.fixture(scope="session")
def sheets(programme: Programme, result: PlanResult) -> Sheets:
    """What charts and pages of that rota are drawn from."""
    assert result.rota is not None
    assert result.goals is not None
    return Sheets(programme, result.rota, result.goals, result.certificate, result.curve)


@pytest.fixture(scope="session")
def programme_folder(programme: Programme, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programme as a folder."""
    folder = tmp_path_factory.mktemp("programme") / "programme"
    write_programme(programme, folder)
    return folder


@pytest.fixture(scope="session")
def rota_folder(
    programme: Programme, result: PlanResult, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The rota as a folder; read it, never write it."""
    folder = tmp_path_factory.mktemp("rota") / "rota"
    write_rota(folder, programme, result, SEED)
    return folder


@pytest.fixture(scope="session")
def secret() -> str:
    """The reason of every absence and conflict of the programme."""
    return SECRET


@pytest.fixture(scope="session")
def nasty() -> str:
    """The name of authority A1."""
    return NASTY
