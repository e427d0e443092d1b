"""R1 universal: every authority is inspected exactly once, in an open start week."""

from typing import TYPE_CHECKING

from planner.decisions.known import mask_of

if TYPE_CHECKING:
    from planner.model import RotaModel


def strikes_starts(model: "RotaModel", la_code: str) -> int:
    """Every week that is not open to the authority."""
    return ~mask_of(model.programme.open_starts[la_code])


def post(model: "RotaModel") -> None:
    """Every free authority starts in one of its weeks (§9, §30)."""
    model.forbid_starts(strikes_starts)
    for code in model.scope.free:
        model.cp.add_at_least_one(model.slots.starts(code).values())
