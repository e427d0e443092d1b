"""HMCPSI concerns that no open week of their authority leaves a place for (§33)."""

from collections.abc import Iterator

import numpy as np

from models.inspectorate import Inspectorate
from models.saying import say_authority, say_day, say_number
from planner.arithmetic.room import Room
from planner.concerns import concern_options


def check_concerns(room: Room) -> Iterator[str]:
    """Yield each recorded concern that nobody can follow up, whenever its inspection starts."""
    people = room.programme.inspectors_from[Inspectorate.HMCPSI]
    for concern in room.programme.cps_concerns:
        weeks = [int(week) for week in np.flatnonzero(room.possible[concern.la_code])]
        placed = any(True for week in weeks for _ in concern_options(room.programme, concern, week))
        if weeks and not placed:
            free = room.unconflicted(people, concern.la_code)
            yield (
                f"{say_authority(room.programme, concern.la_code)}: the concern recorded on "
                f"{say_day(concern.recorded_on)} has no HMCPSI inspector, whichever of its "
                f"{say_number(len(weeks), 'open week')} the inspection starts in: of "
                f"{len(people)}, {len(free)} have no conflict of interest."
            )
