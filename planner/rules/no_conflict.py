"""R12 no-conflict: nobody is deployed where a conflict of interest is recorded."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.model import RotaModel


def strikes_names(model: "RotaModel", inspector_id: str, la_code: str, leads: bool) -> int:
    """Everything, where the inspector has a conflict with the authority or its force."""
    return -1 if la_code in model.programme.conflicts_of[inspector_id] else 0


def post(model: "RotaModel") -> None:
    """Nobody is deployed where a conflict with the authority or its force is recorded."""
    model.forbid_names(strikes_names)
