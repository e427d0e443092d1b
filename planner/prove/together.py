"""All parts at once: the whole model of a small programme, told what is known of each part.

This is no relaxation, so given time enough it proves the optimum itself.
"""

from collections.abc import Mapping

from planner.facts import Facts
from planner.model import RotaModel
from planner.prove.calendar import GOALS as WHEN
from planner.prove.weights import GOALS as WHO
from planner.scope import Scope
from planner.solve import HOLDS_A_DRAFT, OUTCOME_OF, Effort, Outcome, ceil_of


def whole_bound(
    facts: Facts, names: Mapping[str, int], calendar: int, seconds: float
) -> tuple[int, bool]:
    """Points that no rota goes below, and whether some rota has no more.

    ``names`` by inspectorate and ``calendar`` are bounds already known. Of a programme without a
    rota nothing is said but what is known already.
    """
    model = RotaModel(facts.programme, Scope.whole(facts.programme))
    for body, points in names.items():
        model.cp.add(model.points(WHO, body) >= points)
    model.cp.add(model.points(WHEN) >= calendar)
    solver = Effort(seconds, linearization=2).solver()
    outcome = OUTCOME_OF[solver.solve(model.cp)]
    known = sum(names.values()) + calendar
    if outcome in (*HOLDS_A_DRAFT, Outcome.UNKNOWN):
        known = max(known, ceil_of(solver.best_objective_bound))
    return known, outcome is Outcome.OPTIMAL
