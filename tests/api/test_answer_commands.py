"""The commands that answer a question about a rota, each as a real process."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from api.exit_codes import ExitCode

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_cover_names_who_could_and_what_stops_the_others(
    rota_command: Run, programme_folder: Path, rota_folder: Path, secret: str
) -> None:
    asked = ("--authority", "A3", "--inspector", "cqc-1")
    run = rota_command("cover", programme_folder, rota_folder, *asked)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "CQC 2 (cqc-2)" in run.stdout
    assert secret not in run.stdout
    said = json.loads(rota_command("cover", programme_folder, rota_folder, *asked, "--json").stdout)
    assert [each["inspector_id"] for each in said["able"]] == ["cqc-2"]


def test_cover_ends_with_no_where_nobody_could(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    asked = ("--authority", "A2", "--inspector", "hmi_prisons-1")
    run = rota_command("cover", programme_folder, rota_folder, *asked)
    assert run.returncode == ExitCode.NO
    assert "Nobody could take the place" in run.stdout


def test_cover_refuses_what_it_does_not_know_and_what_is_no_place(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    unknown = rota_command(
        "cover", programme_folder, rota_folder, "--authority", "A3", "--inspector", "cqc-9"
    )
    assert unknown.returncode == ExitCode.BAD_INPUT
    assert "the nearest known one is cqc-" in unknown.stderr
    elsewhere = rota_command(
        "cover", programme_folder, rota_folder, "--authority", "A3", "--inspector", "cqc-2"
    )
    assert elsewhere.returncode == ExitCode.BAD_INPUT
    assert "has no place in the inspection of" in elsewhere.stderr
