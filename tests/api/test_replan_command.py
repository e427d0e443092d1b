"""``rota replan`` as a real process: what it refuses, writes and says, and how it ends."""

import csv
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from api.exit_codes import ExitCode
from data import read_changes, read_programme, read_rota
from models.checks import check_rota
from models.differences import applied, undone
from models.folding import fold
from models.programme import Programme
from models.replan import Difference
from models.rota import Rota
from models.tables import inputs_sha256

Run = Callable[..., subprocess.CompletedProcess[str]]

TODAY = date(2014, 1, 28)
#: A1 was held from 13 January; A2 starts on 10 March, A3 on 26 May, A4 on 19 January 2015.
ROWS = "absence,hmic-2,,2014-03-10,2014-03-21,{secret}\n"
HEADER = "kind,inspector_id,la_code,start,end,reason\n"


@pytest.fixture(scope="module")
def changes(secret: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody of HMIC is absent while A2 is inspected."""
    path = tmp_path_factory.mktemp("changes") / "changes.csv"
    path.write_text(HEADER + ROWS.format(secret=secret), "utf-8")
    return path


@pytest.fixture(scope="module")
def replanned(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    changes: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[subprocess.CompletedProcess[str], Path]:
    """One re-plan after that absence: the finished process, and its folder."""
    out = tmp_path_factory.mktemp("replanned") / "rota"
    arguments = ("--changes", changes, "--today", TODAY, "--out", out, "--seconds", 20)
    return rota_command("replan", programme_folder, rota_folder, *arguments), out


def written(out: Path, file: str) -> list[dict[str, str]]:
    with (out / file).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def test_replan_writes_a_rota_what_differs_whom_to_tell_and_the_programme(
    replanned: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    run, out = replanned
    assert run.returncode == ExitCode.DONE, run.stderr
    names = {path.name for path in out.iterdir()}
    assert {"inspections.csv", "differences.csv", "tell.csv", "programme", "seed.txt"} <= names
    assert "every rule kept" in run.stdout
    assert "Slots moved: 0" in run.stdout
    assert "Deployments changed: 1, and fewer is impossible (proven)" in run.stdout
    assert "hmic-2" in run.stdout


def test_what_replan_writes_keeps_every_rule_of_the_folded_programme(
    replanned: tuple[subprocess.CompletedProcess[str], Path],
    programme: Programme,
    rota: Rota,
    changes: Path,
) -> None:
    _, out = replanned
    folded = read_programme(out / "programme")
    told = read_changes(changes, programme, rota, TODAY)
    assert folded == fold(programme, told, rota, TODAY)
    assert [x for x in check_rota(folded, read_rota(out, folded), TODAY) if not x.history] == []


def test_differences_csv_leads_from_the_baseline_to_the_new_rota_and_back(
    replanned: tuple[subprocess.CompletedProcess[str], Path], rota_folder: Path
) -> None:
    _, out = replanned
    folded = read_programme(out / "programme")
    before, after = read_rota(rota_folder, folded), read_rota(out, folded)
    rows = [Difference.model_validate(row) for row in written(out, "differences.csv")]
    assert applied(before, rows) == after
    assert applied(after, undone(rows)) == before
    deployed = {row.item for row in rows if row.item.startswith("deployment ")}
    assert "deployment hmic-2" in deployed
    assert len(deployed) == 2
    news = [row for row in rows if row.item != "force_review_state"]
    assert {row.cause for row in news} == {"absence of hmic-2 from 2014-03-10 to 2014-03-21"}


def test_tell_csv_has_a_row_for_who_goes_and_one_for_who_comes(
    replanned: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    rows = written(replanned[1], "tell.csv")
    assert [row["item"] for row in rows] == ["deployment", "deployment"]
    assert {bool(row["before"]) for row in rows} == {True, False}


def test_the_certificate_is_of_this_question(
    replanned: tuple[subprocess.CompletedProcess[str], Path], programme: Programme, rota: Rota
) -> None:
    _, out = replanned
    certificate = json.loads((out / "certificate.json").read_text("utf-8"))
    assert certificate["inputs_sha256"] == inputs_sha256(read_programme(out / "programme"))
    assert certificate["today"] == "2014-01-28"
    assert certificate["limits"]["seconds"] == 20
    assert len(certificate["baseline_sha256"]) == 64
    reached = {each["name"]: each["reached"] for each in certificate["tiers"]}
    assert (reached["slots"], reached["deployments"]) == (0, 1)


def test_no_reason_is_said_anywhere_but_in_the_folded_programme(
    replanned: tuple[subprocess.CompletedProcess[str], Path], secret: str
) -> None:
    run, out = replanned
    assert secret not in run.stdout + run.stderr
    for path in (each for each in out.iterdir() if each.is_file()):
        assert secret not in path.read_text("utf-8")
    assert secret in (out / "programme" / "absences.csv").read_text("utf-8")


@pytest.mark.parametrize("command", ["check", "roster", "forces"])
def test_other_commands_read_what_replan_wrote(
    command: str, rota_command: Run, replanned: tuple[subprocess.CompletedProcess[str], Path]
) -> None:
    _, out = replanned
    run = rota_command(command, out / "programme", out)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert run.stdout


def test_the_page_of_a_replan_tells_its_run(
    rota_command: Run, replanned: tuple[subprocess.CompletedProcess[str], Path], tmp_path: Path
) -> None:
    _, out = replanned
    run = rota_command("show", out / "programme", out, "--out", tmp_path / "page.html")
    assert run.returncode == ExitCode.DONE, run.stderr
    certificate = json.loads((out / "certificate.json").read_text("utf-8"))
    assert certificate["inputs_sha256"][:12] in (tmp_path / "page.html").read_text("utf-8")


def test_next_week_without_changes_nothing_changes(
    rota_command: Run,
    replanned: tuple[subprocess.CompletedProcess[str], Path],
    tmp_path: Path,
) -> None:
    _, first = replanned
    out = tmp_path / "rota"
    run = rota_command(
        "replan", first / "programme", first, "--today", "04/02/2014", "--out", out, "--seconds", 20
    )
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "Nothing differs from the baseline" in run.stdout
    assert same_csv_files(first, out, besides={"differences.csv", "tell.csv"})
    assert written(out, "differences.csv") == []
    assert written(out, "tell.csv") == []
    assert _contents(first / "programme") == _contents(out / "programme")


def test_an_unchanged_programme_gives_the_baseline_byte_for_byte(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "rota"
    arguments = ("--today", TODAY, "--out", out, "--seconds", 20, "--json")
    run = rota_command("replan", programme_folder, rota_folder, *arguments)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert same_csv_files(rota_folder, out, besides=set())
    said = json.loads(run.stdout)
    assert said["differences"] == []
    assert said["told"] == []
    assert [each["tier"] for each in said["tiers"]][-1] == "goals"
    assert all(each["proven"] for each in said["tiers"][:-1])


def same_csv_files(one: Path, other: Path, besides: set[str]) -> bool:
    """Whether every CSV file of the one, the curve aside, is the same in the other."""
    names = {path.name for path in one.glob("*.csv")} - {"curve.csv"} - besides
    assert names
    return all((one / name).read_bytes() == (other / name).read_bytes() for name in names)


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_authority_that_is_gone_is_dropped_and_its_people_are_told(
    rota_command: Run, programme: Programme, rota_folder: Path, tmp_path: Path
) -> None:
    folder, out = tmp_path / "programme", tmp_path / "rota"
    shutil.copytree(rota_folder, tmp_path / "baseline")
    _without_a4(programme, folder)
    arguments = ("--today", TODAY, "--out", out, "--seconds", 20)
    run = rota_command("replan", folder, tmp_path / "baseline", *arguments)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "the programme has no such authority; it is dropped" in run.stderr
    rows = [row for row in written(out, "differences.csv") if row["la_code"] == "A4"]
    assert {row["cause"] for row in rows} == {"not in the programme"}
    told = [row for row in written(out, "tell.csv") if row["la_code"] == "A4"]
    assert {row["after"] for row in told} == {""}
    assert "hmcpsi-1" in {row["inspector_id"] for row in told}


def _without_a4(programme: Programme, folder: Path) -> None:
    from data import write_programme
    from tests.cases.programmes import changed

    write_programme(
        changed(
            programme,
            authorities=[each for each in programme.authorities if each.la_code != "A4"],
            cps_concerns=(),
        ),
        folder,
    )


def test_a_replan_that_is_stopped_leaves_a_whole_folder_or_none(
    programme_folder: Path, rota_folder: Path, changes: Path, tmp_path: Path
) -> None:
    command = [Path(sys.executable).with_name("rota"), "replan", programme_folder, rota_folder]
    options = ["--changes", changes, "--today", TODAY, "--out", tmp_path / "rota"]
    arguments = [str(each) for each in (*command, *options)]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "replan" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        process.communicate()
    assert process.returncode in (ExitCode.DONE, ExitCode.STOPPED)
    if (tmp_path / "rota").exists():
        assert (tmp_path / "rota" / "programme" / "programme.toml").is_file()
        assert (tmp_path / "rota" / "differences.csv").is_file()
