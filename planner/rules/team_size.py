"""R4 team-size: each inspectorate's number lies between the policy's least and most.

The sizes of free teams have these ends by construction. A fixed team whose inspection may come
to carry a force-wide review, or no longer carry it, must be of a size that suits.
"""

from typing import TYPE_CHECKING

from models.inspectorate import Inspectorate

if TYPE_CHECKING:
    from planner.model import RotaModel


def strikes_names(model: "RotaModel", inspector_id: str, la_code: str, leads: bool) -> int:
    """Everything, for an inspectorate that does not come to the authority."""
    body = model.known.body_of[inspector_id]
    reviewed = model.known.extra_hmic if body is Inspectorate.HMIC else 0
    return 0 if model.known.size_range(la_code, body).most + reviewed else -1


def post(model: "RotaModel") -> None:
    """Each review that changes leaves the fixed HMIC team the right size (§30-32, §35)."""
    model.forbid_names(strikes_names)
    for code, number in model.fixed_hmic():
        sizes, carries = (
            model.known.size_range(code, Inspectorate.HMIC),
            model.reviews.carries(code),
        )
        extra = model.known.extra_hmic
        if not sizes.least <= number <= sizes.most:
            model.cp.add(carries == 1)
        if not sizes.least + extra <= number <= sizes.most + extra:
            model.cp.add(carries == 0)
