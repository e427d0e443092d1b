"""What is asked of one more way to take changes in, question by question."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.way import Way
from planner.replanning.counts import Numbers

#: So many deployments more than the first way may change, to save points.
MORE_DEPLOYMENTS = (1, 2, 4)


class Room(StrEnum):
    """What is free while a way is looked for, besides the slots that the first way moves.

    The names of the inspectorates that the changes hit, over their whole calendar; other slots
    beside these names; the names of everybody.
    """

    HIT = "hit"
    SLOTS = "slots"
    EVERYBODY = "everybody"


@dataclass(frozen=True)
class Asked:
    """What one more way may cost, and wherein it must be better or other than the first.

    ``most`` are the numbers that it may reach. ``fewest_people`` and ``most_people`` bound how
    many it disturbs, ``most_points`` its points. With ``other_slots`` it moves other slots than
    the first. With ``people_first`` it disturbs as few as it can, and only then saves points.
    """

    room: Room
    most: Numbers
    fewest_people: int = 0
    most_people: int | None = None
    most_points: int | None = None
    other_slots: bool = False
    people_first: bool = False


def asked_of(first: Way, least: Numbers) -> Iterator[Asked]:
    """What is asked in turn: as good with other people, fewer people, fewer points, other slots.

    None of it lets a way dominate the first, which changes least and stays.
    """
    yield from _in_room(Room.HIT, first, least)
    if first.slots_moved:
        most = _raised(least, slots=1, deployments=MORE_DEPLOYMENTS[-1])
        yield Asked(Room.SLOTS, most, len(first.people) + 1, other_slots=True)


def asked_at_last(first: Way, least: Numbers) -> Iterator[Asked]:
    """What is asked once nothing is left of the rest: the same of the names of everybody."""
    yield from _in_room(Room.EVERYBODY, first, least)


def _in_room(room: Room, first: Way, least: Numbers) -> Iterator[Asked]:
    people, points = len(first.people), first.points
    yield Asked(room, least, people, people, points)
    yield Asked(room, least, most_people=people - 1, people_first=True)
    for more in MORE_DEPLOYMENTS:
        yield Asked(room, _raised(least, deployments=more), people + 1, None, points - 1)


def _raised(least: Numbers, slots: int = 0, deployments: int = 0) -> Numbers:
    return least._replace(slots=least.slots + slots, deployments=least.deployments + deployments)
