"""Pins that cannot hold, or cannot hold together (R16)."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, product

import numpy as np

from models.deployment import Role
from models.inspector import Inspector
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.saying import say_authority, say_day, say_inspector, say_list, say_number
from planner.arithmetic.openings import least_misfit
from planner.arithmetic.room import Room, Span, Weeks


def check_pins(room: Room) -> Iterator[str]:
    """Yield each pin, or set of pins, that no rota can keep."""
    yield from _slots(room)
    for la_code in sorted({pin.la_code for pin in room.programme.pins if pin.inspector_id}):
        for reason in _team(room, la_code):
            yield f"{say_authority(room.programme, la_code)}: {reason}."
    pinned = {pin.inspector_id for pin in room.programme.pins} - {""}
    for inspector_id in sorted(pinned):
        yield from _two_places(room, room.programme.inspector_of[inspector_id])


def _slots(room: Room) -> Iterator[str]:
    for la_code in sorted(room.programme.authority_of):
        authority, mondays = say_authority(room.programme, la_code), _mondays(room, la_code)
        if len(mondays) > 1:
            said = say_list(say_day(monday) for monday in mondays)
            yield f"{authority} is pinned to {len(mondays)} starts, {said}."
        elif mondays and room.open(la_code).any() and not _weeks(room, la_code).any():
            yield f"{authority} is pinned to {say_day(mondays[0])}, a start that is not open to it."
        elif mondays and not (room.fits(la_code) & _weeks(room, la_code)).any():
            yield from _misfit(room, la_code, mondays[0])


def _misfit(room: Room, la_code: str, monday: date) -> Iterator[str]:
    """A pinned start in which no team fits, where some other start holds one."""
    if room.fits(la_code).any():
        why = least_misfit(room, la_code, _weeks(room, la_code), review=False)
        authority = say_authority(room.programme, la_code)
        yield f"{authority} is pinned to {say_day(monday)}; {why}."


def _mondays(room: Room, la_code: str) -> list[date]:
    pins = (pin for pin in room.programme.pins if pin.la_code == la_code)
    return sorted({pin.start for pin in pins if pin.start is not None})


def _weeks(room: Room, la_code: str) -> Weeks:
    return room.open(la_code) & room.pinned(la_code)


def _pinned(programme: Programme, la_code: str) -> dict[Inspector, set[Role]]:
    """Who is pinned to an authority, with the roles that are pinned too."""
    found: dict[Inspector, set[Role]] = {}
    for pin in programme.pins:
        if pin.la_code == la_code and pin.inspector_id:
            roles = found.setdefault(programme.inspector_of[pin.inspector_id], set())
            roles.update([pin.role] if pin.role else [])
    return found


def _team(room: Room, la_code: str) -> Iterator[str]:
    people = _pinned(room.programme, la_code)
    for inspector, roles in people.items():
        who = say_inspector(room.programme, inspector.inspector_id)
        yield from (f"{who} is pinned to it, {why}" for why in _cannot(room, la_code, inspector))
        if Role.LEAD in roles and not inspector.may_lead:
            yield f"{who} is pinned to it as lead, and may not lead"
        if {Role.LEAD, Role.MEMBER} <= roles:
            yield f"{who} is pinned to it as lead and as member"
    leads = [each.inspector_id for each, roles in people.items() if Role.LEAD in roles]
    if len(leads) > 1:
        said = say_list(say_inspector(room.programme, code) for code in leads)
        yield f"{len(leads)} leads are pinned to it, {said}"
    for body in ON_SITE:
        yield from _part(room, la_code, [each for each in people if each.inspectorate is body])
    yield from _together(room, la_code, people)


def _cannot(room: Room, la_code: str, inspector: Inspector) -> Iterator[str]:
    programme, body = room.programme, inspector.inspectorate
    if la_code in programme.conflicts_of[inspector.inspector_id]:
        yield "with a conflict of interest"
    if body is Inspectorate.HMCPSI:
        if la_code not in {each.la_code for each in programme.cps_concerns}:
            yield "and no concern about the Crown Prosecution Service is recorded there"
    elif body not in programme.bodies_at(la_code):
        yield f"and {body.title} does not come there"


def _part(room: Room, la_code: str, part: Sequence[Inspector]) -> Iterator[str]:
    """What the pins of one inspectorate's part of the team make too large or too seconded."""
    if not part or part[0].inspectorate not in room.programme.bodies_at(la_code):
        return
    body, percent = part[0].inspectorate, room.programme.policy.seconded.percent
    most = room.programme.size_range(la_code, body, review=True).most
    least = max(room.least(la_code, body), len(part))
    seconded = sum(each.is_seconded for each in part)
    if len(part) > most:
        yield f"{len(part)} from {body.title} are pinned to it, and {most} is the most"
    elif not any(size == 1 or 100 * seconded <= percent * size for size in range(least, most + 1)):
        yield (
            f"{seconded} seconded from {body.title} are pinned to it, and of a part of {most}, "
            f"the most, {percent} % may be seconded"
        )


def _together(room: Room, la_code: str, people: dict[Inspector, set[Role]]) -> Iterator[str]:
    """Whether some open week finds all the pinned people present in their roles."""
    weeks = _weeks(room, la_code)
    open_weeks = say_number(int(weeks.sum()), "open week")
    present: dict[str, Weeks] = {}
    for inspector, roles in people.items():
        leads = Role.LEAD in roles and inspector.may_lead
        if leads or inspector.inspectorate in room.coming:
            span = room.lead_span if leads else room.member_span(inspector.inspectorate)
            present[inspector.inspector_id] = weeks & room.present(inspector, span)
    absent = [code for code, mask in present.items() if not mask.any()]
    if not weeks.any():
        return
    for code in absent:
        who = say_inspector(room.programme, code)
        yield f"{who} is pinned to it, and absent in every one of its {open_weeks}"
    if present and not absent and not np.all(list(present.values()), axis=0).any():
        said = say_list(say_inspector(room.programme, code) for code in sorted(present))
        yield f"{said} are pinned to it, and one or another is absent in each of its {open_weeks}"


def _two_places(room: Room, inspector: Inspector) -> Iterator[str]:
    """Two pinned inspections with pinned starts that keep one person busy at once (R11)."""
    if inspector.inspectorate not in room.coming:
        return
    places = _pinned_places(room, inspector)
    for (la_code, week, spans), (other, other_week, other_spans) in combinations(places, 2):
        if all(
            _overlap(week, span, other_week, other_span)
            for span, other_span in product(spans, other_spans)
        ):
            who = say_inspector(room.programme, inspector.inspector_id)
            where = say_list(say_authority(room.programme, code) for code in (la_code, other))
            yield f"{who} is pinned to {where}, whose pinned starts overlap for one person."


def _pinned_places(room: Room, inspector: Inspector) -> list[tuple[str, int, list[Span]]]:
    """Where somebody is pinned with a pinned start: authority, week, spans by possible role."""
    places = []
    member, week_of = room.member_span(inspector.inspectorate), room.programme.calendar.week_of
    for la_code in sorted({pin.la_code for pin in room.programme.pins}):
        people, mondays = _pinned(room.programme, la_code), _mondays(room, la_code)
        if inspector in people and len(mondays) == 1:
            roles = people[inspector]
            spans = [] if Role.LEAD in roles else [member]
            if inspector.may_lead and Role.MEMBER not in roles:
                spans.append(room.lead_span)
            places.append((la_code, week_of(mondays[0]), spans))
    return places


def _overlap(week: int, span: Span, other_week: int, other: Span) -> bool:
    return (
        week + span.first <= other_week + other.last
        and other_week + other.first <= week + span.last
    )
