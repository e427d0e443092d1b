"""Whether what a head-count leaves can be kept by people with names."""

from models.inspectorate import Inspectorate
from models.programme import Programme
from planner.conflict.judge import Judge, Limit, is_kept
from planner.conflict.member import LEAD, Members, Subject
from planner.conflict.sentences import together
from planner.conflict.shrink import Clash
from planner.conflict.whole import whole_model

#: Seconds for one look at start weeks, and for one at the names that go with them.
SLOTS, NAMES = 2.0, 3.0


def settled(programme: Programme, judge: Judge, clash: Clash, limit: Limit) -> Clash:
    """The clash, unsettled where no names were found without one of the members that are shown."""
    unsettled = set(clash.unsettled)
    for shown in together(programme, clash.members):
        left = clash.members.difference(shown)
        if not _has_names(programme, judge, left, limit):
            unsettled.update(group for group in clash.groups if group & set(shown))
    return Clash(clash.groups, frozenset(unsettled))


def _has_names(programme: Programme, judge: Judge, members: Members, limit: Limit) -> bool:
    if not is_kept(judge.decide(members, limit.within(SLOTS))):
        return False
    bodies = _bodies(members)
    if not bodies:
        return True
    weeks = {code: (week,) for code, week in judge.slots().items()}
    named = Judge(
        whole_model(programme, weeks, bodies, judge.switches.held), judge.workers, judge.seed
    )
    return is_kept(named.decide(members, limit.within(NAMES)))


def _bodies(members: Members) -> set[Inspectorate]:
    """The inspectorates of whom somebody must come."""
    bodies = {
        Inspectorate(each.key)
        for each in members
        if each.subject is Subject.BODY and each.rule == "team_size"
    }
    return bodies | ({Inspectorate.OFSTED} if LEAD in members else set())
