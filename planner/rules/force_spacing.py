"""R7 force-spacing: two inspections in one force start at least its gap apart."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> None:
    """In any run of weeks as long as the gap a force has one start at most (policy, for §31)."""
    for force in model.reviews.touched:
        gap = model.programme.gap_of[force]
        in_week = model.slots.in_week(model.reviews.members(force))
        for first in in_week:
            window = [
                start for week in range(first, first + gap) for start in in_week.get(week, ())
            ]
            if len(window) > 1:
                model.cp.add_at_most_one(window)
