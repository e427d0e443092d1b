"""The calendar's bound: windows that slide, against the rules and goals as the model posts them."""

from hypothesis import given, settings
from ortools.sat.python import cp_model

from models.inspectorate import ON_SITE
from models.programme import Programme
from planner.facts import Facts
from planner.goals import GOALS
from planner.model import RotaModel
from planner.prove.calendar import GOALS as WHEN
from planner.prove.calendar import calendar_bound
from planner.rules import RULES
from planner.scope import Scope
from tests.cases.draws import tiny_programmes
from tests.cases.programmes import make_programme

SLOT_RULES = ("universal", "force_spacing", "concurrency", "year_quota")


def _best(programme: Programme) -> int | None:
    """The optimum of the slots alone by CP-SAT; None where there are none."""
    codes = tuple(programme.authority_of)
    scope = Scope(
        weeks={code: programme.open_starts[code] for code in codes},
        candidates=dict.fromkeys(codes, ()),
        bodies=dict.fromkeys(codes, frozenset(ON_SITE)),
    )
    model = RotaModel(
        programme,
        scope,
        rules=[rule for rule in RULES if rule.name in SLOT_RULES],
        goals=[goal for goal in GOALS if goal.name in WHEN],
    )
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return round(solver.objective_value) if solver.solve(model.cp) == cp_model.OPTIMAL else None


@settings(max_examples=40)
@given(tiny_programmes)
def test_whole_slots_prove_the_optimum_of_the_calendar(programme: Programme) -> None:
    facts, best = Facts(programme), _best(programme)
    if best is not None:
        assert calendar_bound(facts, 20, whole=True) == best
        assert calendar_bound(facts, 20, whole=False) <= best
        alone = [calendar_bound(facts, 20, whole=True, goals=[goal]) for goal in WHEN]
        assert sum(alone) <= best


def test_bunched_starts_cost_what_they_fall_short_of_the_even_gap() -> None:
    # Three in one force within nine weeks: eight start weeks, an even gap of two, two apart fits.
    crowded = make_programme([{"police_force_code": "F1"}] * 3, weeks=9)
    assert calendar_bound(Facts(crowded), 20, whole=True, goals=["spacing"]) == _best(crowded) == 0


def test_authorities_due_at_once_are_late_one_after_another() -> None:
    # One start a week, and all due in the first: 0 + 1 + 2 weeks late, by risk weight 2, times 5.
    policy = {"concurrency": {"starts_per_week": 1}}
    due = make_programme([{"due": "2014-01-06", "risk_weight": 2}] * 3, policy=policy)
    bound = calendar_bound(Facts(due), 20, whole=False, goals=["priority"])
    assert bound == (0 + 1 + 2) * 2 * 5
