"""The rules of a clash in sentences, with the figures that they ask for."""

from collections.abc import Sequence

from models.explanation import ClashMember
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.saying import say_authority, say_day, say_force, say_list, say_number
from planner.arithmetic.room import Room
from planner.arithmetic.saying import say_authorities
from planner.conflict.member import LEAD, Member, Members, Subject

#: People, forces and absences that a sentence names; of the others it says how many.
NAMED = 3


def say_inspected(programme: Programme, members: Sequence[Member], _all: Members) -> ClashMember:
    """Who must be inspected (R1)."""
    codes = [each.key for each in members]
    if len(codes) == len(programme.authorities) > NAMED:
        who = f"each of the {len(codes)} authorities is"
    elif len(codes) > 1:
        who = f"{say_authorities(programme, codes)}, {len(codes)} authorities, are each"
    else:
        who = f"{say_authority(programme, codes[0])} is"
    return ClashMember(
        rule="universal",
        sentence=f"{who} inspected once, in an open start week.",
        la_codes=tuple(codes),
        figures={"authorities": len(codes)},
    )


def say_spacing(programme: Programme, members: Sequence[Member], _all: Members) -> ClashMember:
    """The gaps of forces (R7)."""
    forces = [each.key for each in members]
    parts = [
        f"{say_number(programme.gap_of[force], 'week')} in {say_force(programme, force)}"
        for force in forces[:NAMED]
    ]
    more = len(forces) - len(parts)
    said = say_list([*parts, f"the gaps of {say_number(more, 'more force')}"] if more else parts)
    return ClashMember(
        rule="force_spacing",
        sentence=f"two inspections in one force start at least so far apart: {said}.",
        police_force_codes=tuple(forces),
        figures={"gap_weeks": programme.gap_of[forces[0]]},
    )


def say_starts(programme: Programme, _group: Sequence[Member], _all: Members) -> ClashMember:
    """The most starts in a week (R8)."""
    most = programme.policy.concurrency.starts_per_week
    return ClashMember(
        rule="concurrency",
        sentence=f"at most {say_number(most, 'inspection')} may start in a week.",
        figures={"starts_per_week": most},
    )


def say_running(programme: Programme, _group: Sequence[Member], _all: Members) -> ClashMember:
    """The most inspections running in a week (R8)."""
    most = programme.policy.concurrency.running_per_week
    return ClashMember(
        rule="concurrency",
        sentence=f"at most {say_number(most, 'inspection')} may be running in a week.",
        figures={"running_per_week": most},
    )


def say_year(programme: Programme, members: Sequence[Member], _all: Members) -> ClashMember:
    """What a programme year must and may hold (R9)."""
    number = members[0].row
    year, everybody = programme.calendar.years[number], len(programme.authorities)
    tolerance, share = programme.policy.year_quota.tolerance, everybody * len(year)
    least, most = share // programme.weeks - tolerance, -(-share // programme.weeks) + tolerance
    least = max(0, least)
    return ClashMember(
        rule="year_quota",
        sentence=(
            f"programme year {number + 1}, from {say_day(programme.calendar.monday(year[0]))}, "
            f"holds {least} to {most} of the {everybody} inspections."
        ),
        weeks=tuple(year),
        figures={"least": least, "most": most, "inspections": everybody},
    )


def say_team_size(programme: Programme, members: Sequence[Member], all_: Members) -> ClashMember:
    """The least and most that an inspectorate sends (R4)."""
    body = Inspectorate(members[0].key)
    codes = asked_authorities(programme, all_)
    room = Room(programme)
    leasts = sorted({room.least(code, body) for code in codes})
    most = max(programme.size_range(code, body, review=False).most for code in codes)
    number = say_number(most, "inspector")
    if leasts[0] < most:
        number = f"{leasts[0]} to {number}"
    where = say_authority(programme, codes[0]) if len(codes) == 1 else "an inspection, by its band"
    return ClashMember(
        rule="team_size",
        sentence=f"{body.title} sends {number} to {where}.",
        figures={"least": leasts[0], "largest_least": leasts[-1], "most": most},
    )


def asked_authorities(programme: Programme, members: Members) -> list[str]:
    """The authorities that a clash is about: those inspected or pinned in it, else all."""
    pins = (programme.pins[each.row] for each in members if each.subject is Subject.PIN)
    codes = {each.key for each in members if each.subject is Subject.AUTHORITY}
    return sorted(codes.union(pin.la_code for pin in pins) or programme.authority_of)


def say_one_place(programme: Programme, members: Sequence[Member], all_: Members) -> ClashMember:
    """How long an inspectorate's people are busy, one place at a time (R11)."""
    body = Inspectorate(members[0].key)
    room, people = Room(programme), programme.inspectors_from[body]
    weeks = {"weeks": room.member_span(body).length}
    sentence = (
        f"each of the {say_number(len(people), 'inspector')} of {body.title} is busy for "
        f"{say_number(weeks['weeks'], 'week')} with an inspection"
    )
    lead_weeks = room.lead_span.length
    if body is Inspectorate.OFSTED and LEAD in all_ and lead_weeks != weeks["weeks"]:
        weeks["lead_weeks"] = lead_weeks
        sentence += f", a lead for {lead_weeks}"
    return ClashMember(
        rule="one_place",
        sentence=f"{sentence}, and with one at a time.",
        figures={"people": len(people), **weeks},
    )


def say_established(programme: Programme, members: Sequence[Member], _all: Members) -> ClashMember:
    """The largest share of seconded people (R14)."""
    body, percent = Inspectorate(members[0].key), programme.policy.seconded.percent
    seconded = sum(each.is_seconded for each in programme.inspectors_from[body])
    return ClashMember(
        rule="established",
        sentence=(
            f"of a part of two or more from {body.title} at most {percent} % may be seconded, and "
            f"{seconded} of its {len(programme.inspectors_from[body])} are."
        ),
        figures={"percent": percent, "seconded": seconded},
    )


def say_ceiling(programme: Programme, members: Sequence[Member], _all: Members) -> ClashMember:
    """The most deployments in a year (R15)."""
    body, most = Inspectorate(members[0].key), programme.policy.ceiling.deployments_per_year
    able = sum(programme.ceiling(each.inspector_id) for each in programme.inspectors_from[body])
    return ClashMember(
        rule="ceiling",
        sentence=(
            f"at most {say_number(most, 'deployment')} a year at full time, so {able} for all of "
            f"{body.title}."
        ),
        figures={"deployments_per_year": most, "together": able},
    )


def say_lead(programme: Programme, _group: Sequence[Member], _all: Members) -> ClashMember:
    """That each team has a lead (R13)."""
    leads = sum(each.may_lead for each in programme.inspectors)
    return ClashMember(
        rule="lead",
        sentence=f"each team has one lead, from the {leads} of Ofsted who may lead.",
        figures={"leads": leads},
    )


def say_seven(programme: Programme, _group: Sequence[Member], _all: Members) -> ClashMember:
    """The most on site on one day (R5)."""
    most = programme.policy.on_site.most
    return ClashMember(
        rule="seven_on_site",
        sentence=f"never more than {most} are on site on one day.",
        figures={"most": most},
    )


def say_first(programme: Programme, _group: Sequence[Member], _all: Members) -> ClashMember:
    """What a force-wide review asks for (R6)."""
    extra = programme.policy.force_wide_review.extra_hmic
    return ClashMember(
        rule="force_first",
        sentence=(
            f"the first inspection in a force, and the first after each force-wide change, carries "
            f"the force-wide review, for which HMIC sends {extra} more."
        ),
        figures={"extra_hmic": extra},
    )
