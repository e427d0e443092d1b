"""The search for a clash: layer by layer, made small, and confirmed by another solve."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from models.inspectorate import ON_SITE
from models.programme import Programme
from planner.conflict.judge import Judge, Limit, is_kept
from planner.conflict.layers import FEW, Layer, layers, names_model
from planner.conflict.member import Members, Subject, coarse_groups, inspected, union, weight_of
from planner.conflict.settle import settled
from planner.conflict.shrink import Clash, Decide, shrink, take_apart
from planner.conflict.stretches import named_authorities
from planner.solve import Outcome

#: Seconds for one solve while a clash is made small; a first look may take longer.
EACH, FIRST_LOOK = 2.0, 10.0


@dataclass(frozen=True)
class Found:
    """A clash, confirmed by another solve, and the layer in which it was found."""

    clash: Clash
    layer: Layer


@dataclass(frozen=True)
class Search:
    """How the search for a clash goes about it; ``held`` are inspections that have begun."""

    limit: Limit
    workers: int
    seed: int
    tell: Callable[[str], None] = lambda stage: None
    held: Mapping[str, int] = field(default_factory=dict)

    def find(self, programme: Programme) -> Found | None:
        """The first clash that a layer shows and another solve confirms; None if none does."""
        for layer in layers(programme, self.held):
            if self.limit.left() <= 0:
                return None
            self.tell(f"conflict: {layer.name}")
            found = self._look(programme, layer)
            if found is not None:
                return found
        return None

    def clashes(self, programme: Programme, layer: Layer, seconds: float) -> bool:
        """Whether a layer shows in so many seconds that a programme has no rota."""
        judge, groups = self._heard(programme, layer)
        held = union(groups)
        return judge.decide(held, self.limit.within(seconds)) is Outcome.INFEASIBLE

    def still_clashes(self, programme: Programme, found: Found, seconds: float) -> bool:
        """Whether the members of a clash clash in a changed programme, whatever else does."""
        judge = Judge(found.layer.build(programme), self.workers, self.seed)
        held = found.clash.members & judge.switches.members
        return judge.decide(held, self.limit.within(seconds)) is Outcome.INFEASIBLE

    def _heard(self, programme: Programme, layer: Layer) -> tuple[Judge, list[Members]]:
        judge = Judge(layer.build(programme), self.workers, self.seed)
        heard = [
            layer.heard(programme, group) & judge.switches.members
            for group in coarse_groups(programme)
        ]
        return judge, [group for group in heard if group]

    def _look(self, programme: Programme, layer: Layer) -> Found | None:
        judge, groups = self._heard(programme, layer)
        held = union(groups)
        if judge.decide(held, self.limit.within(FIRST_LOOK)) is not Outcome.INFEASIBLE:
            return None

        def decide(members: Members) -> Outcome:
            return judge.decide(members, self.limit.within(EACH))

        clash = _narrowed(programme, decide, _coarse(decide, groups))
        named = layer.bodies is not None
        clash = take_apart(
            decide,
            clash,
            lambda group: not named and _is_of_authorities(group),
            lambda member: weight_of(programme, member),
        )
        again = judge.decide(clash.members, self.limit.within(FIRST_LOOK), again=True)
        if again is not Outcome.INFEASIBLE:
            return None
        told = clash if layer.exact else self._settled(programme, judge, clash)
        return None if told is None else Found(told, layer)

    def _settled(self, programme: Programme, judge: Judge, clash: Clash) -> Clash | None:
        """What a head-count has shown, looked at with names: all of them where that is possible.

        None where names can be found after all, which would be a bug of ours.
        """
        free = sorted(programme.authority_of.keys() - set(self.held))
        if len(free) > FEW:
            return settled(programme, judge, clash, self.limit)
        whole = names_model(programme, free, ON_SITE, self.held)
        names = Judge(whole, self.workers, self.seed)
        if is_kept(names.decide(clash.members, self.limit.within(FIRST_LOOK))):
            return None
        return shrink(lambda members: names.decide(members, self.limit.within(EACH)), clash.groups)


def _coarse(decide: Decide, groups: Sequence[Members]) -> Clash:
    """Groups that clash. That everybody is inspected is the last thing to be left out.

    Year quotas ask for inspections too: where they are in the clash, there may be a smaller one
    without R1.
    """
    asked = [group for group in groups if _is_of_authorities(group)]
    others = [group for group in groups if group not in asked]
    fewer = shrink(decide, others, asked)
    asking = shrink(decide, asked, fewer.groups)
    clash = Clash((*fewer.groups, *asking.groups), fewer.unsettled | asking.unsettled)
    quotas = any(member.rule == "year_quota" for member in clash.members)
    if quotas and asking.groups and decide(union(others)) is Outcome.INFEASIBLE:
        without = shrink(decide, others)
        return min((clash, without), key=lambda each: len(each.groups))
    return clash


def _is_of_authorities(group: Members) -> bool:
    return all(member.subject is Subject.AUTHORITY for member in group)


def _narrowed(programme: Programme, decide: Decide, clash: Clash) -> Clash:
    """R1 at those authorities alone that the facts of the clash name, if that clashes as well."""
    groups = list(clash.groups)
    for place, group in enumerate(groups):
        rest = [each for each in groups if each != group]
        facts = union(rest)
        fewer = group & {inspected(code) for code in named_authorities(programme, facts)}
        some = _is_of_authorities(group) and fewer and fewer != group
        if some and decide(facts | fewer) is Outcome.INFEASIBLE:
            groups[place] = fewer
            return Clash(tuple(groups), clash.unsettled - {group})
    return clash
