"""``rota options`` and ``rota take`` as real processes: what they write, say and refuse."""

import csv
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from api.exit_codes import ExitCode
from data import read_programme, read_rota
from models.checks import check_rota
from tests.api.test_replan_command import HEADER, ROWS, TODAY

Run = Callable[..., subprocess.CompletedProcess[str]]
Found = tuple[subprocess.CompletedProcess[str], Path]


@pytest.fixture(scope="module")
def changes(secret: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody of HMIC is absent while A2 is inspected."""
    path = tmp_path_factory.mktemp("changes") / "changes.csv"
    path.write_text(HEADER + ROWS.format(secret=secret), "utf-8")
    return path


@pytest.fixture(scope="module")
def options(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    changes: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Found:
    """The ways after that absence: the finished process, and its folder."""
    out = tmp_path_factory.mktemp("options") / "ways"
    arguments = ("--changes", changes, "--today", TODAY, "--out", out, "--seconds", 30, "--json")
    return rota_command("options", programme_folder, rota_folder, *arguments), out


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def test_options_writes_a_folder_for_each_way_and_a_table(options: Found) -> None:
    run, out = options
    assert run.returncode == ExitCode.DONE, run.stderr
    rows = rows_of(out / "options.csv")
    numbers = [row["way"] for row in rows]
    assert numbers == [str(place) for place in range(1, len(rows) + 1)]
    assert len(rows) > 1
    assert {path.name for path in out.iterdir()} == {*numbers, "options.csv"}
    for number in numbers:
        names = {path.name for path in (out / number).iterdir()}
        assert {"inspections.csv", "differences.csv", "tell.csv", "programme", "seed.txt"} <= names


def test_the_table_counts_what_each_folder_holds(options: Found) -> None:
    _, out = options
    for row in rows_of(out / "options.csv"):
        folder = out / row["way"]
        told = rows_of(folder / "tell.csv")
        assert int(row["people"]) == len({each["inspector_id"] for each in told})
        deployed = rows_of(folder / "deployments.csv")
        assert int(row["km"]) == sum(int(each["km"]) for each in deployed)
        assert row["points"] == rows_of(folder / "goals.csv")[-1]["points"]
        certificate = json.loads((folder / "certificate.json").read_text("utf-8"))
        reached = {tier["name"]: tier["reached"] for tier in certificate["tiers"]}
        assert int(row["slots_moved"]) == reached["slots"]
        assert int(row["deployments_changed"]) == reached["deployments"]
        assert row["status"] == certificate["status"]


def test_every_way_keeps_every_rule(options: Found) -> None:
    _, out = options
    for row in rows_of(out / "options.csv"):
        folded = read_programme(out / row["way"] / "programme")
        rota = read_rota(out / row["way"], folded)
        assert [each for each in check_rota(folded, rota, TODAY) if not each.history] == []


def test_the_first_way_is_what_replan_writes(
    options: Found,
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    changes: Path,
    tmp_path: Path,
) -> None:
    _, out = options
    seed = (out / "1" / "seed.txt").read_text("utf-8").strip()
    arguments = ("--changes", changes, "--today", TODAY, "--seed", seed, "--out", tmp_path / "rota")
    assert rota_command("replan", programme_folder, rota_folder, *arguments).returncode == 0
    for path in (tmp_path / "rota").glob("*.csv"):
        if path.name != "curve.csv":
            assert (out / "1" / path.name).read_bytes() == path.read_bytes(), path.name


def test_json_tells_of_each_way_whom_it_disturbs(options: Found) -> None:
    run, out = options
    said = json.loads(run.stdout)
    assert said["folder"] == str(out)
    people = [way["people"] for way in said["ways"]]
    assert len({tuple(each) for each in people}) == len(people)
    assert all("hmic-2" in each for each in people)
    assert [len(each) for each in people] == [
        int(row["people"]) for row in rows_of(out / "options.csv")
    ]


def test_no_reason_is_said_anywhere_but_in_the_folded_programmes(
    options: Found, secret: str
) -> None:
    run, out = options
    assert secret not in run.stdout + run.stderr
    for path in (each for each in out.rglob("*") if each.is_file()):
        if path.parent.name != "programme":
            assert secret not in path.read_text("utf-8"), path


def test_where_nothing_changes_there_is_one_way_and_it_is_said(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    arguments = ("--today", TODAY, "--out", tmp_path / "ways", "--seconds", 20)
    run = rota_command("options", programme_folder, rota_folder, *arguments)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "1 way as of 2014-01-28" in run.stdout
    assert "One way alone: it disturbs nobody" in run.stdout
    assert len(rows_of(tmp_path / "ways" / "options.csv")) == 1


def test_options_does_not_replace_a_folder_of_something_else(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "ways" / "1").mkdir(parents=True)
    kept = tmp_path / "ways" / "1" / "diary.txt"
    kept.write_text("mine", "utf-8")
    arguments = ("--today", TODAY, "--out", tmp_path / "ways")
    run = rota_command("options", programme_folder, rota_folder, *arguments)
    assert run.returncode == ExitCode.BAD_INPUT
    assert "diary.txt" in run.stderr
    assert kept.read_text("utf-8") == "mine"


def test_take_copies_a_way_whole(options: Found, rota_command: Run, tmp_path: Path) -> None:
    _, out = options
    run = rota_command("take", out, 2, "--out", tmp_path / "rota")
    assert run.returncode == ExitCode.DONE, run.stderr
    assert contents(tmp_path / "rota") == contents(out / "2")
    assert (tmp_path / "rota" / "seed.txt").stat().st_mode & 0o077 == 0
    checked = rota_command("check", tmp_path / "rota" / "programme", tmp_path / "rota")
    assert checked.returncode == ExitCode.DONE, checked.stdout


def test_what_was_taken_may_be_taken_over_and_replanned_next_week(
    options: Found, rota_command: Run, tmp_path: Path
) -> None:
    _, out = options
    for number in (2, 1):
        assert rota_command("take", out, number, "--out", tmp_path / "rota").returncode == 0
    assert contents(tmp_path / "rota") == contents(out / "1")
    taken, again = tmp_path / "rota", tmp_path / "again"
    run = rota_command(
        "replan", taken / "programme", taken, "--today", "2014-02-04", "--out", again
    )
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "Nothing differs from the baseline" in run.stdout


@pytest.mark.parametrize("number", ["0", "6", "9", "two", "-1", "../1"])
def test_a_way_that_is_not_there_is_refused_in_one_sentence(
    number: str, options: Found, rota_command: Run, tmp_path: Path
) -> None:
    _, out = options
    run = rota_command("take", "--out", tmp_path / "rota", out, "--", number)
    assert run.returncode == ExitCode.BAD_INPUT
    assert f"holds no way {number!r}: it has 1" in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert not (tmp_path / "rota").exists()


def test_take_refuses_what_options_did_not_write(
    rota_command: Run, rota_folder: Path, tmp_path: Path
) -> None:
    run = rota_command("take", rota_folder, 1, "--out", tmp_path / "rota")
    assert run.returncode == ExitCode.BAD_INPUT
    assert "holds no options.csv" in run.stderr


@pytest.mark.parametrize("where", [".", "1", "2/new"])
def test_take_does_not_write_over_the_ways(
    where: str, options: Found, rota_command: Run, tmp_path: Path
) -> None:
    ways = tmp_path / "ways"
    shutil.copytree(options[1], ways)
    before = contents(ways)
    run = rota_command("take", ways, 2, "--out", ways / where)
    assert run.returncode == ExitCode.BAD_INPUT
    assert "would be written over" in run.stderr
    assert contents(ways) == before


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
