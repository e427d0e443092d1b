"""``rota bound`` as a real process: what is proven, by part and goal, and where a gap lies."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from api.exit_codes import ExitCode
from data import write_programme
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota

Run = Callable[..., subprocess.CompletedProcess[str]]
BODIES = {"ofsted", "hmic", "cqc", "hmi_probation", "hmi_prisons"}


@pytest.fixture(scope="module")
def told(rota_command: Run, programme_folder: Path, rota_folder: Path) -> dict[str, Any]:
    """What the command says of a rota, as JSON."""
    run = rota_command("bound", programme_folder, rota_folder, "--seconds", 20, "--json")
    assert run.returncode == ExitCode.DONE, run.stderr
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def test_every_part_and_every_goal_has_its_bound(told: dict[str, Any]) -> None:
    assert BODIES | {"calendar"} <= {each["part"] for each in told["parts"]}
    assert sum(each["bound"] for each in told["parts"]) == told["bound"]
    assert all(each["seconds"] > 0 for each in told["parts"])
    assert len(told["goals"]) == 6
    assert all(each["bound"] is not None for each in told["goals"])


def test_the_rota_is_not_below_the_bound(
    told: dict[str, Any], programme: Programme, rota: Rota
) -> None:
    total = measure_goals(programme, rota).total
    assert told["rota"]["total"] == total
    assert told["bound"] <= total
    assert told["rota"]["gap"] == pytest.approx((total - told["bound"]) / total)
    assert sum(each["points"] for each in told["rota"]["parts"]) == total
    assert sum(each["points"] for each in told["rota"]["goals"]) == total
    for each in told["rota"]["parts"] + told["rota"]["goals"]:
        assert each["bound"] <= each["points"]


def test_it_says_where_the_gap_lies(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    run = rota_command("bound", programme_folder, rota_folder, "--seconds", 5)
    assert run.returncode == ExitCode.DONE
    assert run.stdout.startswith("No rota has fewer than ")
    assert "Where it lies: " in run.stdout
    assert "in the calendar" in run.stdout
    for word in ("Ofsted", "HMI Prisons", "G1 priority", "G6 level"):
        assert word in run.stdout


def test_a_programme_alone_is_bounded_without_a_rota(
    rota_command: Run, programme_folder: Path
) -> None:
    run = rota_command("bound", programme_folder, "--seconds", 3, "--json")
    assert run.returncode == ExitCode.DONE
    assert "rota" not in json.loads(run.stdout)


def test_a_rota_that_breaks_a_rule_has_no_gap(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    for name in ("inspections.csv", "deployments.csv"):
        lines = (rota_folder / name).read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("A1,ofsted-1,")]
        (tmp_path / name).write_text("".join(kept), "utf-8")
    run = rota_command("bound", programme_folder, tmp_path, "--seconds", 3)
    assert run.returncode == ExitCode.NO
    assert "breaks rules" in run.stderr
    assert run.stdout == ""


def test_a_programme_that_arithmetic_excludes_is_called_impossible(
    rota_command: Run, make_programme: Callable[..., Programme], tmp_path: Path
) -> None:
    nobody = make_programme(2, inspectors={"ofsted": 4, "hmic": 2, "cqc": 1})
    write_programme(nobody, tmp_path / "nobody")
    run = rota_command("bound", tmp_path / "nobody", "--seconds", 3)
    assert run.returncode == ExitCode.IMPOSSIBLE
    assert "impossible" in run.stderr


def test_what_is_no_programme_is_bad_input(rota_command: Run, tmp_path: Path) -> None:
    run = rota_command("bound", tmp_path / "nothing")
    assert run.returncode == ExitCode.BAD_INPUT
