"""The facts of a clash in sentences: blackouts, absences, conflicts of interest, pins, concerns."""

from collections.abc import Sequence

from models.events import Blackout, BlackoutScope
from models.explanation import ClashMember
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.saying import (
    say_authority,
    say_day,
    say_force,
    say_inspector,
    say_list,
    say_number,
)
from planner.conflict.member import Member, Members

#: People, forces and absences that a sentence names; of the others it says how many.
NAMED = 3


def say_calendar(programme: Programme, _group: Sequence[Member], _all: Members) -> ClashMember:
    """How many weeks the closed periods and the summer shut (R1)."""
    calendar = programme.calendar
    shut = [week for week in range(programme.weeks) if calendar.is_closed(week)]
    summer = sorted(calendar.summer_weeks & set(range(programme.weeks)))
    closed = say_number(len(shut), "week")
    sentence = f"the closed periods shut {closed} and the summer {len(summer)}."
    return ClashMember(
        rule="universal",
        sentence=sentence,
        weeks=tuple(sorted({*shut, *summer})),
        figures={"closed": len(shut), "summer": len(summer)},
    )


def say_blackouts(programme: Programme, members: Sequence[Member], _all: Members) -> ClashMember:
    """A blackout (R1)."""
    blackout = programme.blackouts[members[0].row]
    week_of = programme.calendar.week_of
    scope, key = blackout.scope, blackout.key
    return ClashMember(
        rule="universal",
        sentence=f"{say_blackout(programme, blackout)}.",
        la_codes=(key,) if scope is BlackoutScope.AUTHORITY else (),
        police_force_codes=(key,) if scope is BlackoutScope.FORCE else (),
        weeks=tuple(
            week
            for week in range(week_of(blackout.start), week_of(blackout.end) + 1)
            if 0 <= week < programme.weeks
        ),
    )


def say_blackout(programme: Programme, blackout: Blackout) -> str:
    """A blackout with whom it applies to and its days, never its reason."""
    days = f"from {say_day(blackout.start)} to {say_day(blackout.end)}"
    key, scope = blackout.key, blackout.scope
    if scope is BlackoutScope.NATIONAL:
        return f"the national blackout {days}"
    if scope is BlackoutScope.AUTHORITY:
        return f"the blackout of {say_authority(programme, key)} {days}"
    if scope is BlackoutScope.FORCE:
        return f"the blackout of {say_force(programme, key)} {days}"
    return f"the blackout of {Inspectorate(key).title} {days}"


def say_concern(programme: Programme, members: Sequence[Member], _all: Members) -> ClashMember:
    """A concern that HMCPSI must follow up (R1, §33)."""
    concern = programme.cps_concerns[members[0].row]
    return ClashMember(
        rule="universal",
        sentence=(
            f"the concern about the Crown Prosecution Service in "
            f"{say_authority(programme, concern.la_code)}, recorded on "
            f"{say_day(concern.recorded_on)}, is followed up by HMCPSI."
        ),
        la_codes=(concern.la_code,),
    )


def say_absences(programme: Programme, members: Sequence[Member], _all: Members) -> ClashMember:
    """Absences of one inspectorate's people (R10)."""
    rows = [programme.absences[each.row] for each in members]
    ids = sorted({each.inspector_id for each in rows})
    spans = [
        f"{say_inspector(programme, each.inspector_id)} from {say_day(each.start)} to "
        f"{say_day(each.end)}"
        for each in rows[:NAMED]
    ]
    more = len(rows) - len(spans)
    people = say_number(len(ids), "person", "people")
    said = say_list([*spans, f"{say_number(more, 'more absence')}"] if more else spans)
    return ClashMember(
        rule="available",
        sentence=f"absent: {said}" + (f" ({people} in all)." if more else "."),
        inspector_ids=tuple(ids),
        figures={"absences": len(rows), "people": len(ids)},
    )


def say_conflicts(programme: Programme, members: Sequence[Member], _all: Members) -> ClashMember:
    """Conflicts of interest, place by place (R12)."""
    rows = [programme.conflicts[each.row] for each in members]
    with_places: dict[str, list[str]] = {}
    for each in rows:
        place = (
            say_authority(programme, each.la_code)
            if each.la_code
            else say_force(programme, each.police_force_code)
        )
        with_places.setdefault(place, []).append(each.inspector_id)
    parts = [
        f"{_people(programme, ids)} {'has' if len(ids) == 1 else 'have'} a conflict of interest "
        f"with {place}"
        for place, ids in with_places.items()
    ]
    return ClashMember(
        rule="no_conflict",
        sentence=f"{say_list(parts)}.",
        la_codes=tuple(sorted({each.la_code for each in rows} - {""})),
        police_force_codes=tuple(sorted({each.police_force_code for each in rows} - {""})),
        inspector_ids=tuple(sorted({each.inspector_id for each in rows})),
        figures={"conflicts": len(rows)},
    )


def _people(programme: Programme, ids: Sequence[str]) -> str:
    named = [say_inspector(programme, each) for each in ids[:NAMED]]
    more = len(ids) - len(named)
    return say_list([*named, f"{more} more"] if more else named)


def say_pin(programme: Programme, members: Sequence[Member], _all: Members) -> ClashMember:
    """A pinned start, a pinned person, or both (R16)."""
    pin = programme.pins[members[0].row]
    where, who = say_authority(programme, pin.la_code), ""
    if pin.inspector_id:
        role = f" as {pin.role.value}" if pin.role else ""
        who = f"{say_inspector(programme, pin.inspector_id)}{role}"
    if pin.start is None:
        said = f"{who} is pinned to {where}"
    else:
        said = f"{where} is pinned to start on {say_day(pin.start)}" + (f" with {who}" * bool(who))
    return ClashMember(
        rule="pinned",
        sentence=f"{said}.",
        la_codes=(pin.la_code,),
        inspector_ids=(pin.inspector_id,) if pin.inspector_id else (),
        weeks=() if pin.start is None else (programme.calendar.week_of(pin.start),),
    )
