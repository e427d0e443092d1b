"""``rota plan`` as a real process: what it writes, says, and how it ends."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from api.exit_codes import ExitCode
from data import read_programme, read_rota, write_programme
from models.checks import check_rota
from models.programme import Programme
from tests.cases.programmes import START

Run = Callable[..., subprocess.CompletedProcess[str]]
ROTA = Path(sys.executable).with_name("rota")
FILES = {
    "attendance.csv", "certificate.json", "cps_activity.csv", "curve.csv", "deployments.csv",
    "force_reviews.csv", "goals.csv", "inspections.csv", "notes.csv", "roster.csv", "seed.txt",
    "weeks.csv",
}  # fmt: skip
#: Long enough that only a signal ends the run.
LONG = 120


@pytest.fixture(scope="module")
def drawn(rota_command: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up programme that is too large to be solved to the end at once."""
    folder = tmp_path_factory.mktemp("drawn") / "programme"
    assert rota_command("draw", folder, "--authorities", 20, "--seed", 3).returncode == 0
    return folder


@pytest.fixture(scope="module")
def planned(
    rota_command: Run, programme_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[subprocess.CompletedProcess[str], Path]:
    """One short plan of the small programme: the finished process, and its folder."""
    out = tmp_path_factory.mktemp("planned") / "rota"
    run = rota_command("plan", programme_folder, "--out", out, "--seconds", 6, "--workers", 1)
    return run, out


@pytest.fixture
def running(drawn: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A long plan that has found a whole rota and goes on searching."""
    process = _start(drawn, tmp_path / "rota")
    assert process.stderr is not None
    for line in process.stderr:
        if "best total" in line:
            break
    yield process
    _end(process)


def _start(programme: Path, out: Path, seconds: int = LONG) -> subprocess.Popen[str]:
    arguments = [
        "plan",
        str(programme),
        "--out",
        str(out),
        "--seconds",
        str(seconds),
        "--workers",
        "1",
    ]
    return subprocess.Popen(
        [ROTA, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def test_plan_writes_every_file_and_says_what_it_made(
    planned: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    run, out = planned
    assert run.returncode == ExitCode.DONE, run.stderr
    assert {path.name for path in out.iterdir()} == FILES
    assert "4 inspections" in run.stdout
    assert "Total:" in run.stdout
    assert all(name in run.stdout for name in FILES)


def test_plan_tells_stage_and_total_on_standard_error_while_it_runs(
    planned: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    run, _ = planned
    assert "arithmetic" in run.stderr
    assert "best total" in run.stderr
    assert "travel" in run.stderr


def test_on_a_terminal_one_live_line_tells_where_the_run_stands(
    programme_folder: Path, tmp_path: Path
) -> None:
    ours, theirs = pty.openpty()
    arguments = ["plan", str(programme_folder), "--out", str(tmp_path / "rota"), "--seconds", "4"]
    with subprocess.Popen(
        [ROTA, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b"".join(_read_terminal(ours))
        assert process.stdout is not None
        said = process.stdout.read()
    assert process.returncode == ExitCode.DONE
    assert b"best total" in shown
    # Written over itself, not line under line.
    assert shown.count(b"\x1b[2K") > shown.count(b"best total") / 2
    assert b"Total:" in said


def _read_terminal(handle: int) -> Iterator[bytes]:
    """What is written to a terminal until its last writer is gone."""
    while True:
        try:
            yield os.read(handle, 4096)
        except OSError:
            os.close(handle)
            return


def test_what_plan_writes_keeps_every_rule(
    planned: tuple[subprocess.CompletedProcess[str], Path], programme_folder: Path
) -> None:
    programme = read_programme(programme_folder)
    assert check_rota(programme, read_rota(planned[1], programme)) == ()


def test_certificate_holds_the_limit_that_was_asked_for(
    planned: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    certificate = json.loads((planned[1] / "certificate.json").read_text("utf-8"))
    assert certificate["limits"]["seconds"] == 6
    assert certificate["seed_sha256"]


def test_the_seed_that_is_given_is_the_one_that_is_written(
    rota_command: Run, programme_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "rota"
    run = rota_command(
        "plan", programme_folder, "--out", out, "--seconds", 4, "--seed", "Michaelmas", "--json"
    )
    assert run.returncode == ExitCode.DONE, run.stderr
    said = json.loads(run.stdout)
    assert set(said["files"]) == FILES
    assert said["goals"]["total"] == sum(each["points"] for each in said["goals"]["scores"])
    assert (out / "seed.txt").read_text("utf-8") == "Michaelmas\n"


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_stopped_plan_keeps_the_best_rota_found(
    running: subprocess.Popen[str], stop: signal.Signals, drawn: Path, tmp_path: Path
) -> None:
    # To the whole group, as a terminal sends Ctrl-C.
    os.killpg(running.pid, stop)
    said, _ = running.communicate()
    assert running.returncode == ExitCode.STOPPED
    assert "stopped" in said
    programme = read_programme(drawn)
    assert check_rota(programme, read_rota(tmp_path / "rota", programme)) == ()


def test_plan_killed_while_it_searches_leaves_the_old_rota_as_it_was(
    running: subprocess.Popen[str], rota_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(rota_folder, tmp_path / "rota")
    before = _contents(tmp_path / "rota")
    _end(running)
    assert _contents(tmp_path / "rota") == before


def test_plan_killed_while_it_writes_leaves_a_whole_rota(
    programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "rota"
    shutil.copytree(rota_folder, out)
    before = _contents(out)
    for delay in (0.0, 0.002, 0.005, 0.01):
        process = _start(programme_folder, out, seconds=4)
        while process.poll() is None and not list(tmp_path.glob(".rota.*")):
            time.sleep(0.001)
        time.sleep(delay)
        _end(process)
        after = _contents(out)
        assert set(after) == FILES
        # Old or new as a whole: every file that hangs on the seed is of one run.
        assert after == before or after["seed.txt"] != before["seed.txt"]
        before = after


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_cannot_plan_into_a_folder_of_other_things(
    rota_command: Run, programme_folder: Path
) -> None:
    run = rota_command("plan", programme_folder, "--out", programme_folder)
    assert run.returncode == ExitCode.BAD_INPUT
    assert "no part of a rota" in run.stderr
    assert (programme_folder / "authorities.csv").is_file()


def test_impossible_programme_is_said_before_any_search(
    rota_command: Run, make_programme: Callable[..., Programme], tmp_path: Path
) -> None:
    nobody_leads = {f"ofsted-{n}": {"can_lead": False} for n in range(1, 5)}
    write_programme(make_programme(people=nobody_leads), tmp_path / "programme")
    run = rota_command("plan", tmp_path / "programme", "--out", tmp_path / "rota")
    assert run.returncode == ExitCode.IMPOSSIBLE
    assert "lead" in run.stderr
    assert not (tmp_path / "rota").exists()


def test_too_little_time_is_said_with_what_was_tightest(
    rota_command: Run, make_programme: Callable[..., Programme], tmp_path: Path
) -> None:
    write_programme(_three_at_once_for_two_leads(make_programme), tmp_path / "programme")
    # One second is gone before a search has begun, so that nothing is proven either.
    run = rota_command("plan", tmp_path / "programme", "--out", tmp_path / "rota", "--seconds", 1)
    assert run.returncode == ExitCode.OUT_OF_TIME
    assert "time ran out" in run.stderr
    assert "Those who may lead" in run.stderr
    assert not (tmp_path / "rota").exists()


def _three_at_once_for_two_leads(make_programme: Callable[..., Programme]) -> Programme:
    """Fourteen authorities, of which three must start in the same three weeks.

    A lead is busy for five weeks at each, and the third of the leads has a conflict with all
    three: no rota, but not by arithmetic over the whole.
    """
    tight, weeks = ("A1", "A2", "A3"), 80
    first, last = START + timedelta(weeks=10), START + timedelta(weeks=14)
    end = START + timedelta(weeks=weeks)
    spans = [(START, first - timedelta(days=1)), (last, end)]
    return make_programme(
        14,
        inspectors={"ofsted": 16, "hmic": 6, "cqc": 4, "hmi_probation": 4},
        people={f"ofsted-{number}": {"can_lead": number <= 3} for number in range(1, 17)},
        weeks=weeks,
        policy={"year_quota": {"tolerance": 20}},
        blackouts=[
            {"scope": "authority", "key": code, "start": start, "end": until}
            for code in tight
            for start, until in spans
        ],
        conflicts=[{"inspector_id": "ofsted-3", "la_code": code} for code in tight],
    )


# Our own answer is never refused, so the checker of this process finds fault with everything.
_FAULT_FINDER = """
import sys
import api.cli, planner
from models.breach import Breach
sys.modules["planner.plan"].check_rota = lambda *_: (
    Breach(rule="universal", sentence="Nothing is right."),
)
sys.argv = ["rota", *sys.argv[1:]]
api.cli.main()
"""


def test_an_answer_of_ours_that_the_checker_refuses_is_not_written(
    programme_folder: Path, tmp_path: Path
) -> None:
    arguments = ["plan", str(programme_folder), "--out", str(tmp_path / "rota"), "--seconds", "4"]
    run = subprocess.run(
        [sys.executable, "-c", _FAULT_FINDER, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == ExitCode.REFUSED
    assert "bug" in run.stderr
    assert "Nothing is right." in run.stderr
    assert not (tmp_path / "rota").exists()
