"""R9 year-quota: each programme year holds its share of the inspections, give or take."""

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> None:
    """A year's starts lie between the share's floor and ceiling, less and plus the tolerance."""
    programme = model.programme
    everybody, tolerance = len(programme.authorities), programme.policy.year_quota.tolerance
    free, standing = model.slots.in_week(model.scope.free), model.standing.starts_in
    for year in programme.calendar.years:
        fixed = sum(standing[week] for week in year)
        starts = [each for week in year for each in free.get(week, ())]
        share = everybody * len(year)
        least = share // programme.weeks - tolerance - fixed
        most = -(-share // programme.weeks) + tolerance - fixed
        if least > 0 or most < len(starts):
            model.cp.add_linear_constraint(cp_model.LinearExpr.sum(starts), least, most)
