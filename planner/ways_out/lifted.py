"""Facts taken back: a pin lifted, a blackout lifted, somebody not away."""

from collections.abc import Iterator, Sequence
from typing import Any

from models.altered import changed_programme
from models.programme import Programme
from models.saying import (
    say_authority,
    say_day,
    say_force,
    say_inspector,
    say_list,
    say_number,
)
from planner.conflict.member import Members, Subject
from planner.conflict.say_facts import NAMED, say_blackout
from planner.ways_out.attempt import Attempt


def _rows(members: Members, subject: Subject) -> list[int]:
    return sorted(member.row for member in members if member.subject is subject)


def _others(rows: Sequence[Any], dropped: Sequence[int]) -> tuple[Any, ...]:
    return tuple(each for row, each in enumerate(rows) if row not in dropped)


def lifted_pin(programme: Programme, members: Members) -> Iterator[Attempt]:
    """One pin lifted, then two of them (R16)."""
    rows = _rows(members, Subject.PIN)
    for dropped in (*([row] for row in rows), *([rows[:2]] if len(rows) > 2 else [])):
        said = say_list(_say_pin(programme, row) for row in dropped)
        fewer = changed_programme(programme, pins=_others(programme.pins, dropped))
        yield Attempt("pin", f"{said} lifted", len(dropped), fewer)


def _say_pin(programme: Programme, row: int) -> str:
    pin = programme.pins[row]
    said = f"the pin of {say_authority(programme, pin.la_code)}"
    if pin.inspector_id:
        said += f" with {say_inspector(programme, pin.inspector_id)}"
    return said if pin.start is None else f"{said} to {say_day(pin.start)}"


def lifted_blackout(programme: Programme, members: Members) -> Iterator[Attempt]:
    """One blackout lifted, then all of the clash (R1)."""
    rows = _rows(members, Subject.BLACKOUT)
    for dropped in (*([row] for row in rows), *([rows] if len(rows) > 1 else [])):
        said = say_list(say_blackout(programme, programme.blackouts[row]) for row in dropped)
        fewer = changed_programme(programme, blackouts=_others(programme.blackouts, dropped))
        yield Attempt("blackout", f"{said} lifted", len(dropped), fewer)


def not_absent(programme: Programme, members: Members) -> Iterator[Attempt]:
    """One, two, … absences of the clash taken back, the shortest first (R10)."""
    rows = _rows(members, Subject.ABSENCE)
    rows.sort(key=lambda row: (programme.absences[row].end - programme.absences[row].start, row))
    alone = [[row] for row in rows[:NAMED]]
    for dropped in (*alone, *(rows[:number] for number in range(2, len(rows) + 1))):
        fewer = changed_programme(programme, absences=_others(programme.absences, dropped))
        yield Attempt("absence", _say_absences(programme, dropped), len(dropped), fewer)


def _say_absences(programme: Programme, rows: Sequence[int]) -> str:
    named = [programme.absences[row] for row in rows[:NAMED]]
    parts = [
        f"the absence of {say_inspector(programme, each.inspector_id)} from {say_day(each.start)} "
        f"to {say_day(each.end)}"
        for each in named
    ]
    more = len(rows) - len(parts)
    said = say_list([*parts, say_number(more, "more absence")] if more else parts)
    return f"{said} taken back"


def lifted_conflict(programme: Programme, members: Members) -> Iterator[Attempt]:
    """One conflict of interest taken back, for one that should not be recorded (R12)."""
    for row in _rows(members, Subject.CONFLICT)[:NAMED]:
        conflict = programme.conflicts[row]
        place = (
            say_authority(programme, conflict.la_code)
            if conflict.la_code
            else say_force(programme, conflict.police_force_code)
        )
        who = say_inspector(programme, conflict.inspector_id)
        said = f"the conflict of interest of {who} with {place} taken back, if there is none"
        fewer = changed_programme(programme, conflicts=_others(programme.conflicts, [row]))
        yield Attempt("conflict", said, 1, fewer)
