"""From members that clash to few that do: whatever is left out without ending the clash goes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from planner.conflict.member import Member, Members, union
from planner.solve import Outcome

#: Decides whether some members can be kept together.
Decide = Callable[[Members], Outcome]
#: A group of more members than this is taken apart only as long as an eighth of it can go at once.
FEW = 12


@dataclass(frozen=True)
class Clash:
    """Groups of members that cannot be kept together.

    Without any one group the others can, save where ``unsettled`` says that time did not tell.
    """

    groups: tuple[Members, ...]
    unsettled: frozenset[Members] = frozenset()

    @property
    def members(self) -> Members:
        """All members of all groups."""
        return union(self.groups)


def shrink(decide: Decide, groups: Sequence[Members], beside: Iterable[Members] = ()) -> Clash:
    """Leave out groups, many at once and then one by one, as long as the clash stays.

    ``beside`` are groups that stay throughout. The first groups are the first to go.
    """
    rest = union(beside)
    kept = list(groups)
    size = len(kept) // 2
    while size > 1:
        kept, _ = _without_chunks(decide, kept, rest, size)
        size = min(size // 2, len(kept) // 2)
    kept, unsettled = _without_chunks(decide, kept, rest, 1)
    return Clash(tuple(kept), frozenset(unsettled))


def _without_chunks(
    decide: Decide, groups: Sequence[Members], rest: Members, size: int
) -> tuple[list[Members], list[Members]]:
    kept, unsettled, place = list(groups), list[Members](), 0
    while place < len(kept):
        fewer = [*kept[:place], *kept[place + size :]]
        outcome = decide(rest.union(*fewer))
        if outcome is Outcome.INFEASIBLE:
            kept = fewer
        else:
            if outcome is Outcome.UNKNOWN:
                unsettled += kept[place : place + size]
            place += size
    return kept, unsettled


def take_apart(
    decide: Decide,
    clash: Clash,
    stays: Callable[[Members], bool],
    weight: Callable[[Member], tuple[int, Member]],
) -> Clash:
    """Leave out single members of groups, the lightest first, where that takes few solves.

    A group of which ``stays`` holds is left as it is.
    """
    groups, unsettled = list(clash.groups), set(clash.unsettled)
    for group in sorted(clash.groups, key=len):
        if len(group) > 1 and not stays(group):
            beside = [each for each in groups if each != group]
            parts = _parts(decide, sorted(group, key=weight), beside)
            groups = [*beside, *parts.groups]
            unsettled = (unsettled - {group}) | parts.unsettled
    return Clash(tuple(groups), frozenset(unsettled) & frozenset(groups))


def _parts(decide: Decide, group: Sequence[Member], beside: Sequence[Members]) -> Clash:
    """The members of a group that are needed, each by itself; or all that are left, together."""
    rest = union(beside)
    kept = [frozenset([member]) for member in group]
    size = len(kept) // 2
    while len(kept) > FEW:
        before = len(kept)
        kept, _ = _without_chunks(decide, kept, rest, max(1, size))
        if size <= before // 8 and len(kept) == before:
            return Clash((union(kept),))
        size = max(1, min(size // 2, len(kept) // 2))
    return shrink(decide, kept, beside)
