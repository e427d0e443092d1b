"""What a search hands to the final gate."""

from dataclasses import dataclass

from models.result import Status
from planner.draft import Draft


@dataclass(frozen=True)
class Outcome:
    """A status with the best draft, if any, its points by the search, and a bound on any total."""

    status: Status
    draft: Draft | None
    points: int | None = None
    bound: int | None = None
