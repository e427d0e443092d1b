"""Inspectorates without enough people, whatever the weeks (R4, R12, R13, R14)."""

from collections.abc import Iterator

from models.inspectorate import Inspectorate
from planner.arithmetic.room import Room
from planner.arithmetic.saying import by_reason


def check_people(room: Room) -> Iterator[str]:
    """Yield what lacks people: a lead, an inspectorate, or enough of them at one authority."""
    yield from _no_lead(room)
    yield from _inspectorate_without_people(room)
    yield from by_reason(room.programme, _short_at_authorities(room))


def _no_lead(room: Room) -> Iterator[str]:
    if Inspectorate.OFSTED not in room.coming:
        yield "The phase table gives Ofsted no week, and every team has a lead from Ofsted."
    elif room.programme.authorities and not room.leads:
        ofsted = room.programme.inspectors_from[Inspectorate.OFSTED]
        seconded = sum(each.can_lead and each.is_seconded for each in ofsted)
        yield (
            f"No inspector may lead a team: of {len(ofsted)} from Ofsted none is established and "
            f"marked as one who can lead ({seconded} seconded are marked so)."
        )


def _inspectorate_without_people(room: Room) -> Iterator[str]:
    for body in room.coming:
        needed = sum(room.least(code, body) > 0 for code in room.programme.authority_of)
        if needed and not room.programme.inspectors_from[body]:
            yield (
                f"{body.title} has no inspectors, and must come to {needed} of "
                f"{len(room.programme.authorities)} authorities."
            )


def _short_at_authorities(room: Room) -> Iterator[tuple[str, str]]:
    for la_code in sorted(room.programme.authority_of):
        if room.leads and not room.unconflicted(room.leads, la_code):
            yield la_code, f"everyone who may lead ({len(room.leads)}) has a conflict of interest"
        for body in room.coming:
            reason = short_of(room, la_code, body)
            if reason:
                yield la_code, reason


def short_of(room: Room, la_code: str, body: Inspectorate) -> str:
    """Why too few of ``body`` may come to an authority; blank when enough may."""
    people, least = room.programme.inspectors_from[body], room.least(la_code, body)
    free = room.unconflicted(people, la_code)
    if not people or not least:
        return ""
    if not free:
        return f"everyone from {body.title} ({len(people)}) has a conflict of interest"
    if len(free) < least:
        return (
            f"at least {least} from {body.title} must come, and of its {len(people)} only "
            f"{len(free)} have no conflict of interest"
        )
    established, needed = sum(not each.is_seconded for each in free), room.least_established(least)
    if established < needed:
        return (
            f"at least {least} from {body.title} must come, {needed} of them established, and of "
            f"those without a conflict of interest {established} are"
        )
    return ""
