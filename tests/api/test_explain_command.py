"""``rota explain`` as a real process: what it says, writes, and how it ends."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from api.exit_codes import ExitCode
from data import read_programme, write_programme
from data.draw import draw_programme
from models.programme import Programme
from planner.arithmetic import impossibilities
from tests.cases.programmes import monday
from tests.planner.conflict.impossibles import cqc_away_at_pins

Run = Callable[..., subprocess.CompletedProcess[str]]
#: Two pins in one force a week apart, where four weeks are the least.
PINS = [
    {"la_code": "A1", "start": monday(4)},
    {"la_code": "A2", "start": monday(5)},
]


@pytest.fixture(scope="module")
def impossible(
    make_programme: Callable[..., Programme], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A programme with two pins that cannot both hold."""
    folder = tmp_path_factory.mktemp("impossible") / "programme"
    rows = [{"police_force_code": "F1"}, {"police_force_code": "F1"}]
    people = {"ofsted": 8, "hmic": 4, "cqc": 2, "hmi_probation": 2}
    write_programme(make_programme(rows, inspectors=people, pins=PINS), folder)
    return folder


def test_says_what_clashes_and_what_helps(rota_command: Run, impossible: Path) -> None:
    run = rota_command("explain", impossible, "--workers", 1)
    assert run.returncode == ExitCode.IMPOSSIBLE
    lines = run.stdout.splitlines()
    assert lines[0] == "impossible: no rota keeps every rule"
    assert lines[1].startswith("F1 Police (F1): 2 inspections must start from ")
    assert lines[2] == "These cannot be kept together; without any one of them the others can:"
    assert "What helps; with each, a rota was found that keeps every rule:" in lines
    ways = [line for line in lines if line[:4].strip().rstrip(".").isdecimal()]
    assert len(ways) >= 2
    assert "lifted" in ways[0]


def test_says_the_same_as_json(rota_command: Run, impossible: Path) -> None:
    run = rota_command("explain", impossible, "--workers", 1, "--json")
    assert run.returncode == ExitCode.IMPOSSIBLE
    told = json.loads(run.stdout)
    assert told["status"] == "impossible"
    assert told["clash"]["confirmed"] is True
    assert [each["rule"] for each in told["clash"]["members"]] == [
        "force_spacing",
        "pinned",
        "pinned",
    ]
    assert len({each["kind"] for each in told["ways_out"]}) >= 2


def test_keeps_the_programme_of_the_first_way_out(
    rota_command: Run, impossible: Path, tmp_path: Path
) -> None:
    run = rota_command("explain", impossible, "--workers", 1, "--out", tmp_path / "changed")
    assert run.returncode == ExitCode.IMPOSSIBLE
    assert impossibilities(read_programme(impossible))
    changed = read_programme(tmp_path / "changed")
    assert len(changed.pins) == 1
    assert not impossibilities(changed)


def test_refuses_a_folder_that_is_taken(
    rota_command: Run, impossible: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine").write_text("mine")
    run = rota_command("explain", impossible, "--out", tmp_path)
    assert run.returncode == ExitCode.BAD_INPUT
    assert "already and not empty" in run.stderr


def test_says_that_a_rota_exists(rota_command: Run, programme_folder: Path) -> None:
    run = rota_command("explain", programme_folder, "--workers", 1)
    assert run.returncode == ExitCode.DONE
    headline, sentence = run.stdout.splitlines()
    assert headline == "not impossible: a rota exists"
    assert sentence.endswith("nothing needs explaining.")


def test_never_guesses_when_time_is_short(rota_command: Run, tmp_path: Path) -> None:
    # Nothing that arithmetic sees, and a second is over once so large a programme is read.
    large = cqc_away_at_pins(draw_programme(608, "1"))
    write_programme(large, tmp_path / "large")
    run = rota_command("explain", tmp_path / "large", "--seconds", 1, "--workers", 1)
    assert run.returncode == ExitCode.OUT_OF_TIME
    assert run.stdout.startswith("not proven impossible")


def test_explains_a_re_plan(rota_command: Run, programme_folder: Path, tmp_path: Path) -> None:
    rota = tmp_path / "rota"
    planned = rota_command("plan", programme_folder, "--out", rota, "--seconds", 6, "--gap", 0.99)
    assert planned.returncode == ExitCode.DONE
    changes = tmp_path / "changes.csv"
    away = "".join(f"absence,cqc-{n},2014-01-07,2016-01-01\n" for n in (1, 2))
    changes.write_text(f"kind,inspector_id,start,end\n{away}")
    given = ["--changes", changes, "--today", "2014-01-06", "--workers", 1]
    run = rota_command("explain", programme_folder, rota, *given)
    assert run.returncode == ExitCode.IMPOSSIBLE, run.stdout + run.stderr
    assert "R10, available: absent: CQC 1 (cqc-1) from 7 January 2014" in run.stdout
    assert "1 more CQC inspector" in run.stdout


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--today", "2014-01-06"], "give BASELINE too"),
        (["rota"], "--today says what has begun"),
    ],
)
def test_refuses_half_a_question(
    rota_command: Run, programme_folder: Path, given: list[str], said: str
) -> None:
    run = rota_command("explain", programme_folder, *given)
    assert run.returncode == ExitCode.BAD_INPUT
    assert said in run.stderr
