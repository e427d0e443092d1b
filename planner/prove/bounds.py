"""What is proven of every rota of a programme, part by part and goal by goal."""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: The part that is neither an inspectorate's names, by its word, nor the calendar.
TOGETHER = "together"


@dataclass(frozen=True)
class PartBound:
    """Points of one part that no rota goes below.

    ``together`` holds what all parts at once cost beyond each by itself. ``seconds`` is the time
    that went into it so far; ``optimal`` says that the part by itself can be had for the points.
    """

    points: int
    seconds: float
    optimal: bool = False


@dataclass(frozen=True)
class Bounds:
    """The bounds of all parts, which add up, and of each goal by itself, in points."""

    parts: Mapping[str, PartBound] = field(default_factory=dict)
    by_goal: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Points that no rota's total goes below."""
        by_part = sum(part.points for part in self.parts.values())
        return max(by_part, sum(self.by_goal.values()))
