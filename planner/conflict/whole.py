"""The whole model of a few authorities, every rule in it behind the switches of its members.

R5, R6, R11, R13, R14 and R15 are the planner's own posts, told apart by whom their constraints
name; R1, R4, R7 to R10, R12 and R16 are posted here, member by member. Exact for the authorities
in it; where others are left out, what it excludes is excluded all the same.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from models import opening
from models.deployment import Role
from models.events import Pin
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from planner.conflict.member import FIRST, LEAD, SEVEN, Member, Subject, fact, of_body
from planner.conflict.slots import post_slots
from planner.conflict.switches import NOTHING_HELD, Switches
from planner.decisions.names import Option
from planner.draft import Draft
from planner.model import RotaModel
from planner.rules import RULES
from planner.scope import Scope

#: The rules whose posts are taken as they are, each with who names the member of a constraint.
TAKEN = ("seven_on_site", "force_first", "lead", "one_place", "established", "ceiling")
ALWAYS = ("two_weeks", "phases")
#: With more choices than this of person, place and week, weeks share the literals of names: to say
#: that something can be kept is then a matter of a tenth of a second instead of several.
MOST_BY_WEEK = 500
_ONE_MEMBER: Mapping[str, Member] = {
    "seven_on_site": SEVEN,
    "force_first": FIRST,
    "lead": LEAD,
}


def whole_model(
    programme: Programme,
    weeks: Mapping[str, Sequence[int]],
    bodies: Collection[Inspectorate] = ON_SITE,
    held: Mapping[str, int] = NOTHING_HELD,
) -> Switches:
    """The switches of the whole model of the authorities in ``weeks``, which says when they start.

    Only people of ``bodies`` can be named.
    """
    people = [each.inspector_id for each in programme.inspectors if each.inspectorate in bodies]
    scope = Scope(
        weeks={code: tuple(chosen) for code, chosen in weeks.items()},
        candidates=dict.fromkeys(weeks, frozenset(people)),
        bodies=dict.fromkeys(weeks, frozenset(ON_SITE)),
        fixed=Draft(slots=held, teams={}, leads={}),
    )
    rules = tuple(rule for rule in RULES if rule.name in (*ALWAYS, *TAKEN))
    model = RotaModel(programme, scope, rules, goals=(), strikes=False, most_by_week=MOST_BY_WEEK)
    model.cp.proto.clear_objective()
    switches = Switches(model.cp, held)
    _attribute(switches, model)
    post_slots(switches, programme, {code: model.slots.starts(code) for code in scope.free})
    _post_sizes(switches, model)
    _post_absences(switches, model)
    _post_conflicts(switches, model)
    _post_pins(switches, model)
    return switches


def _attribute(switches: Switches, model: RotaModel) -> None:
    """Put each constraint that a rule posted behind the switch of the member it belongs to."""
    body_of = _bodies_by_literal(model)
    starts = {
        start.index for code in model.scope.free for start in model.slots.starts(code).values()
    }
    for rule in TAKEN:
        for index in model.posted[rule]:
            member = _ONE_MEMBER.get(rule) or _by_body(model, rule, index, body_of)
            if member is not None and not _defines(model, index, starts, body_of):
                switches.enforce(index, member)


def _bodies_by_literal(model: RotaModel) -> dict[int, Inspectorate]:
    known = model.known.body_of
    return {option.literal.index: known[option.inspector_id] for option in model.names}


def _defines(
    model: RotaModel, index: int, starts: set[int], body_of: dict[int, Inspectorate]
) -> bool:
    """Whether a constraint only says that a literal stands for several start weeks."""
    constraint = model.cp.proto.constraints[index]
    if not constraint.has_linear() or list(constraint.linear.domain) != [0, 0]:
        return False
    names = set(constraint.linear.vars)
    return len(names & starts) > 1 and not names & body_of.keys()


def _by_body(
    model: RotaModel, rule: str, index: int, body_of: dict[int, Inspectorate]
) -> Member | None:
    """The member of a constraint of one inspectorate; None for one that only defines a literal."""
    constraint = model.cp.proto.constraints[index]
    if constraint.has_interval():
        return None
    if constraint.has_no_overlap():
        first = model.cp.proto.constraints[constraint.no_overlap.intervals[0]]
        return of_body(rule, body_of[first.enforcement_literal[0]])
    if constraint.has_bool_or():
        # R15: "deployed and starts in the year" stands for its deployment from here on.
        bodies = {body_of[each] for each in _plain(constraint.bool_or.literals) if each in body_of}
        for each in constraint.bool_or.literals:
            if each >= 0 and bodies:
                body_of.setdefault(each, next(iter(bodies)))
        return None
    literals = constraint.at_most_one.literals if constraint.has_at_most_one() else ()
    names = [*_plain(literals), *_plain(constraint.linear.vars if constraint.has_linear() else ())]
    bodies = {body_of[each] for each in names if each in body_of}
    return of_body(rule, bodies.pop()) if bodies else None


def _plain(literals: Iterable[int]) -> Iterator[int]:
    """The variables of literals, negated or not."""
    return (each if each >= 0 else -each - 1 for each in literals)


def _post_sizes(switches: Switches, model: RotaModel) -> None:
    """Least and most of each inspectorate, the review's extra included (R4)."""
    for (code, body), size in model.sizes.free.items():
        if not model.programme.policy.phase(body):
            continue
        sizes = model.known.size_range(code, body)
        extra = model.known.extra_hmic if body is Inspectorate.HMIC else 0
        reviewed = extra * size.review if extra else 0
        held = switches.of(of_body("team_size", body))
        inspected = size.inspected
        model.cp.add(size.number >= sizes.least * inspected + reviewed).only_enforce_if(held)
        model.cp.add(size.number <= sizes.most * inspected + reviewed).only_enforce_if(held)


def _post_absences(switches: Switches, model: RotaModel) -> None:
    """Nobody works in a week of an absence, each row by itself (R10)."""
    busy, calendar = model.programme.policy.busy, model.programme.calendar
    beyond = max(busy.lead_preparation_weeks, busy.lead_report_weeks, busy.rest_weeks)
    for row, each in enumerate(model.programme.absences):
        away = opening.absent_weeks([(each.start, each.end)], calendar, beyond)
        member = fact("available", Subject.ABSENCE, row)
        for option in model.names.roster(each.inspector_id) if away else ():
            worked = model.known.span(each.inspector_id, leads=option.leads).worked
            barred = [
                week for week in option.weeks if any(week + offset in away for offset in worked)
            ]
            _forbid(switches, model, option, barred, member)


def _forbid(
    switches: Switches, model: RotaModel, option: Option, weeks: list[int], member: Member
) -> None:
    """Keep a deployment out of some weeks while the member is held to."""
    if not weeks:
        return
    switch = switches.of(member)
    if len(weeks) == len(option.weeks):
        model.cp.add_implication(switch, option.literal.negated())
        return
    starts = model.slots.starts(option.la_code)
    for week in weeks:
        model.cp.add_bool_or(switch.negated(), option.literal.negated(), starts[week].negated())


def _post_conflicts(switches: Switches, model: RotaModel) -> None:
    for row, each in enumerate(model.programme.conflicts):
        inside = model.programme.authorities_in.get(each.police_force_code, ())
        for option in model.names.roster(each.inspector_id):
            if option.la_code == each.la_code or option.la_code in inside:
                switch = switches.of(fact("no_conflict", Subject.CONFLICT, row))
                model.cp.add_implication(switch, option.literal.negated())


def _post_pins(switches: Switches, model: RotaModel) -> None:
    """Whoever is pinned is on the team, in the role that is pinned (R16)."""
    for row, pin in enumerate(model.programme.pins):
        body = model.known.body_of.get(pin.inspector_id)
        if body in ON_SITE and model.scope.is_free(pin.la_code):
            options = [
                option.literal
                for option in model.names.at(pin.la_code)
                if option.inspector_id == pin.inspector_id and _suits(pin, leads=option.leads)
            ]
            switch = switches.of(fact("pinned", Subject.PIN, row))
            model.cp.add_bool_or([*options, switch.negated()])


def _suits(pin: Pin, *, leads: bool) -> bool:
    return pin.role not in (Role.LEAD, Role.MEMBER) or (pin.role is Role.LEAD) == leads
