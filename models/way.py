"""One of several ways to take changes into a rota, in the figures by which it is chosen."""

from collections.abc import Iterable

from models.replan import Replanned
from models.result import Status
from models.word import Word


class Way(Word):
    """What one way costs.

    ``people`` are the ids of those who must be told something. ``km`` is the sum of the whole
    kilometres of every deployment from base to authority, HMCPSI's aside; ``points`` the goals'
    total.
    """

    slots_moved: int
    deployments_changed: int
    people: frozenset[str]
    km: int
    points: int
    status: Status

    @property
    def figures(self) -> tuple[int, int, int]:
        """Slots, people and points: a way that is no better in any of them is none."""
        return self.slots_moved, len(self.people), self.points


def way_of(replanned: Replanned) -> Way:
    """The figures of a re-plan with a rota."""
    result = replanned.result
    assert result.rota is not None
    assert result.goals is not None
    reached = {tier.name: tier.reached for tier in replanned.tiers}
    return Way(
        slots_moved=reached["slots"],
        deployments_changed=reached["deployments"],
        people=frozenset(each.inspector_id for each in replanned.told),
        km=sum(each.km or 0 for each in result.rota.deployments),
        points=result.goals.total,
        status=result.status,
    )


def is_dominated(one: Way, other: Way) -> bool:
    """Whether the other is nowhere worse in slots, people and points, and somewhere better."""
    pairs = list(zip(other.figures, one.figures, strict=True))
    return all(theirs <= own for theirs, own in pairs) and other.figures != one.figures


def worth_showing(ways: Iterable[Replanned]) -> tuple[Replanned, ...]:
    """The first, and the others of which none dominates another, each disturbing other people.

    The first is the one that changes least tier by tier, and stays whatever others save: one that
    dominates it goes. The others are sorted by slots, people and points.
    """
    first, *others = ways
    at_first = way_of(first)
    told = [(way_of(each), each) for each in others]
    free = [pair for pair in told if not is_dominated(at_first, pair[0])]
    every = [at_first, *(way for way, _ in free)]
    front = [pair for pair in free if not any(is_dominated(pair[0], way) for way in every)]
    kept: list[tuple[Way, Replanned]] = []
    for way, each in sorted(front, key=lambda pair: pair[0].figures):
        if all(way.people != known.people for known in (at_first, *(pair[0] for pair in kept))):
            kept.append((way, each))
    return (first, *(each for _, each in kept))
