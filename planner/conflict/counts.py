"""How many start in each week, authorities that are alike counted together: R1, R8, R9 and pins.

R7 is left out, so that authorities in which the same weeks are barred, and which get the same
team, are interchangeable. Exact for what is in it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from models.programme import Programme
from planner.arithmetic.room import Room
from planner.conflict.member import Subject, fact, inspected
from planner.conflict.slots import barred, post_places
from planner.conflict.switches import Switches


@dataclass(frozen=True)
class Alike:
    """Authorities that are interchangeable, and how many of them start in each week."""

    codes: Sequence[str]
    starts: Mapping[int, cp_model.IntVar]

    @property
    def number(self) -> int:
        """How many authorities there are."""
        return len(self.codes)


def post_counts(switches: Switches, programme: Programme) -> Sequence[Alike]:
    """Post the rules on places, each behind its switch, and return who starts when."""
    groups = [
        _post_alike(switches, programme, codes) for codes in _groups(programme, switches.held)
    ]
    in_week = {week: [each.starts[week] for each in groups] for week in range(programme.weeks - 1)}
    post_places(switches, programme, in_week, whole=True)
    return groups


def _groups(programme: Programme, held: Collection[str]) -> Sequence[Sequence[str]]:
    """The authorities that are alike, those with a pinned start each by itself."""
    room, weeks = Room(programme), range(programme.weeks - 1)
    pinned = {pin.la_code for pin in programme.pins if pin.start is not None}
    found: dict[object, list[str]] = {}
    for code in sorted(programme.authority_of.keys() - set(held)):
        facts = frozenset(barred(programme, code, weeks))
        sizes = tuple(room.least(code, body) for body in room.coming)
        key = (facts, sizes, code if code in pinned else "")
        found.setdefault(key, []).append(code)
    return list(found.values())


def _post_alike(switches: Switches, programme: Programme, codes: Sequence[str]) -> Alike:
    cp, number = switches.cp, len(codes)
    starts = {
        week: cp.new_int_var(0, number, f"starts[{codes[0]}..,{week}]")
        for week in range(programme.weeks - 1)
    }
    total = cp_model.LinearExpr.sum(list(starts.values()))
    cp.add(total <= number)
    cp.add(total >= sum(switches.of(inspected(code)) for code in codes))
    for member, week in barred(programme, codes[0], starts):
        cp.add(starts[week] == 0).only_enforce_if(switches.of(member))
    for row, pin in enumerate(programme.pins):
        if pin.start is not None and pin.la_code in codes:
            start = starts.get(programme.calendar.week_of(pin.start))
            held = switches.of(fact("pinned", Subject.PIN, row))
            cp.add((0 if start is None else start) >= held)
    switches.counts.append((codes, starts))
    return Alike(codes, starts)
