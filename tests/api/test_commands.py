"""The commands that look at a rota, each as a real process: output, JSON, exit code."""

import csv
import io
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from api.exit_codes import OF_STATUS, ExitCode
from data import read_programme, write_programme
from models.programme import Programme
from models.result import Status

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def broken(rota_folder: Path, tmp_path: Path) -> Path:
    """The rota by hand, with one lead taken out."""
    folder = tmp_path / "broken"
    folder.mkdir()
    shutil.copy(rota_folder / "inspections.csv", folder)
    lines = (rota_folder / "deployments.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("A1,ofsted-1,")]
    assert len(kept) == len(lines) - 1
    (folder / "deployments.csv").write_text("".join(kept), "utf-8")
    return folder


@pytest.fixture
def by_hand(rota_folder: Path, tmp_path: Path) -> Path:
    """The rota with only the columns that a rota by hand needs."""
    folder = tmp_path / "by-hand"
    folder.mkdir()
    for name, columns in {
        "inspections.csv": ("la_code", "start"),
        "deployments.csv": ("la_code", "inspector_id", "role"),
    }.items():
        rows = csv.DictReader(io.StringIO((rota_folder / name).read_text("utf-8")))
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def test_every_status_has_an_exit_code() -> None:
    assert set(OF_STATUS) == {status.value for status in Status}


def test_check_of_a_rota_that_keeps_every_rule_is_done(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    run = rota_command("check", programme_folder, rota_folder)
    assert run.returncode == ExitCode.DONE, run.stdout
    assert "0 breaches" in run.stdout
    assert "Total:" in run.stdout


def test_check_names_rule_and_subject_of_a_breach(
    rota_command: Run, programme_folder: Path, broken: Path
) -> None:
    run = rota_command("check", programme_folder, broken)
    assert run.returncode == ExitCode.NO
    assert "R13 Lead" in run.stdout
    assert "(A1)" in run.stdout


def test_check_tells_breaches_as_json(
    rota_command: Run, programme_folder: Path, broken: Path
) -> None:
    run = rota_command("check", programme_folder, broken, "--json")
    said = json.loads(run.stdout)
    assert said["kept"] is False
    assert {"rule", "sentence", "la_codes", "weeks", "figures"} <= said["breaches"][0].keys()
    assert said["goals"]["scores"]


def test_check_calls_what_is_past_history(
    rota_command: Run, programme_folder: Path, broken: Path
) -> None:
    run = rota_command("check", programme_folder, broken, "--today", "2016-01-01", "--json")
    assert run.returncode == ExitCode.DONE, run.stdout
    assert all(each["history"] for each in json.loads(run.stdout)["breaches"])


def test_check_takes_a_rota_by_hand(
    rota_command: Run, programme_folder: Path, by_hand: Path
) -> None:
    run = rota_command("check", programme_folder, by_hand, "--json")
    assert run.returncode == ExitCode.DONE, run.stdout
    assert json.loads(run.stdout)["kept"] is True


def test_check_of_a_team_that_fits_no_attendance_blames_the_team_and_not_its_people(
    rota_command: Run, programme_folder: Path, by_hand: Path
) -> None:
    with (by_hand / "deployments.csv").open("a") as file:
        file.writelines(f"A3,ofsted-{number},member\n" for number in (1, 6, 7, 8))
    run = rota_command("check", programme_folder, by_hand, "--json")
    assert run.returncode == ExitCode.NO
    breaches = json.loads(run.stdout)["breaches"]
    assert {(each["rule"], *each["la_codes"]) for each in breaches} >= {("seven_on_site", "A3")}
    assert [each["sentence"] for each in breaches if " on 0 days" in each["sentence"]] == []


def test_validate_finds_nothing_wrong(rota_command: Run, programme_folder: Path) -> None:
    run = rota_command("validate", programme_folder)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "4 authorities" in run.stdout


def test_validate_names_every_problem_at_once(
    rota_command: Run, programme_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "programme"
    shutil.copytree(programme_folder, folder)
    path = folder / "authorities.csv"
    path.write_text(path.read_text("utf-8").replace(",F1,", ",F9,"), "utf-8")
    run = rota_command("validate", folder)
    assert run.returncode == ExitCode.BAD_INPUT
    assert run.stderr.count("F9") == 3
    problems = json.loads(rota_command("validate", folder, "--json").stdout)["problems"]
    assert {(each["file"], each["column"], each["value"]) for each in problems} == {
        ("authorities.csv", "police_force_code", "F9")
    }
    assert sorted(each["row"] for each in problems) == [2, 3, 4]


def test_validate_says_what_arithmetic_excludes(
    rota_command: Run, make_programme: Callable[..., Programme], tmp_path: Path
) -> None:
    nobody_leads = {f"ofsted-{n}": {"can_lead": False} for n in range(1, 5)}
    write_programme(make_programme(people=nobody_leads), tmp_path / "programme")
    run = rota_command("validate", tmp_path / "programme", "--json")
    assert run.returncode == ExitCode.IMPOSSIBLE
    assert json.loads(run.stdout)["impossible"]


def test_a_missing_programme_is_bad_input_in_one_line(rota_command: Run, tmp_path: Path) -> None:
    run = rota_command("check", tmp_path / "nowhere", tmp_path / "rota")
    assert run.returncode == ExitCode.BAD_INPUT
    assert "Traceback" not in run.stderr
    assert run.stderr.strip()


def test_a_rota_of_another_programme_is_bad_input(
    rota_command: Run, rota_folder: Path, make_programme: Callable[..., Programme], tmp_path: Path
) -> None:
    write_programme(make_programme(1), tmp_path / "programme")
    run = rota_command("check", tmp_path / "programme", rota_folder)
    assert run.returncode == ExitCode.BAD_INPUT
    assert "Traceback" not in run.stderr


def test_an_unknown_option_is_bad_input(rota_command: Run) -> None:
    assert rota_command("plan", "--quickly").returncode == ExitCode.BAD_INPUT


def test_roster_of_one_inspector_is_that_share_of_the_file(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    run = rota_command("roster", programme_folder, rota_folder, "--inspector", "hmic-2")
    whole = (rota_folder / "roster.csv").read_text("utf-8").splitlines()
    share = [line for line in whole if line.startswith("hmic-2,")]
    assert len(share) == 2
    assert run.stdout.splitlines() == [whole[0], *share]


def test_roster_of_some_days_holds_the_inspections_that_run_on_them(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    # A2 runs from 10 to 21 March 2014, A1 and A3 before and after.
    days = ["--from", "2014-03-21", "--to", "04/04/2014"]
    run = rota_command("roster", programme_folder, rota_folder, *days, "--json")
    assert {row["la_code"] for row in json.loads(run.stdout)} == {"A2"}


@pytest.mark.parametrize(
    ("option", "value", "near"),
    [
        ("--inspector", "hmic2", "hmic-2"),
        ("--inspectorate", "ofstead", "ofsted"),
        ("--authority", "a1", "A1"),
        ("--force", "F8", "F"),
    ],
)
def test_roster_of_an_unknown_code_names_the_nearest(
    rota_command: Run, programme_folder: Path, rota_folder: Path, option: str, value: str, near: str
) -> None:
    run = rota_command("roster", programme_folder, rota_folder, option, value)
    assert run.returncode == ExitCode.BAD_INPUT
    assert near in run.stderr


def test_forces_says_which_inspections_review_the_force_and_why_others_do_not(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    run = rota_command("forces", programme_folder, rota_folder, "F1", "--json")
    (force,) = json.loads(run.stdout)
    told = [
        (each["la_code"], each["review"], sorted(each["hmic"])) for each in force["inspections"]
    ]
    assert told == [
        ("A1", "first", ["hmic-1", "hmic-2"]),
        ("A2", "change", ["hmic-2", "hmic-3"]),
        ("A3", "no", ["hmic-1"]),
    ]
    whys = [each["why"] for each in force["inspections"]]
    assert whys[0] == "the force's first inspection"
    assert "1 March 2014" in whys[1]
    assert "Burley" in whys[2]


def test_forces_in_words_names_every_force(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    run = rota_command("forces", programme_folder, rota_folder)
    assert run.returncode == ExitCode.DONE
    assert "F1 F1 Police" in run.stdout
    assert "F2 F2 Police" in run.stdout


def test_forces_of_an_unknown_code_is_bad_input(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    assert rota_command("forces", programme_folder, rota_folder, "F9").returncode == 2


def test_show_writes_one_page(
    rota_command: Run, programme_folder: Path, by_hand: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    run = rota_command("show", programme_folder, by_hand, "--out", page, "--json")
    assert run.returncode == ExitCode.DONE, run.stderr
    assert json.loads(run.stdout) == {"page": str(page), "bytes": page.stat().st_size}


def test_draw_makes_a_programme_that_reads(rota_command: Run, tmp_path: Path) -> None:
    folder = tmp_path / "drawn"
    run = rota_command("draw", folder, "--authorities", 5, "--seed", "S", "--json")
    assert json.loads(run.stdout)["authorities"] == 5
    assert len(read_programme(folder).authorities) == 5
    again = rota_command("draw", folder, "--authorities", 5, "--seed", "S")
    assert again.returncode == ExitCode.BAD_INPUT


def test_no_command_tells_a_reason(
    rota_command: Run, programme_folder: Path, rota_folder: Path, secret: str
) -> None:
    for name in ("check", "roster", "forces"):
        run = rota_command(name, programme_folder, rota_folder, "--json")
        assert secret not in run.stdout + run.stderr, name


def test_a_command_whose_reader_went_away_gives_no_answer(
    programme_folder: Path, rota_folder: Path
) -> None:
    command = Path(sys.executable).with_name("rota")
    with subprocess.Popen(
        [command, "roster", programme_folder, rota_folder],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        said = process.stderr.read()
    assert process.returncode == -signal.SIGPIPE
    assert said == b""


def test_show_of_a_rota_with_every_kind_of_hole_is_a_page_all_the_same(
    rota_command: Run, programme_folder: Path, by_hand: Path, tmp_path: Path
) -> None:
    path = by_hand / "inspections.csv"
    lines = path.read_text("utf-8").splitlines()
    # A1 is inspected twice and A2 never, though a team is sent there.
    kept = [line for line in lines if not line.startswith("A2,")]
    path.write_text("\n".join([*kept, "A1,2014-06-02"]) + "\n", "utf-8")
    page = tmp_path / "page.html"
    run = rota_command("show", programme_folder, by_hand, "--out", page)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "breaches" in page.read_text("utf-8")
