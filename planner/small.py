"""Planning a small programme: a good rota first, then the whole model, to the optimum if it can."""

import math
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ortools.sat.python import cp_model

from models.programme import Programme
from models.result import Status
from planner.clock import Clock
from planner.draft import Draft
from planner.facts import Facts
from planner.improve.anneal import Anneal, Cooling
from planner.improve.board import Board
from planner.improve.polish import Polish
from planner.improve.scan import Scanner
from planner.model import RotaModel
from planner.national import first_rota
from planner.outcome import Outcome
from planner.prove import calendar_bound, joint_names_bound
from planner.report import Report
from planner.scope import Scope
from planner.seed import random_for
from planner.solve import OUTCOME_OF, Effort, Solved, ceil_of, solved
from planner.solve import Outcome as Ended

#: Up to so many authorities the whole model is solved.
SMALL = 12
#: Shares of the time left: for a first rota, for bettering it, for neighbourhoods, for a bound,
#: and to confirm that there is no rota.
FIRST_SHARE, BETTER_SHARE, POLISH_SHARE, BOUND_SHARE, CONFIRM_SHARE = 0.1, 0.1, 0.7, 0.2, 0.3


def plan_small(programme: Programme, seed: str, workers: int | None, report: Report) -> Outcome:
    """The optimum, or the best found in time with its bound, or the confirmed lack of a rota."""
    board = _good_rota(programme, seed, report)
    bound = _bound(board, report)
    report.tell_bound(bound)
    if not board.unplaced:
        _polish(board, bound, seed, report)
        if board.points() == bound:
            return Outcome(Status.OPTIMAL, board.draft(), bound, bound)
        if report.clock.enough.is_set():
            return Outcome(Status.FEASIBLE, board.draft(), board.points(), bound)
    began = report.clock.now()
    exact = Exact(programme, seed, workers or os.cpu_count() or 1, report)
    found = exact.solve(None if board.unplaced else board.draft())
    report.end_stage("prove", began, found.total, found.bound)
    if found.outcome is Ended.INFEASIBLE:
        return Outcome(exact.confirmed(), None)
    return _better(board, found, max(bound, found.bound or 0), report)


def _bound(board: Board, report: Report) -> int:
    """Who goes where and when, each by itself: no rota has fewer points than both together."""
    began = report.clock.now()
    seconds = BOUND_SHARE * report.clock.left() / 2
    names = joint_names_bound(board.facts, seconds)
    bound = names + calendar_bound(board.facts, seconds, whole=True)
    report.end_stage("bound", began, bound=bound)
    return bound


def _polish(board: Board, bound: int, seed: str, report: Report) -> None:
    """Improve the rota by neighbourhoods until it meets the bound or its share of time is up."""
    clock, began = report.clock, report.clock.now()
    until = began + POLISH_SHARE * clock.left()
    polish = Polish(board, random_for(seed, "polish"))
    while board.points() > bound and clock.now() < until and clock.left() > 0:
        if polish.step(until - clock.now()):
            report.tell_board("improve", board)
    report.end_stage("neighbourhoods", began, board.points())


def _better(board: Board, found: Solved, bound: int, report: Report) -> Outcome:
    """The better of the two searches' rotas; the bound holds for either."""
    rotas: list[tuple[int, Draft]] = []
    if found.draft is not None and found.total is not None:
        rotas.append((found.total, found.draft))
    if not board.unplaced:
        rotas.append((board.points(), board.draft()))
    stopped = report.clock.stop.is_set()
    if not rotas:
        return Outcome(Status.STOPPED if stopped else Status.OUT_OF_TIME, None)
    points, draft = min(rotas, key=lambda rota: rota[0])
    if points == bound:
        return Outcome(Status.OPTIMAL, draft, points, bound)
    return Outcome(Status.STOPPED if stopped else Status.FEASIBLE, draft, points, bound)


def _good_rota(programme: Programme, seed: str, report: Report) -> Board:
    """A board with a good rota for the exact search to start from, or with none."""
    clock, board = report.clock, Board(Facts(programme))
    began = clock.now()
    first_rota(board, seed, clock, began + FIRST_SHARE * clock.left(), report)
    report.end_stage("construct", began, None if board.unplaced else board.points())
    report.tell_board("construct", board)
    if board.unplaced:
        return board
    return _annealed(board, seed, clock, report)


def _annealed(board: Board, seed: str, clock: Clock, report: Report) -> Board:
    began, length = clock.now(), max(0.01, BETTER_SHARE * clock.left())
    search = Anneal(board, Scanner(board.facts), random_for(seed, "small"))
    search.run(lambda: 1.0 if clock.left() == 0 else (clock.now() - began) / length, Cooling())
    best = Board(board.facts)
    best.load(search.best or board.draft())
    report.end_stage("improve", began, best.points())
    report.tell_board("improve", best)
    return best


class Exact:
    """The whole model of a small programme, solved by CP-SAT until the clock strikes."""

    def __init__(self, programme: Programme, seed: str, workers: int, report: Report) -> None:
        self.programme, self.report, self.workers = programme, report, workers
        self.seeds = random_for(seed, "exact")

    def solve(self, hint: Draft | None) -> Solved:
        """The best rota found, with its bound; INFEASIBLE is a claim, to be confirmed."""
        share = 1.0 if hint is not None else 1 - CONFIRM_SHARE
        return self._solve(hint, share, presolve=True)

    def confirmed(self) -> Status:
        """IMPOSSIBLE when a second solve with other parameters finds no rota either."""
        again = self._solve(None, 1.0, presolve=False)
        return Status.IMPOSSIBLE if again.outcome is Ended.INFEASIBLE else Status.OUT_OF_TIME

    def _solve(self, hint: Draft | None, share: float, *, presolve: bool) -> Solved:
        model = RotaModel(self.programme, Scope.whole(self.programme))
        if hint is not None:
            model.hint(hint)
        # Building takes seconds too; presolve may outlast its limit by one.
        seconds = max(0.0, share * self.report.clock.left() - 1)
        effort = Effort(
            seconds=seconds, workers=self.workers, seed=self.seeds.getrandbits(31), linearization=2
        )
        solver = effort.solver()
        solver.parameters.cp_model_presolve = presolve
        solver.best_bound_callback = self._tell_bound
        with _stopped_by(self.report.clock.is_called_off, solver):
            ended = OUTCOME_OF[solver.solve(model.cp, _Teller(self.report))]
        return solved(model, solver, ended)

    def _tell_bound(self, bound: float) -> None:
        if math.isfinite(bound):
            self.report.tell_bound(ceil_of(bound))


class _Teller(cp_model.CpSolverSolutionCallback):
    """Passes each better rota's points on to the report."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report

    def on_solution_callback(self) -> None:
        """Tell the total of the solution just found."""
        self._report.tell("prove", round(self.objective_value))


@contextmanager
def _stopped_by(is_called_off: Callable[[], bool], solver: cp_model.CpSolver) -> Iterator[None]:
    """Ask the solver to stop once the search is called off."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.1):
            if is_called_off():
                solver.stop_search()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
