"""The forms of ``rota roster``, as its users run it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., subprocess.CompletedProcess[str]]
ReadCalendar = Callable[[bytes], tuple[Any, ...]]

EARLY = ("--today", "2014-03-03", "--exported-by", "Ann")


def test_roster_of_one_inspector_is_the_calendar_that_export_makes(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    week_1: Path,
    tmp_path: Path,
    read_calendar: ReadCalendar,
) -> None:
    file = tmp_path / "own.ics"
    done = rota_command(
        "roster", programme_folder, rota_folder, "--inspector", "cqc-1", "--format", "ics",
        "--out", file, *EARLY,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    one = {each.uid: each for each in read_calendar(file.read_bytes())}
    (exported,) = (week_1 / "inspector").glob("*-cqc-1.ics")
    assert one == {each.uid: each for each in read_calendar(exported.read_bytes())}
    printed = rota_command(
        "roster", programme_folder, rota_folder, "--inspector", "cqc-1", "--format", "ics", *EARLY
    )
    assert "BEGIN:VCALENDAR" in printed.stdout
    assert "Corby" not in printed.stdout


def test_roster_as_csv_file_has_its_marking_beside_it(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "share.csv"
    asked = ("roster", programme_folder, rota_folder, "--force", "F2")
    done = rota_command(*asked, "--out", file, *EARLY)
    assert done.returncode == 0, done.stderr
    assert file.read_text("utf-8") == rota_command(*asked).stdout
    assert "Exported by: Ann" in (tmp_path / "share.csv.MARKING.txt").read_text("utf-8")


def test_roster_as_sent_has_no_authority_beyond_the_horizon(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    done = rota_command(
        "roster", programme_folder, rota_folder, "--inspector", "cqc-1", "--as-sent", "--json",
        *EARLY,
    )  # fmt: skip
    rows = json.loads(done.stdout)
    assert [row["la_code"] for row in rows] == ["", "", "A1", "A2"]
    assert all(row["start"] for row in rows)


def test_roster_as_workbook_needs_a_file(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    asked = ("roster", programme_folder, rota_folder, "--authority", "A1", "--format", "xlsx")
    refused = rota_command(*asked)
    assert refused.returncode == 2
    assert "give --out FILE" in refused.stderr
    done = rota_command(*asked, "--out", tmp_path / "share.xlsx", "--json", *EARLY)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["rows"] == 8
    assert (tmp_path / "share.xlsx").read_bytes().startswith(b"PK")


def test_roster_has_the_form_that_its_files_name_says(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    book = tmp_path / "share.xlsx"
    asked = ("roster", programme_folder, rota_folder, "--authority", "A1", "--out", book, *EARLY)
    done = rota_command(*asked)
    assert done.returncode == 0, done.stderr
    before = book.read_bytes()
    assert before.startswith(b"PK")
    refused = rota_command(*asked, "--format", "csv")
    assert refused.returncode == 2
    assert "let them say the same" in refused.stderr
    assert book.read_bytes() == before


def test_roster_goes_on_from_another_week_only_as_a_calendar(
    rota_command: Run, programme_folder: Path, rota_folder: Path, week_1: Path
) -> None:
    done = rota_command("roster", programme_folder, rota_folder, "--previous", week_1)
    assert done.returncode == 2
    assert "--previous is for calendars" in done.stderr


def test_roster_of_nobody_makes_no_calendar(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    done = rota_command(
        "roster", programme_folder, rota_folder, "--inspector", "cqc-2", "--format", "ics"
    )
    assert done.returncode == 2
    assert "may not be empty" in done.stderr
