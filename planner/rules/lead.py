"""R13 lead: exactly one lead on each team: Ofsted, may lead, established."""

from typing import TYPE_CHECKING

from models.inspectorate import Inspectorate
from planner.decisions.names import total

if TYPE_CHECKING:
    from planner.model import RotaModel


def strikes_names(model: "RotaModel", inspector_id: str, la_code: str, leads: bool) -> int:
    """Every week as lead, for somebody who may not lead."""
    return -1 if leads and not model.programme.inspector_of[inspector_id].may_lead else 0


def post(model: "RotaModel") -> None:
    """One of those who may lead leads, in the stretch of weeks that the slot is in (§11)."""
    model.forbid_names(strikes_names)
    for code in model.scope.free:
        if Inspectorate.OFSTED in model.scope.bodies[code]:
            for stretch, options in model.names.by_stretch(code, model.names.leads(code)):
                model.cp.add(total(options) == stretch.literal)
