"""R16 pinned: slots and deployments pinned by hand hold.

A deferred authority's forbidden weeks are blackouts, which R1 keeps.
"""

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from models.deployment import Role
from models.events import Pin
from planner.decisions.known import mask_of

if TYPE_CHECKING:
    from planner.model import RotaModel


def strikes_starts(model: "RotaModel", la_code: str) -> int:
    """Every week but the one to which the authority's slot is pinned."""
    week_of = model.programme.calendar.week_of
    struck = 0
    for pin in model.programme.pins:
        if pin.la_code == la_code and pin.start is not None:
            struck |= ~mask_of([week_of(pin.start)])
    return struck


def post(model: "RotaModel") -> None:
    """Whoever is pinned to a free team is on it, in the role that is pinned."""
    model.forbid_starts(strikes_starts)
    for pin in model.programme.pins:
        body = model.known.body_of.get(pin.inspector_id)
        if body is not None and (pin.la_code, body) in model.sizes.free:
            literals: list[cp_model.LiteralT] = [
                option.literal
                for option in model.names.team(pin.la_code, body)
                if option.inspector_id == pin.inspector_id and _suits(pin, leads=option.leads)
            ]
            if pin.la_code in model.scope.named:
                # Where the team is not decided, nor is who is on it.
                literals.append(model.names.decided(pin.la_code).negated())
            model.cp.add_at_least_one(literals)


def _suits(pin: Pin, *, leads: bool) -> bool:
    return pin.role not in (Role.LEAD, Role.MEMBER) or (pin.role is Role.LEAD) == leads
