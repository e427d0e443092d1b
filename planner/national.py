"""Planning at national size: a first whole rota in seconds, then better ones until time is up."""

import os
import time

from models.programme import Programme
from models.result import Status
from planner.clock import Clock
from planner.construct import construct
from planner.draft import Draft
from planner.facts import Facts
from planner.improve.anneal import Anneal
from planner.improve.annealing import is_compiled
from planner.improve.board import Board
from planner.improve.crew import Crew
from planner.improve.recreate import Recreate
from planner.improve.scan import Scanner
from planner.outcome import Outcome
from planner.prove.beside import Prover
from planner.report import Report
from planner.seed import random_for
from planner.start import from_the_start

#: Points of temperature while some authority has no slot: hot enough to shift crowded weeks.
HEAT_TO_FIT = 150.0
#: The shares of the time left that go to annealing, before neighbourhoods take over: where there
#: is little time for each authority, in seconds of all processes, and where there is plenty.
HURRIED, LEISURELY = (0.1, 0.9), (0.5, 0.6)


def plan_national(programme: Programme, seed: str, workers: int | None, report: Report) -> Outcome:
    """The best rota found in time, or none."""
    clock = report.clock
    board = Board(Facts(programme))
    began = clock.now()
    first = first_rota(board, seed, clock, clock.search_until, report)
    report.end_stage("construct", began, board.points() if first else None)
    if first is None:
        return Outcome(Status.OUT_OF_TIME, None)
    report.tell_board("construct", board)
    return improve(board, seed, workers or os.cpu_count() or 1, report)


def first_rota(board: Board, seed: str, clock: Clock, until: float, report: Report) -> Draft | None:
    """A whole rota on ``board`` before the clock reads ``until``, or None.

    It is the one to start from, if there is one, mended where it breaks a rule.
    """
    with from_the_start(board, seed, report):
        return _first_rota(board, seed, clock, until, report)


def _first_rota(
    board: Board, seed: str, clock: Clock, until: float, report: Report
) -> Draft | None:
    random = random_for(seed, "construct")
    scanner = Scanner(board.facts)
    if construct(board, Recreate(board, scanner, random), random):
        return board.draft()
    search = Anneal(board, scanner, random)
    told = clock.now()
    while board.unplaced and clock.left() > 0 and clock.now() < until:
        search.step(HEAT_TO_FIT)
        if clock.now() - told > 1:
            told = clock.now()
            report.tell(f"construct: {len(board.unplaced)} without a slot", None)
    return None if board.unplaced else board.draft()


def improve(board: Board, seed: str, workers: int, report: Report) -> Outcome:
    """Better rotas from the whole one on ``board`` until the search's time is up."""
    clock, began = report.clock, report.clock.now()
    report.tell("improve", None)
    length = clock.left()
    crew = Crew(board, seed, workers)
    now = time.monotonic()
    prover = Prover(board.facts, report)
    crew.run(
        until=now + length,
        anneal_until=now + anneal_share(length * workers / len(board.placed)) * length,
        on_gain=lambda: report.tell_board("improve", board),
        stop=clock.is_called_off,
        once_started=prover.start,
    )
    report.end_stage("improve", began, crew.points, note=_said(crew))
    status = Status.STOPPED if clock.stop.is_set() else Status.FEASIBLE
    return Outcome(status, crew.best, crew.points, prover.bound())


def anneal_share(seconds: float) -> float:
    """The share of annealing, given the seconds there are for each authority.

    Neighbourhoods pay once annealing has little left to gain.
    """
    (few, most), (many, least) = HURRIED, LEISURELY
    ease = (min(many, max(few, seconds)) - few) / (many - few)
    return most + ease * (least - most)


def _said(crew: Crew) -> str:
    gains = ", ".join(f"{step} {points}" for step, points in sorted(crew.gained.items()))
    loop = "compiled" if is_compiled() else "plain Python"
    return f"{crew.workers} processes, {loop}; points gained: {gains or 'none'}"
