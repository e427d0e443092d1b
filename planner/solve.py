"""One solve of one scope, and what became of it; statuses are never merged."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum

from ortools.sat.python import cp_model

from models.programme import Programme
from planner.draft import Draft
from planner.model import RotaModel
from planner.reader import read
from planner.scope import Scope

#: CP-SAT takes seeds up to 2**31 - 1.
MOST_SEED = 2**31 - 1


class Outcome(Enum):
    """How a solve ended."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


#: MODEL_INVALID is not among them: it is a bug of ours, and looking it up raises.
OUTCOME_OF = {
    cp_model.OPTIMAL: Outcome.OPTIMAL,
    cp_model.FEASIBLE: Outcome.FEASIBLE,
    cp_model.INFEASIBLE: Outcome.INFEASIBLE,
    cp_model.UNKNOWN: Outcome.UNKNOWN,
}

HOLDS_A_DRAFT = (Outcome.OPTIMAL, Outcome.FEASIBLE)


@dataclass(frozen=True)
class Effort:
    """How hard to try: ``seconds`` of wall clock, and the solver's own repeatable ``units``.

    One worker, a seed and units alone repeat exactly; a wall clock that strikes first does not.
    Without ``probing`` presolve is short: where a hint is near the best, it costs more than it
    saves. With ``core`` the objective is brought up from below, by what cannot all be 0 together:
    the quicker where nearly all of its many terms are 0 in the best answer.
    """

    seconds: float = 10.0
    units: float = float("inf")
    workers: int = 1
    seed: int = 0
    linearization: int = 1
    probing: bool = True
    core: bool = False

    def solver(self) -> cp_model.CpSolver:
        """A solver set to this effort."""
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = max(0.0, self.seconds)
        # Ctrl-C is for whoever runs the solver: its own handler would end the process.
        solver.parameters.catch_sigint_signal = False
        if self.units != float("inf"):
            solver.parameters.max_deterministic_time = self.units
        solver.parameters.num_workers = self.workers
        solver.parameters.linearization_level = self.linearization
        solver.parameters.random_seed = self.seed % MOST_SEED
        solver.parameters.optimize_with_core = self.core
        if not self.probing:
            solver.parameters.cp_model_probing_level = 0
            solver.parameters.max_presolve_iterations = 1
            solver.parameters.symmetry_level = 0
        return solver


@dataclass(frozen=True)
class Solved:
    """The best draft found, if any, its total in points, and the proven bound on any total.

    ``units`` is the work done, as the solver counts it: the same on every run.
    """

    outcome: Outcome
    draft: Draft | None
    total: int | None
    bound: int | None
    units: float = 0.0


def solve_scope(programme: Programme, scope: Scope, incumbent: Draft, effort: Effort) -> Solved:
    """The best draft within the scope, never worse than the incumbent if that lies within it.

    CP-SAT may return worse than its hint when a limit strikes, so the totals are compared.
    Raises KeyError where CP-SAT calls the model invalid: our bug.
    """
    model = RotaModel(programme, scope)
    model.hint(incumbent)
    solver = effort.solver()
    outcome = OUTCOME_OF[solver.solve(model.cp)]
    found = solved(model, solver, outcome)
    if outcome is Outcome.OPTIMAL or outcome is Outcome.INFEASIBLE:
        return found
    kept = price(model, incumbent)
    if kept is None or (found.total is not None and found.total <= kept):
        return found
    return Solved(Outcome.FEASIBLE, incumbent, kept, found.bound, found.units)


def solved(model: RotaModel, solver: cp_model.CpSolver, outcome: Outcome) -> Solved:
    """What the solver holds after a solve that ended so."""
    units = solver.deterministic_time
    if outcome not in HOLDS_A_DRAFT:
        return Solved(outcome, None, None, None, units)
    bound = ceil_of(solver.best_objective_bound)
    return Solved(outcome, read(model, solver), round(solver.objective_value), bound, units)


def ceil_of(bound: float) -> int:
    """The least whole number of points that a bound allows, noise in the last digits aside."""
    return -int(-(bound - 1e-6) // 1)


def price(model: RotaModel, draft: Draft) -> int | None:
    """The model's total of a draft; None where it breaks a rule or lies outside the scope.

    The model is pinned to the draft for it and can say nothing else afterwards.
    """
    model.pin(draft)
    solver = Effort().solver()
    outcome = OUTCOME_OF[solver.solve(model.cp)]
    return round(solver.objective_value) if outcome is Outcome.OPTIMAL else None


@contextmanager
def stopped_by(is_called_off: Callable[[], bool], solver: cp_model.CpSolver) -> Iterator[None]:
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
