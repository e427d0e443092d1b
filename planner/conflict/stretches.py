"""The weeks that a clash leaves each authority, and the stretches that some cannot leave."""

from collections.abc import Iterator, Sequence

import numpy as np

from models.programme import Programme
from models.saying import say_day
from planner.arithmetic.room import Weeks
from planner.conflict.member import Members, Subject


def possible_weeks(asked: Programme, la_code: str) -> Weeks:
    """The start weeks that blackouts and pins of the clash leave an authority."""
    mask = np.zeros(asked.weeks, bool)
    mask[list(asked.open_starts[la_code])] = True
    for pin in asked.pins:
        if pin.la_code == la_code and pin.start is not None:
            mask &= np.arange(asked.weeks) == asked.calendar.week_of(pin.start)
    return mask


def stretches(
    asked: Programme, codes: Sequence[str]
) -> Iterator[tuple[int, int, list[str], list[int]]]:
    """Stretches of weeks that some authorities cannot leave: first, last, they, their weeks."""
    masks = {code: possible_weeks(asked, code) for code in codes}
    spans = {code: np.flatnonzero(mask) for code, mask in masks.items() if mask.any()}
    firsts = sorted({int(span[0]) for span in spans.values()})
    lasts = sorted({int(span[-1]) for span in spans.values()})
    for first in firsts:
        for last in lasts:
            inside = [code for code, span in spans.items() if first <= span[0] and span[-1] <= last]
            if inside:
                weeks = sorted({int(week) for code in inside for week in spans[code]})
                yield first, last, inside, weeks


def monday(asked: Programme, week: int) -> str:
    """The Monday of a week in words."""
    return say_day(asked.calendar.monday(week))


def bound_authorities(asked: Programme, members: Members) -> list[str]:
    """The authorities that must be inspected as far as a clash goes: those of R1, those pinned.

    ``asked`` has no pins but those of the clash.
    """
    codes = {each.key for each in members if each.subject is Subject.AUTHORITY}
    return sorted(codes.union(pin.la_code for pin in asked.pins))


def say_stretch(asked: Programme, first: int, last: int) -> str:
    """When a stretch of start weeks is: on a day, or from one to another."""
    if first == last:
        return f"on {monday(asked, first)}"
    return f"from {monday(asked, first)} to {monday(asked, last)}"


def named_authorities(programme: Programme, members: Members) -> set[str]:
    """The authorities that blackouts, conflicts of interest, pins and R7 of a clash name."""
    codes: set[str] = set()
    inside = programme.authorities_in
    for member in members:
        if member.subject is Subject.FORCE:
            codes.update(inside[member.key])
        elif member.subject is Subject.PIN:
            codes.add(programme.pins[member.row].la_code)
        elif member.subject is Subject.CONFLICT:
            row = programme.conflicts[member.row]
            codes.update({row.la_code} - {""}, inside.get(row.police_force_code, ()))
        elif member.subject is Subject.BLACKOUT:
            blackout = programme.blackouts[member.row]
            codes.update(
                {blackout.key} & programme.authority_of.keys(), inside.get(blackout.key, ())
            )
    return codes
