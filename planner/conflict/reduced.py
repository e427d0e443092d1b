"""The programme in which only the facts of a clash have happened."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.altered import changed_programme
from models.events import Pin
from models.programme import Programme
from planner.conflict.member import CALENDAR, Members, Subject


def reduced(programme: Programme, members: Members) -> Programme:
    """The programme without the blackouts, absences, conflicts, pins and concerns not in a clash.

    Its policy stays, save that nothing is closed unless the closed periods are in the clash.
    """

    def kept(rows: Sequence[Any], subject: Subject) -> tuple[Any, ...]:
        wanted = {each.row for each in members if each.subject is subject}
        return tuple(each for row, each in enumerate(rows) if row in wanted)

    policy = programme.policy
    if CALENDAR not in members:
        calendar = policy.calendar.model_copy(update={"closed": (), "summer_blackout_weeks": 0})
        policy = policy.model_copy(update={"calendar": calendar})
    return changed_programme(
        programme,
        policy=policy,
        blackouts=kept(programme.blackouts, Subject.BLACKOUT),
        absences=kept(programme.absences, Subject.ABSENCE),
        conflicts=kept(programme.conflicts, Subject.CONFLICT),
        pins=kept(programme.pins, Subject.PIN),
        cps_concerns=kept(programme.cps_concerns, Subject.CONCERN),
    )


def with_begun(programme: Programme, held: Mapping[str, int]) -> Programme:
    """The programme with the start weeks of inspections that have begun as pins."""
    monday = programme.calendar.monday
    pins = (Pin(la_code=code, start=monday(week)) for code, week in sorted(held.items()))
    return changed_programme(programme, pins=(*programme.pins, *pins)) if held else programme
