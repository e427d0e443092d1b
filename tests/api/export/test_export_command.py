"""``rota export``, as its users run it."""

import csv
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
ReadCalendar = Callable[[bytes], tuple[Any, ...]]

EARLY = ("--today", "2014-03-03", "--exported-by", "Ann")


def _index(folder: Path) -> list[dict[str, str]]:
    with (folder / "index.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_export_says_what_it_wrote_and_keeps_to_the_forms_and_cuts_asked(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    done = rota_command(
        "export", programme_folder, rota_folder, "--out", out, "--format", "csv, html",
        "--by", "force,inspectorate", "--classification", "OFFICIAL", "--json", *EARLY,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["exported_by"] == "Ann"
    assert said["classification"] == "OFFICIAL"
    rows = _index(out)
    assert {row["form"] for row in rows} == {"csv", "html"}
    assert {row["cut"] for row in rows} == {"force", "inspectorate"} == set(said["files"])
    assert sum(said["files"].values()) == len(rows)
    assert not (out / "kept").exists()
    assert "Exported by: Ann" in (out / "MARKING.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "pdf"), "unknown form 'pdf'"),
        (("--by", "region"), "unknown cut 'region'"),
        (("--format", ""), "no form is asked for"),
        (("--classification", "A\nB"), "classification must be one line"),
        (("--exported-by", " "), "name of who exports must be one line"),
        (("--previous", "nowhere"), "nowhere holds neither"),
    ],
)
def test_export_refuses_in_one_sentence_and_writes_nothing(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    tmp_path: Path,
    options: tuple[str, ...],
    said: str,
) -> None:
    out = tmp_path / "out"
    done = rota_command("export", programme_folder, rota_folder, "--out", out, *options)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_export_refuses_to_write_over_a_rota_or_over_last_weeks_index(
    rota_command: Run, programme_folder: Path, rota_folder: Path, week_1: Path
) -> None:
    over_rota = rota_command("export", programme_folder, rota_folder, "--out", rota_folder)
    over_week = rota_command(
        "export", programme_folder, rota_folder, "--out", week_1, "--previous", week_1
    )
    assert (over_rota.returncode, over_week.returncode) == (2, 2)
    assert "give another folder" in over_rota.stderr
    assert "give another folder" in over_week.stderr


def test_export_never_writes_over_calendars_that_people_were_sent(
    rota_command: Run, programme_folder: Path, rota_folder: Path, week_1: Path, tmp_path: Path
) -> None:
    week = tmp_path / "week"
    shutil.copytree(week_1, week)
    asked = ("--out", week, "--format", "csv", "--by", "whole", *EARLY)
    done = rota_command("export", programme_folder, rota_folder, *asked)
    assert done.returncode == 2
    assert "holds the calendars that people were sent" in done.stderr
    assert (week / "kept" / "calendars.csv").is_file()


@pytest.mark.parametrize("rows", [0.5, 0.9, -1])
def test_export_refuses_a_week_whose_ledger_is_cut_off(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    week_1: Path,
    tmp_path: Path,
    rows: float,
) -> None:
    week = tmp_path / "week"
    shutil.copytree(week_1, week)
    ledger = week / "kept" / "calendars.csv"
    lines = ledger.read_text("utf-8").splitlines(keepends=True)
    left = lines[:-1] if rows < 0 else lines[: int(rows * len(lines))]
    ledger.write_text("".join(left), encoding="utf-8")
    asked = ("--out", tmp_path / "2", "--format", "ics", "--previous", week)
    done = rota_command("export", programme_folder, rota_folder, *asked)
    assert done.returncode == 2
    assert "cannot be read as an export wrote it" in done.stderr


def test_next_week_moves_what_moved_and_takes_back_what_is_gone(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    week_1: Path,
    tmp_path: Path,
    read_calendar: ReadCalendar,
) -> None:
    changed = tmp_path / "rota"
    shutil.copytree(rota_folder, changed)
    for name in ("deployments.csv", "attendance.csv"):
        lines = (changed / name).read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not ("A3" in line and "hmic-1," in line)]
        (changed / name).write_text("".join(kept), encoding="utf-8")
        assert len(kept) < len(lines)
    (changed / "roster.csv").unlink()
    out = tmp_path / "2"
    done = rota_command(
        "export", programme_folder, changed, "--out", out, "--format", "ics", *EARLY,
        "--previous", week_1,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    before, after = (_calendar_of("hmic-1", folder, read_calendar) for folder in (week_1, out))
    gone = {uid for uid, each in after.items() if each.status == "CANCELLED"}
    assert before.keys() == after.keys()
    # One busy period and at least one run of days on site.
    assert len(gone) >= 2
    for uid, each in after.items():
        assert each.sequence == before[uid].sequence + (uid in gone)
    assert {after[uid].title for uid in gone} == {"Inspection", "Busy"}


def _calendar_of(inspector_id: str, folder: Path, read_calendar: ReadCalendar) -> dict[str, Any]:
    (row,) = [row for row in _index(folder) if row["id"] == inspector_id]
    return {each.uid: each for each in read_calendar((folder / row["file"]).read_bytes())}


def test_week_without_calendars_keeps_what_the_calendars_go_on_from(
    rota_command: Run, programme_folder: Path, rota_folder: Path, week_1: Path, tmp_path: Path
) -> None:
    out = tmp_path / "2"
    done = rota_command(
        "export", programme_folder, rota_folder, "--out", out, "--format", "csv", "--by", "force",
        "--previous", week_1, *EARLY,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for path in (week_1 / "kept").iterdir():
        assert (out / "kept" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("kept", ["calendar_key.txt", "calendars.csv"])
def test_export_refuses_a_week_whose_kept_files_are_spoilt(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    week_1: Path,
    tmp_path: Path,
    kept: str,
) -> None:
    week = tmp_path / "week"
    shutil.copytree(week_1, week)
    (week / "kept" / kept).write_text("spoilt", encoding="utf-8")
    done = rota_command(
        "export", programme_folder, rota_folder, "--out", tmp_path / "2", "--previous", week
    )
    assert done.returncode == 2
    assert "cannot be read as an export wrote it" in done.stderr
    assert not (tmp_path / "2").exists()


@pytest.mark.parametrize(
    ("cut", "day", "needed"),
    [
        ("inspector", "2014-03-03", False),
        ("force", "2014-03-03", True),
        ("force", "2016-01-01", False),
    ],
)
def test_export_says_when_another_manager_has_to_approve_it(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    tmp_path: Path,
    cut: str,
    day: str,
    needed: bool,
) -> None:
    done = rota_command(
        "export", programme_folder, rota_folder, "--out", tmp_path / "out", "--format", "csv",
        "--by", cut, "--today", day, "--json",
    )  # fmt: skip
    assert json.loads(done.stdout)["needs_approval"] is needed


def test_rota_that_was_first_exported_stands_for_its_export(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    week_1: Path,
    tmp_path: Path,
    read_calendar: ReadCalendar,
) -> None:
    out = tmp_path / "2"
    done = rota_command(
        "export", programme_folder, rota_folder, "--out", out, "--format", "ics", *EARLY,
        "--previous", rota_folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    before, after = (_calendar_of("cqc-1", folder, read_calendar) for folder in (week_1, out))
    assert before.keys() == after.keys()
    # What was said then nobody knows, so all of it is said again.
    assert {each.sequence for each in after.values()} == {1}


@pytest.mark.parametrize("before", ["export", "rota"])
def test_whom_the_programme_no_longer_has_hears_that_everything_is_taken_back(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    week_1: Path,
    tmp_path: Path,
    read_calendar: ReadCalendar,
    before: str,
) -> None:
    """A3 is dropped from the programme, as by an inspection made elsewhere."""
    programme, rota, out = tmp_path / "programme", tmp_path / "rota", tmp_path / "2"
    shutil.copytree(programme_folder, programme)
    shutil.copytree(rota_folder, rota)
    files = ("authorities.csv", "inspections.csv", "deployments.csv", "attendance.csv")
    for path in (*programme.iterdir(), *rota.iterdir()):
        if path.name in files:
            lines = path.read_text("utf-8").splitlines(keepends=True)
            path.write_text("".join(each for each in lines if "A3," not in each), encoding="utf-8")
    previous = week_1 if before == "export" else rota_folder
    done = rota_command(
        "export", programme, rota, "--out", out, "--format", "ics", "--by", "authority", *EARLY,
        "--previous", previous,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    gone, then = (_calendar_of("A3", folder, read_calendar) for folder in (out, week_1))
    assert gone.keys() == then.keys()
    assert {each.status for each in gone.values()} == {"CANCELLED"}
