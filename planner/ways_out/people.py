"""More people: one inspector or several of an inspectorate, in the weeks that are short of them."""

from collections.abc import Iterator
from datetime import timedelta

import numpy as np

from models.altered import changed_programme
from models.inspector import Absence
from models.inspectorate import Inspectorate
from models.made_up import with_more
from models.programme import Programme
from planner.conflict.member import LEAD, Members, Subject
from planner.conflict.reduced import reduced
from planner.conflict.say_rules import asked_authorities
from planner.conflict.stretches import possible_weeks
from planner.ways_out.attempt import Attempt
from planner.ways_out.settings import STEPS

#: Weeks before the first start and after the last that somebody more is there for.
BEFORE, AFTER = 2, 5
#: A stretch of a larger share of the programme than this is as good as all of it.
MOST_SHARE = 0.6


def more_people(programme: Programme, members: Members) -> Iterator[Attempt]:
    """More inspectors of the inspectorates in a clash, in the clash's weeks, then throughout."""
    bodies = _bodies(programme, members)
    stretch = _stretch(programme, members)
    for number in STEPS:
        for body in bodies:
            for weeks in dict.fromkeys((stretch, None)):
                more = _with_more(programme, body, number, weeks)
                said = f"{number} more {body.title} {'inspector' if number == 1 else 'inspectors'}"
                if body is Inspectorate.OFSTED and LEAD in members:
                    said += " who may lead"
                if weeks is not None:
                    said += f" in weeks {weeks[0]} to {weeks[1]}"
                yield Attempt("people", said, number, more)


def _bodies(programme: Programme, members: Members) -> list[Inspectorate]:
    keys = {each.key for each in members if each.subject is Subject.BODY}
    for each in members:
        if each.subject is Subject.CONFLICT:
            who = programme.conflicts[each.row].inspector_id
            keys.add(programme.inspector_of[who].inspectorate.value)
        elif each.subject is Subject.ABSENCE:
            who = programme.absences[each.row].inspector_id
            keys.add(programme.inspector_of[who].inspectorate.value)
        elif each.subject is Subject.CONCERN:
            keys.add(Inspectorate.HMCPSI.value)
    if LEAD in members:
        keys.add(Inspectorate.OFSTED.value)
    return [body for body in Inspectorate if body.value in keys]


def _stretch(programme: Programme, members: Members) -> tuple[int, int] | None:
    """The weeks that a clash is about; None where they are most of the programme."""
    asked = reduced(programme, members)
    masks = [possible_weeks(asked, code) for code in asked_authorities(programme, members)]
    weeks = np.flatnonzero(np.any(masks, axis=0))
    if not weeks.size:
        return None
    first = max(0, int(weeks[0]) - BEFORE)
    last = min(programme.weeks - 1, int(weeks[-1]) + AFTER)
    return (first, last) if last - first + 1 <= MOST_SHARE * programme.weeks else None


def _with_more(
    programme: Programme, body: Inspectorate, number: int, weeks: tuple[int, int] | None
) -> Programme:
    """The programme with so many more made-up inspectors of a body, there in some weeks or all."""
    more = with_more(programme, {body: number})
    if weeks is None:
        return more
    new = more.inspector_of.keys() - programme.inspector_of.keys()
    absences = [row for each in sorted(new) for row in _away(programme, each, weeks)]
    return changed_programme(more, absences=(*more.absences, *absences))


def _away(programme: Programme, inspector_id: str, weeks: tuple[int, int]) -> Iterator[Absence]:
    """Absences that leave somebody only some weeks, before and after the programme too."""
    monday, margin = programme.calendar.monday, 12
    yield Absence(
        inspector_id=inspector_id,
        start=monday(-margin),
        end=monday(weeks[0]) - timedelta(days=1),
    )
    yield Absence(
        inspector_id=inspector_id,
        start=monday(weeks[1] + 1),
        end=monday(programme.weeks + margin),
    )
