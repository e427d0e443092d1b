"""What ``rota replan`` refuses: bad changes, a broken baseline, a day or a place that cannot be."""

import csv
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from api.exit_codes import ExitCode

Run = Callable[..., subprocess.CompletedProcess[str]]

TODAY = date(2014, 1, 28)
HEADER = "kind,inspector_id,la_code,start,end,reason\n"


@pytest.fixture
def refused(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> Callable[..., str]:
    """What standard error says when a re-plan is refused as bad input, nothing being written."""

    def said(*arguments: object, baseline: Path = rota_folder, today: str = "2014-01-28") -> str:
        out = tmp_path / "out"
        run = rota_command(
            "replan", programme_folder, baseline, "--today", today, "--out", out, *arguments
        )
        assert run.returncode == ExitCode.BAD_INPUT, run.stdout + run.stderr
        assert not out.exists()
        return run.stderr

    return said


def test_every_problem_of_the_changes_is_said_at_once(
    refused: Callable[..., str], tmp_path: Path, secret: str
) -> None:
    path = tmp_path / "changes.csv"
    rows = (
        f"absence,hmic-22,,2014-03-10,2014-03-21,{secret}\n"
        f"deferral,,A1,2014-06-02,,{secret}\n"
        "joiner,nobody,,2014-06-02,,\n"
        "leaver,hmic-1,,2019-06-03,,\n"
    )
    path.write_text(HEADER + rows, "utf-8")
    said = refused("--changes", path)
    assert "changes.csv, row 2, inspector_id: 'hmic-22': unknown inspector id; the nearest" in said
    assert "changes.csv, row 3, la_code: 'A1': held from 2014-01-13 to 2014-01-24" in said
    assert "changes.csv, row 4, inspector_id: 'nobody'" in said
    assert "changes.csv, row 5, start: '2019-06-03': after the programme" in said
    assert secret not in said


@pytest.mark.parametrize("today", ["2014-01-05", "2016-01-01", "soon"])
def test_cannot_replan_on_a_day_outside_the_programme(
    today: str, refused: Callable[..., str]
) -> None:
    assert "today" in refused(today=today)


def test_cannot_replan_a_baseline_that_breaks_a_rule_unless_to_repair_it(
    rota_command: Run,
    refused: Callable[..., str],
    programme_folder: Path,
    rota_folder: Path,
    tmp_path: Path,
) -> None:
    """A3 and A4 lose their only inspector from CQC: two breaches, both said."""
    broken, out = tmp_path / "broken", tmp_path / "mended"
    broken.mkdir()
    keep = ("inspections.csv", "deployments.csv")
    for name in keep:
        shutil.copy(rota_folder / name, broken / name)
    _cut(broken / "inspections.csv", ("la_code", "start"))
    _cut(broken / "deployments.csv", ("la_code", "inspector_id", "role"))
    path = broken / "deployments.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(x for x in lines if x[:8] not in ("A3,cqc-1", "A4,cqc-1")), "utf-8")
    said = refused(baseline=broken)
    assert "the baseline itself breaks rules" in said
    assert said.count("CQC") >= 2
    arguments = ("--today", TODAY, "--out", out, "--repair", "--seconds", 20)
    run = rota_command("replan", programme_folder, broken, *arguments)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "Deployments changed: 2" in run.stdout
    rows = csv.DictReader((out / "differences.csv").read_text("utf-8").splitlines())
    causes = {row["cause"] for row in rows if row["la_code"] == "A3"}
    assert any("breach of R4" in cause for cause in causes)


def _cut(path: Path, columns: tuple[str, ...]) -> None:
    """The file with some of its columns only, as a rota by hand has them."""
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    lines = [columns, *(tuple(row[column] for column in columns) for row in rows)]
    path.write_text("".join(",".join(line) + "\n" for line in lines), "utf-8")


def test_cannot_write_over_the_baseline_or_the_programme(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    for out in (rota_folder, programme_folder):
        run = rota_command("replan", programme_folder, rota_folder, "--today", TODAY, "--out", out)
        assert run.returncode == ExitCode.BAD_INPUT
        assert "would be written over" in run.stderr
    assert (rota_folder / "inspections.csv").is_file()
