"""R2 two-weeks: an inspection is its start week and the next, nothing outside them.

Slots, spans and attendance are built of these two weeks alone; what is left to forbid is a
start without a second week.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.model import RotaModel


def strikes_starts(model: "RotaModel", la_code: str) -> int:
    """The programme's last week, which no second week follows, and all beyond."""
    return -1 << model.programme.weeks - 1


def post(model: "RotaModel") -> None:
    """No inspection starts without a second week inside the programme (§23, §37)."""
    model.forbid_starts(strikes_starts)
