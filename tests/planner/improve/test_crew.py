"""Several processes improve one rota; losing one of them loses nothing."""

import os
import signal
import time

from models.checks import check_rota
from models.programme import Programme
from planner.assemble import whole_rota
from planner.improve.board import Board
from planner.improve.crew import Crew


def test_two_processes_improve_one_rota_together(forty: Programme, board: Board) -> None:
    start, seen = board.points(), []
    crew = Crew(board, "seed", workers=2)
    now = time.monotonic()
    crew.run(
        until=now + 9,
        anneal_until=now + 5,
        on_gain=lambda: seen.append(board.points()),
        stop=lambda: False,
    )
    assert crew.points < start
    assert seen == sorted(seen, reverse=True)
    assert crew.best == board.draft()
    assert check_rota(forty, whole_rota(forty, crew.best)) == ()


def test_a_killed_worker_costs_nothing_that_was_found(board: Board) -> None:
    start = board.points()
    crew = Crew(board, "seed", workers=2)

    def kill_one() -> None:
        for process in crew.processes[:1]:
            os.kill(process.pid, signal.SIGKILL)

    now = time.monotonic()
    crew.run(until=now + 10, anneal_until=now + 8, on_gain=kill_one, stop=lambda: False)
    assert crew.points < start
    assert crew.processes == []


def test_a_crew_without_workers_left_ends_with_what_it_has(board: Board) -> None:
    crew = Crew(board, "seed", workers=1)
    now = time.monotonic()

    def kill_all() -> bool:
        for process in crew.processes:
            os.kill(process.pid, signal.SIGKILL)
        return False

    crew.run(until=now + 30, anneal_until=now + 20, on_gain=lambda: None, stop=kill_all)
    assert crew.best == board.draft()


def test_a_stopped_crew_leaves_no_process_behind(board: Board) -> None:
    crew = Crew(board, "seed", workers=2)
    now = time.monotonic()
    crew.run(until=now + 30, anneal_until=now + 20, on_gain=lambda: None, stop=lambda: True)
    assert crew.processes == []
    assert crew.best == board.draft()
