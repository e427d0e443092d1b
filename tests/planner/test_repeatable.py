"""A repeatable run counts work: the same rota however busy the machine is."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import write_programme
from data.draw import draw_programme
from models.programme import Programme
from models.result import PlanResult, Status
from planner import PlanOptions, Progress, plan

HERE = os.getpid()


@pytest.fixture(scope="module")
def twenty() -> Programme:
    """Twenty authorities."""
    return draw_programme(20, 3)


@pytest.fixture
def busy() -> Iterator[None]:
    """A machine with more to do than it has processors."""
    hogs = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"])
        for _ in range(os.cpu_count() or 1)
    ]
    yield
    for hog in hogs:
        hog.kill()
        hog.wait()


def planned(programme: Programme, seed: str = "one", seconds: int = 2) -> PlanResult:
    return plan(programme, PlanOptions(seconds=seconds, seed=seed, repeatable=True))


def test_the_same_rota_and_bounds_on_a_busy_machine(
    twenty: Programme, request: pytest.FixtureRequest
) -> None:
    first = planned(twenty)
    request.getfixturevalue("busy")
    again = planned(twenty)
    assert first.rota == again.rota
    assert first.goals == again.goals
    assert first.goals is not None
    assert first.goals.bound is not None
    assert first.certificate.limits["counted in"] == "work"


def test_another_seed_gives_another_rota(twenty: Programme) -> None:
    assert planned(twenty, "one").rota != planned(twenty, "two").rota


def test_more_work_is_never_the_worse_for_it(twenty: Programme) -> None:
    results = (planned(twenty, seconds=seconds) for seconds in (1, 6))
    totals = [result.goals.total for result in results if result.goals]
    assert len(totals) == 2
    assert totals == sorted(totals, reverse=True)


def test_a_small_programme_too_is_the_same_again() -> None:
    small = draw_programme(5, 2)
    first, again = planned(small), planned(small)
    assert first.rota is not None
    assert first.rota == again.rota
    assert first.status == again.status


def test_a_lost_process_keeps_the_best_and_says_so(twenty: Programme) -> None:
    killed = threading.Event()

    def kill_one(progress: Progress) -> None:
        if progress.stage == "improve" and not killed.is_set():
            for each in _children():
                killed.set()
                os.kill(each, signal.SIGKILL)

    result = plan(twenty, PlanOptions(seconds=2, seed="one", repeatable=True, progress=kill_one))
    assert killed.is_set()
    assert result.status is Status.FEASIBLE
    assert result.rota is not None
    assert any("process of the search was lost" in reason for reason in result.reasons)


def _children() -> list[int]:
    """The processes that search for this one."""
    found = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(HERE)], capture_output=True, text=True, check=True
    )
    lines = [line.split(maxsplit=1) for line in found.stdout.splitlines()]
    return [int(pid) for pid, command in lines if "planner.improve.worker" in command]


def test_the_files_are_the_same_byte_for_byte_whatever_order_sets_have(
    twenty: Programme, tmp_path: Path
) -> None:
    write_programme(twenty, tmp_path / "asked")
    command = str(Path(sys.executable).with_name("rota"))
    limits = ("--seconds", "2", "--seed", "one", "--repeatable")
    for order in ("1", "2"):
        subprocess.run(
            [command, "plan", str(tmp_path / "asked"), "--out", str(tmp_path / order), *limits],
            env={**os.environ, "PYTHONHASHSEED": order},
            capture_output=True,
            check=True,
        )
    files = {path.name for path in (tmp_path / "1").glob("*.csv")} - {"curve.csv"}
    assert len(files) > 8
    for name in files:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_a_run_without_a_bound_ends_with_the_same_rota(twenty: Programme) -> None:
    options = PlanOptions(seconds=2, seed="one", repeatable=True, bounded=False)
    unbounded = plan(twenty, options)
    assert unbounded.goals is not None
    assert unbounded.goals.bound is None
    assert unbounded.rota == planned(twenty).rota
