"""Whether there are people enough, counted before anything is planned."""

from models.capacity.measure import capacity
from models.capacity.words import TIGHT_FROM, Capacity, Days, Group, Quarter, Room, Stretch

__all__ = [
    "TIGHT_FROM", "Capacity", "Days", "Group", "Quarter", "Room", "Stretch", "capacity",
]  # fmt: skip
