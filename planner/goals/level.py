"""G6 level: starts of a calendar month beyond the even load and one more, summed."""

from collections import defaultdict
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from planner.decisions.expression import Expression
from planner.goals.goal import Parts

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> Parts:
    """The raw figure, in inspections."""
    month_of, national = model.programme.calendar.month_of, model.programme.national_open_starts
    months = {month_of(week) for week in national}
    even = -(-len(model.programme.authorities) // max(1, len(months))) + 1
    fixed: dict[tuple[int, int], int] = defaultdict(int)
    for week in model.standing.slots.values():
        fixed[month_of(week)] += 1
    free: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for week, starts in model.slots.in_week(model.scope.free).items():
        free[month_of(week)] += starts
    excess = [
        _excess(model, month, free[month], even - fixed[month]) for month in sorted({*fixed, *free})
    ]
    return {"": sum(excess)}


def _excess(
    model: "RotaModel", month: tuple[int, int], starts: list[cp_model.IntVar], room: int
) -> Expression:
    """The starts beyond ``room``, which is negative where fixed ones alone are too many."""
    if len(starts) <= room:
        return 0
    if room <= 0:
        return cp_model.LinearExpr.sum(starts) - room
    excess = model.cp.new_int_var(0, len(starts) - room, f"excess[{month[0]}-{month[1]:02}]")
    model.cp.add(cp_model.LinearExpr.sum(starts) <= room + excess)
    return excess
