"""Bounds that hold for every rota: relaxations of the whole, one a file."""

from planner.prove.bounds import TOGETHER, Bounds, PartBound
from planner.prove.calendar import calendar_bound
from planner.prove.joint_names import joint_names_bound
from planner.prove.proof import prove_bound
from planner.prove.whole_names import names_bound, names_bounds

__all__ = [
    "TOGETHER",
    "Bounds",
    "PartBound",
    "calendar_bound",
    "joint_names_bound",
    "names_bound",
    "names_bounds",
    "prove_bound",
]
