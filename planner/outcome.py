"""What a search hands to the final gate."""

from dataclasses import dataclass

from models.result import Status
from planner.draft import Draft


@dataclass(frozen=True)
class Outcome:
    """A status with the best draft, if any, and the best bound on the total in points, if any."""

    status: Status
    draft: Draft | None
    bound: int | None = None
