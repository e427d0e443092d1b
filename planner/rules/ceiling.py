"""R15 ceiling: deployments per inspector and programme year stay within the ceiling."""

from collections import defaultdict
from typing import TYPE_CHECKING

from planner.decisions.names import Option, total

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> None:
    """The year's deployments, fixed ones included, stay within ceiling times FTE (policy)."""
    year_of = model.programme.calendar.year_of
    standing = model.standing.deployments_in_year
    for inspector, roster in model.names.rosters():
        in_year: dict[int, list[Option]] = defaultdict(list)
        for option in roster:
            in_year[year_of(option.weeks[0])].append(option)
        for year, options in in_year.items():
            left = model.programme.ceiling(inspector) - standing[inspector, year]
            if len({option.la_code for option in options}) > left:
                model.cp.add(total(options) <= left)
