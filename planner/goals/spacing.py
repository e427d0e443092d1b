"""G3 spacing: how much a force's consecutive starts fall short of the even gap.

Let each start cover the even gap's number of weeks from its own on. The shortfalls of a force
are then n times the even gap less the weeks covered, whatever the order of its inspections:
no order has to be decided, and a week is covered or not.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from planner.decisions.expression import Expression
from planner.goals.goal import Parts

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> Parts:
    """The raw figure by force, in weeks."""
    touched = model.reviews.touched
    return {
        force: _figure(model, force) if force in touched else _shortfall(model, force)
        for force in sorted(model.programme.authorities_in)
    }


def _shortfall(model: "RotaModel", force: str) -> int:
    """The figure of a force without a free inspection."""
    even_gap, slots = model.programme.even_gap_of[force], model.standing.slots
    weeks = sorted(slots[code] for code in model.reviews.members(force))
    return sum(max(0, even_gap - (later - week)) for week, later in pairwise(weeks))


def _figure(model: "RotaModel", force: str) -> Expression:
    even_gap, members = model.programme.even_gap_of[force], model.reviews.members(force)
    if model.keeps("force_spacing") and even_gap <= model.programme.gap_of[force]:
        return 0
    coverings = list(_coverings(model, members, even_gap))
    covered = [_is_covered(model, starts) for starts, _ in coverings]
    inspected = sum(model.slots.is_inspected(code) for code in members)
    weeks = cp_model.LinearExpr.weighted_sum(covered, [weeks for _, weeks in coverings])
    # A variable of its own, since its end at 0 is a bound that no sum of literals gives.
    bunched = model.cp.new_int_var(0, even_gap * len(members), f"bunched[{force}]")
    model.cp.add(bunched + weeks >= even_gap * inspected)
    return bunched


def _coverings(
    model: "RotaModel", members: tuple[str, ...], even_gap: int
) -> Iterator[tuple[list[cp_model.IntVar], int]]:
    """The sets of starts of which any one covers a week, and how many weeks are alike."""
    covering: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for week, starts in model.slots.in_week(members).items():
        for covered in range(week, week + even_gap):
            covering[covered] += starts
    alike: dict[tuple[int, ...], int] = defaultdict(int)
    starts_of: dict[tuple[int, ...], list[cp_model.IntVar]] = {}
    for starts in covering.values():
        key = tuple(sorted({start.index for start in starts}))
        alike[key] += 1
        starts_of[key] = starts
    for key, starts in starts_of.items():
        yield starts, alike[key]


def _is_covered(model: "RotaModel", starts: list[cp_model.IntVar]) -> cp_model.IntVar:
    """A literal that holds only if one of the starts does; it pays, so it holds if it can."""
    if any(start is model.slots.true for start in starts):
        return model.slots.true
    if len(starts) == 1:
        return starts[0]
    covered = model.cp.new_bool_var("covered")
    model.cp.add_bool_or(*starts, covered.negated())
    return covered
