"""Each member of a clash in one sentence, members that are alike together."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from models.explanation import ClashMember
from models.programme import Programme
from models.rulebook import RULE_OF
from planner.conflict import say_facts, say_rules
from planner.conflict.member import Member, Members, Subject
from planner.conflict.shrink import Clash

#: Subjects whose members are said one by one; all others are said together, rule by rule.
_ALONE = (
    Subject.BLACKOUT,
    Subject.CALENDAR,
    Subject.STARTS,
    Subject.RUNNING,
    Subject.YEAR,
    Subject.BODY,
    Subject.PIN,
    Subject.CONCERN,
)


def clash_members(programme: Programme, clash: Clash) -> tuple[ClashMember, ...]:
    """The members of a clash as words, in the order of the rules."""
    said = [_said(programme, members, clash) for members in together(programme, clash.members)]
    order = list(RULE_OF)
    return tuple(sorted(said, key=lambda each: order.index(each.rule)))


def together(programme: Programme, members: Iterable[Member]) -> list[list[Member]]:
    """Members that are said in one sentence: those of one rule and, of absences, one body."""
    groups: dict[tuple[str, ...], list[Member]] = {}
    for member in sorted(members):
        if member.subject in _ALONE:
            part = member.key
        elif member.subject is Subject.ABSENCE:
            who = programme.absences[member.row].inspector_id
            part = programme.inspector_of[who].inspectorate.value
        else:
            part = ""
        groups.setdefault((member.rule, member.subject.value, part), []).append(member)
    return list(groups.values())


def _said(programme: Programme, members: Sequence[Member], clash: Clash) -> ClashMember:
    rule, subject = members[0].rule, members[0].subject
    sayer = _BY_SUBJECT.get(subject) or _BY_RULE[rule]
    said = sayer(programme, members, clash.members)
    card = RULE_OF[rule]
    title = card.title[:1].lower() + card.title[1:]
    settled = not any(each & set(members) for each in clash.unsettled)
    return said.model_copy(
        update={"sentence": f"{card.id}, {title}: {said.sentence}", "settled": settled}
    )


_Sayer = Callable[[Programme, Sequence[Member], Members], ClashMember]
_BY_SUBJECT: Mapping[Subject, _Sayer] = {
    Subject.AUTHORITY: say_rules.say_inspected,
    Subject.CALENDAR: say_facts.say_calendar,
    Subject.BLACKOUT: say_facts.say_blackouts,
    Subject.CONCERN: say_facts.say_concern,
    Subject.ABSENCE: say_facts.say_absences,
    Subject.CONFLICT: say_facts.say_conflicts,
    Subject.PIN: say_facts.say_pin,
    Subject.STARTS: say_rules.say_starts,
    Subject.RUNNING: say_rules.say_running,
    Subject.YEAR: say_rules.say_year,
}
_BY_RULE: Mapping[str, _Sayer] = {
    "force_spacing": say_rules.say_spacing,
    "team_size": say_rules.say_team_size,
    "one_place": say_rules.say_one_place,
    "established": say_rules.say_established,
    "ceiling": say_rules.say_ceiling,
    "lead": say_rules.say_lead,
    "seven_on_site": say_rules.say_seven,
    "force_first": say_rules.say_first,
}
