"""R10 available: nobody is deployed in weeks of work on a day of which he or she is absent."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.model import RotaModel


def strikes_names(model: "RotaModel", inspector_id: str, la_code: str, leads: bool) -> int:
    """The start weeks whose weeks of work hold an absence; rest weeks may hold leave."""
    return model.known.absent_starts(inspector_id, leads=leads, since=model.scope.since)


def post(model: "RotaModel") -> None:
    """Nobody works in a week of absence, the lead's preparation and report weeks included."""
    model.forbid_names(strikes_names)
