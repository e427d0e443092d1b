"""When alone, without people: a bound on G1, G3 and G6.

The relaxation keeps the rules on slots (R1, R7, R8, R9) and drops everything about people. It is
the whole model with fewer rules and goals, so it is posted from the same files.
"""

from models.inspectorate import ON_SITE
from models.programme import Programme
from planner.goals import GOALS
from planner.model import RotaModel
from planner.rules import RULES
from planner.scope import Scope
from planner.solve import HOLDS_A_DRAFT, OUTCOME_OF, Effort, Outcome, ceil_of

KEPT_RULES = ("universal", "force_spacing", "concurrency", "year_quota")
KEPT_GOALS = ("priority", "spacing", "level")


def calendar_bound(programme: Programme, effort: Effort) -> int:
    """Points of priority, spacing and level that no rota goes below; zero where time ends first."""
    codes = tuple(programme.authority_of)
    scope = Scope(
        weeks={code: programme.open_starts[code] for code in codes},
        candidates=dict.fromkeys(codes, ()),
        bodies=dict.fromkeys(codes, frozenset(ON_SITE)),
    )
    model = RotaModel(
        programme,
        scope,
        rules=[rule for rule in RULES if rule.name in KEPT_RULES],
        goals=[goal for goal in GOALS if goal.name in KEPT_GOALS],
    )
    solver = effort.solver()
    outcome = OUTCOME_OF[solver.solve(model.cp)]
    if outcome in (*HOLDS_A_DRAFT, Outcome.UNKNOWN):
        return max(0, ceil_of(solver.best_objective_bound))
    return 0
