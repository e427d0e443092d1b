"""The whole model of a small programme, solved by CP-SAT until the clock strikes."""

import math
from dataclasses import replace

import numpy as np
from ortools.sat.python import cp_model

from models.result import Status
from planner.draft import Draft
from planner.facts import Facts
from planner.floors import Floors
from planner.model import RotaModel
from planner.report import Report
from planner.scope import Scope
from planner.seed import random_for
from planner.solve import OUTCOME_OF, Effort, Outcome, Solved, ceil_of, solved, stopped_by

#: The share of the time left that is kept to confirm that there is no rota.
CONFIRM_SHARE = 0.3
#: CP-SAT's ways of searching, in the order in which workers are given them. Its own order begins
#: with one that has only part of the linear relaxation, which proves hardly any programme here.
WAYS = ("max_lp", "core", "quick_restart", "reduced_costs", "no_lp", "pseudo_costs")


#: A rota whose points are above the floors by no more than this share of them is near.
NEAR = 0.005


class Exact:
    """The search for an optimum and its proof, in ``workers`` threads of the solver."""

    def __init__(self, facts: Facts, seed: str, workers: int, report: Report) -> None:
        self.facts, self.report, self.workers = facts, report, workers
        self.seeds = random_for(seed, "exact")

    def solve(self, floors: Floors, hint: Draft | None, points: int | None = None) -> Solved:
        """The best rota found, with its bound; INFEASIBLE is a claim, to be confirmed.

        ``points`` are those of the hint.
        """
        model = RotaModel(self.facts.programme, self._scope())
        floors.tell(model)
        if hint is not None:
            model.hint(hint)
        share = 1.0 if hint is not None else 1 - CONFIRM_SHARE
        near = points is not None and points - floors.total <= NEAR * floors.total
        return self._solved(model, share, presolve=True, upwards=near)

    def confirmed(self) -> Status:
        """IMPOSSIBLE when the bare model, solved in another way, has no rota either."""
        model = RotaModel(self.facts.programme, self._scope())
        again = self._solved(model, 1.0, presolve=False, upwards=False)
        return Status.IMPOSSIBLE if again.outcome is Outcome.INFEASIBLE else Status.OUT_OF_TIME

    def _scope(self) -> Scope:
        """Everything free, save slots that leave a concern for HMCPSI without anybody (§33)."""
        whole, facts = Scope.whole(self.facts.programme), self.facts
        weeks = {
            code: tuple(int(week) for week in np.flatnonzero(facts.opens[at]))
            for code, at in facts.index_of_code.items()
        }
        return replace(whole, weeks=weeks)

    def _solved(self, model: RotaModel, share: float, *, presolve: bool, upwards: bool) -> Solved:
        # Presolve may outlast its limit by a second.
        seconds = max(0.0, share * self.report.clock.left() - 1)
        effort = Effort(
            seconds=seconds, workers=self.workers, seed=self.seeds.getrandbits(31), linearization=2
        )
        solver = effort.solver()
        solver.parameters.cp_model_presolve = presolve
        # Where next to nothing is left to gain, refuting each total from below is the quicker.
        solver.parameters.use_objective_lb_search = upwards
        if self.workers > 1:
            solver.parameters.subsolvers.extend(WAYS)
        solver.best_bound_callback = self._tell_bound
        with stopped_by(self.report.clock.is_called_off, solver):
            ended = OUTCOME_OF[solver.solve(model.cp, _Teller(self.report))]
        found = solved(model, solver, ended)
        # Of an optimum the solver tells no bound on the way.
        self.report.tell_bound(found.bound)
        return found

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
