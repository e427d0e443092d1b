"""``rota plan --start`` and ``--gap`` as a user meets them: real processes, real files."""

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from api.exit_codes import ExitCode
from data import read_programme, read_rota, write_programme
from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota

Run = Callable[..., subprocess.CompletedProcess[str]]
Place = tuple[str, str]


@pytest.fixture
def by_hand(rota: Rota, tmp_path: Path) -> Path:
    """The rota of the small programme as somebody would type it in."""
    slots = [(each.la_code, each.start.strftime("%d/%m/%Y")) for each in rota.inspections]
    people = [(each.la_code, each.inspector_id, each.role.value) for each in rota.deployments]
    return _written(tmp_path / "by_hand", slots, people)


def _written(folder: Path, slots: Sequence[Place], people: Sequence[tuple[str, str, str]]) -> Path:
    folder.mkdir()
    _write(folder / "inspections.csv", ("la_code", "start"), slots)
    _write(folder / "deployments.csv", ("la_code", "inspector_id", "role"), people)
    return folder


def _write(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    path.write_text("".join(",".join(row) + "\n" for row in (columns, *rows)), "utf-8")


def test_a_rota_by_hand_that_keeps_every_rule_only_gets_better(
    rota_command: Run, programme_folder: Path, by_hand: Path, tmp_path: Path
) -> None:
    out = tmp_path / "rota"
    run = rota_command(
        "plan", programme_folder, "--out", out, "--seconds", 3, "--start", by_hand, "--json"
    )
    assert run.returncode == ExitCode.DONE, run.stderr
    said = json.loads(run.stdout)
    programme = read_programme(programme_folder)
    before = measure_goals(programme, read_rota(by_hand, programme)).total
    assert said["notes"] == []
    assert said["goals"]["total"] <= before
    assert check_rota(programme, read_rota(out, programme)) == ()
    certificate = json.loads((out / "certificate.json").read_text("utf-8"))
    assert len(certificate["start_sha256"]) == 64
    assert "was taken as it is" in json.dumps(certificate["stages"])


def test_a_broken_rota_is_mended_and_it_is_said_what(
    rota_command: Run, programme_folder: Path, by_hand: Path, tmp_path: Path
) -> None:
    path = by_hand / "inspections.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("A4")), "utf-8")
    out = tmp_path / "rota"
    run = rota_command("plan", programme_folder, "--out", out, "--seconds", 3, "--start", by_hand)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "The rota to start from broke R1 universal" in run.stdout
    assert "Dunley (A4): starts on" in run.stdout
    assert "having had no slot" in run.stdout
    programme = read_programme(programme_folder)
    assert check_rota(programme, read_rota(out, programme)) == ()
    assert "Dunley (A4): starts on" in (out / "certificate.json").read_text("utf-8")


def test_cannot_start_from_a_rota_of_another_programme(
    rota_command: Run,
    make_programme: Callable[..., Programme],
    by_hand: Path,
    tmp_path: Path,
) -> None:
    others = [{"la_code": f"X{number}"} for number in range(1, 5)]
    write_programme(make_programme(others), tmp_path / "programme")
    out = tmp_path / "rota"
    run = rota_command("plan", tmp_path / "programme", "--out", out, "--start", by_hand)
    assert run.returncode == ExitCode.BAD_INPUT
    assert "a rota of another programme" in run.stderr
    assert not out.exists()


def test_cannot_start_from_a_rota_with_somebody_unknown(
    rota_command: Run, programme_folder: Path, by_hand: Path, tmp_path: Path
) -> None:
    path = by_hand / "deployments.csv"
    path.write_text(path.read_text("utf-8") + "A1,ofsted-99,member\n", "utf-8")
    out = tmp_path / "rota"
    run = rota_command("plan", programme_folder, "--out", out, "--start", by_hand)
    assert run.returncode == ExitCode.BAD_INPUT
    assert "ofsted-99" in run.stderr
    assert "deployments.csv" in run.stderr
    assert not out.exists()


def test_a_run_to_a_gap_says_what_gap_it_reached(rota_command: Run, tmp_path: Path) -> None:
    folder, out = tmp_path / "programme", tmp_path / "rota"
    assert rota_command("draw", folder, "--authorities", 20, "--seed", 3).returncode == 0
    run = rota_command("plan", folder, "--out", out, "--seconds", 60, "--gap", 0.35, "--workers", 1)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert ": a gap of " in run.stdout
    assert "  gap " in run.stderr
    certificate = json.loads((out / "certificate.json").read_text("utf-8"))
    assert certificate["limits"]["gap"] == 0.35
    assert certificate["status"] == "feasible"
    assert certificate["stages"][-1]["name"] == "gap"
    curve = (out / "curve.csv").read_text("utf-8").splitlines()[1:]
    total, bound = map(int, curve[-1].split(",")[1:])
    assert (total - bound) / total <= 0.35


@pytest.mark.parametrize("gap", ["1", "-0.1", "8", "nan", "much"])
def test_cannot_plan_to_a_gap_that_is_no_share(
    rota_command: Run, programme_folder: Path, tmp_path: Path, gap: str
) -> None:
    out = tmp_path / "rota"
    run = rota_command("plan", programme_folder, "--out", out, f"--gap={gap}")
    assert run.returncode == ExitCode.BAD_INPUT
    assert "--gap" in run.stderr
    assert not out.exists()
