"""R3 phases: an inspectorate is on site only in its weeks.

A deployment's weeks on site are those of the phase table by construction; an inspectorate to
which the table gives no week is never deployed.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.model import RotaModel


def strikes_names(model: "RotaModel", inspector_id: str, la_code: str, leads: bool) -> int:
    """Everything, for somebody whose inspectorate takes no part."""
    body = model.known.body_of[inspector_id]
    return 0 if model.programme.policy.phase(body) else -1


def post(model: "RotaModel") -> None:
    """Nobody is deployed whose inspectorate takes no part (§37-39)."""
    model.forbid_names(strikes_names)
