"""Planning a small programme: a good rota first, then neighbourhoods beside the whole model."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from models.programme import Programme
from models.result import Status
from planner.draft import Draft
from planner.exact import Exact
from planner.facts import Facts
from planner.floors import Floors
from planner.improve.anneal import Cooling
from planner.improve.annealing import annealing
from planner.improve.board import Board
from planner.improve.polish import Polish
from planner.national import first_rota
from planner.outcome import Outcome
from planner.report import Report
from planner.seed import random_for
from planner.solve import Outcome as Ended
from planner.solve import Solved

#: Up to so many authorities the whole model is solved.
SMALL = 12
#: What a search that had no time has found.
NOTHING = Solved(Ended.UNKNOWN, None, None, None)
#: Shares of the time left: for a first rota, for bounds, for annealing; and for neighbourhoods
#: where they take turns with the whole model instead of running beside it.
FIRST_SHARE, BOUND_SHARE, ANNEAL_SHARE, TURN_SHARE = 0.1, 0.3, 0.02, 0.25


def plan_small(programme: Programme, seed: str, workers: int | None, report: Report) -> Outcome:
    """The optimum, or the best found in time with its bound, or the confirmed lack of a rota."""
    workers = workers or os.cpu_count() or 1
    board = _first(programme, seed, report)
    floors = _floors(board.facts, report)
    exact = Exact(board.facts, seed, workers if board.unplaced else max(1, workers - 1), report)
    if board.unplaced:
        found = _prove(exact, floors, report)
        if found.outcome is Ended.INFEASIBLE:
            return Outcome(exact.confirmed(), None)
    else:
        board = _annealed(board, seed, report)
        found = _improve_and_prove(board, exact, floors, seed, workers, report)
    return _better(board, found, report)


def _first(programme: Programme, seed: str, report: Report) -> Board:
    """A board with a first rota, or with none."""
    clock, board = report.clock, Board(Facts(programme))
    began = clock.now()
    first_rota(board, seed, clock, began + FIRST_SHARE * clock.left(), report)
    report.end_stage("construct", began, None if board.unplaced else board.points())
    report.tell_board("construct", board)
    return board


def _floors(facts: Facts, report: Report) -> Floors:
    began = report.clock.now()
    floors = Floors.of(facts, BOUND_SHARE * report.clock.left())
    report.tell_bound(floors.total)
    report.end_stage("bound", began, bound=floors.total)
    return floors


def _prove(
    exact: Exact,
    floors: Floors,
    report: Report,
    hint: Draft | None = None,
    points: int | None = None,
) -> Solved:
    began = report.clock.now()
    found = exact.solve(floors, hint, points)
    report.end_stage("prove", began, found.total, found.bound)
    return found


def _improve_and_prove(
    board: Board, exact: Exact, floors: Floors, seed: str, workers: int, report: Report
) -> Solved:
    """Neighbourhoods here and the whole model in a thread; with one worker one after the other.

    Whichever first knows a rota that meets the best bound ends both.
    """
    clock = report.clock
    if clock.left() == 0:
        return NOTHING
    if workers == 1:
        until = clock.now() + TURN_SHARE * clock.left()
        _improve(board, seed, lambda: clock.now() > until, report)
        return _prove(exact, floors, report, board.draft(), board.points())
    with ThreadPoolExecutor(max_workers=1) as beside:
        proving = beside.submit(_prove, exact, floors, report, board.draft(), board.points())
        _improve(board, seed, proving.done, report)
        return proving.result()


def _annealed(board: Board, seed: str, report: Report) -> Board:
    """A board with a far better rota: the whole model goes on from it."""
    clock, began = report.clock, report.clock.now()
    length = max(0.01, ANNEAL_SHARE * clock.left())
    search = annealing(board, random_for(seed, "small"))
    search.run(lambda: 1.0 if clock.left() == 0 else (clock.now() - began) / length, Cooling())
    best = Board.holding(board.facts, search.best or board.draft())
    report.tell_board("improve", best)
    report.end_stage("anneal", began, best.points())
    return best


def _improve(board: Board, seed: str, is_over: Callable[[], bool], report: Report) -> None:
    """Better the rota on a board by neighbourhoods until it is over."""
    clock, began = report.clock, report.clock.now()
    polish = Polish(board, random_for(seed, "polish"))
    while clock.left() > 0 and not is_over():
        if polish.step(clock.left()):
            report.tell_board("improve", board)
    report.end_stage("improve", began, board.points())


def _better(board: Board, found: Solved, report: Report) -> Outcome:
    """The better of the two searches' rotas; the best bound holds for either."""
    rotas: list[tuple[int, Draft]] = []
    if found.draft is not None:
        # Broken off, the solver may count a goal higher than it is: G5's ends need not be tight.
        rotas.append((Board.holding(board.facts, found.draft).points(), found.draft))
    if not board.unplaced:
        rotas.append((board.points(), board.draft()))
    stopped = report.clock.stop.is_set()
    if not rotas:
        return Outcome(Status.STOPPED if stopped else Status.OUT_OF_TIME, None)
    points, draft = min(rotas, key=lambda rota: rota[0])
    if points == report.bound:
        return Outcome(Status.OPTIMAL, draft, points, points)
    return Outcome(Status.STOPPED if stopped else Status.FEASIBLE, draft, points, report.bound)
