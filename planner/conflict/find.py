"""The search for a clash: layer by layer, made small, and confirmed by another solve."""

from collections.abc import Callable
from dataclasses import dataclass

from models.programme import Programme
from planner.conflict.judge import Judge, Limit
from planner.conflict.layers import Layer, layers
from planner.conflict.member import coarse_groups
from planner.conflict.shrink import Clash, Decide, shrink, take_apart
from planner.solve import Outcome

#: Seconds for one solve while a clash is made small; a first look may take longer.
EACH, FIRST_LOOK = 2.0, 10.0


@dataclass(frozen=True)
class Found:
    """A clash, where it was found, and whether another solve has confirmed it."""

    clash: Clash
    layer: str
    confirmed: bool
    solves: int


@dataclass(frozen=True)
class Search:
    """How the search for a clash goes about it."""

    limit: Limit
    workers: int
    seed: int
    tell: Callable[[str], None] = lambda stage: None

    def find(self, programme: Programme) -> Found | None:
        """The first clash that a layer shows and another solve confirms; None if none does."""
        for layer in layers(programme):
            if self.limit.left() <= 0:
                return None
            self.tell(f"conflict: {layer.name}")
            found = self._look(programme, layer)
            if found is not None and found.confirmed:
                return found
        return None

    def _look(self, programme: Programme, layer: Layer) -> Found | None:
        judge = Judge(layer.build(programme), self.workers, self.seed)
        heard = [
            layer.heard(programme, group) & judge.switches.members
            for group in coarse_groups(programme)
        ]
        groups = [group for group in heard if group]
        first = judge.decide(frozenset().union(*groups), self.limit.within(FIRST_LOOK))
        if first is not Outcome.INFEASIBLE:
            return None
        decide = self.decides(judge)
        clash = take_apart(decide, shrink(decide, groups))
        again = judge.decide(clash.members, self.limit.within(FIRST_LOOK), again=True)
        return Found(clash, layer.name, again is Outcome.INFEASIBLE, judge.solves)

    def decides(self, judge: Judge) -> Decide:
        """A look at some members, in little time."""
        return lambda members: judge.decide(members, self.limit.within(EACH))
