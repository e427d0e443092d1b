"""R15 ceiling: deployments per inspector and programme year stay within the ceiling."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from planner.decisions.names import Option

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> None:
    """The year's deployments, fixed ones included, stay within ceiling times FTE (policy)."""
    standing = model.standing.deployments_in_year
    for inspector, roster in model.names.rosters():
        for year, weeks in enumerate(model.programme.calendar.years):
            # What stands may be too much already (Re-plan, Past); then nothing is added to it.
            left = max(0, model.programme.ceiling(inspector) - standing[inspector, year])
            options = [option for option in roster if _can_be_in(option, weeks)]
            if len({option.la_code for option in options}) > left:
                in_year = [_in_year(model, option, weeks) for option in options]
                model.cp.add(cp_model.LinearExpr.sum(in_year) <= left)


def _can_be_in(option: Option, year: Sequence[int]) -> bool:
    return any(week in year for week in option.weeks)


def _in_year(model: "RotaModel", option: Option, year: Sequence[int]) -> cp_model.IntVar:
    """A literal that holds at least where the deployment does and starts in the year."""
    if all(week in year for week in option.weeks):
        return option.literal
    code = option.la_code
    starts = model.slots.within(code, [each for each in model.slots.starts(code) if each in year])
    both = model.cp.new_bool_var(f"deploys[{option.inspector_id},{code},{year[0]}..]")
    model.cp.add_bool_or(both, option.literal.negated(), starts.negated())
    return both
