"""R11: an inspector's busy periods do not overlap."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from models.breach import Breach, Subject
from models.counting.busy import busy_period
from models.counting.days import friday_after, monday_of, week_number
from models.counting.placements import Placement, Team, teams
from models.programme import Programme
from models.rota import Rota
from models.rulebook.people import ONE_PLACE
from models.saying import say_authority, say_day, say_inspector, say_number


class Busy(NamedTuple):
    """An inspector's busy period for one authority, from a Monday to a Friday."""

    la_code: str
    start: date
    end: date


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield every two busy periods of one inspector that overlap; the stated ones are checked too.

    An HMCPSI activity is busy for its week alone. A deployment that stands twice is said once.
    """
    held: dict[str, list[Busy]] = {}
    for team in teams(programme, rota).values():
        yield from _repeated(programme, team)
        for inspector_id, busy in _periods(programme, team).items():
            held.setdefault(inspector_id, []).append(busy)
        for each in team:
            yield from _stated(programme, each)
    for activity in rota.cps_activities or ():
        monday = monday_of(activity.start)
        busy = Busy(activity.la_code, monday, friday_after(monday))
        held.setdefault(activity.inspector_id, []).append(busy)
    for inspector_id, periods in held.items():
        for first, second in combinations(sorted(periods, key=lambda each: each.start), 2):
            yield from _overlap(programme, inspector_id, first, second)


def _periods(programme: Programme, team: Team) -> dict[str, Busy]:
    """The busy period of each of a team; of one who stands twice, from the first to the last."""
    found: dict[str, Busy] = {}
    for each in team:
        start, end = busy_period(programme, each)
        same = found.get(each.inspector_id, Busy(each.la_code, start, end))
        found[each.inspector_id] = Busy(each.la_code, min(start, same.start), max(end, same.end))
    return found


def _repeated(programme: Programme, team: Team) -> Iterator[Breach]:
    for inspector_id, count in Counter(each.inspector_id for each in team).items():
        if count > 1:
            place = team[0]
            yield ONE_PLACE.breach(
                "same",
                Subject(
                    (place.la_code,),
                    (inspector_id,),
                    (week_number(programme, place.monday),),
                    friday_after(place.monday, 1),
                ),
                amount=count - 1,
                figures={"count": count},
                inspector=say_inspector(programme, inspector_id),
                authority=say_authority(programme, place.la_code),
            )


def _overlap(
    programme: Programme, inspector_id: str, first: Busy, second: Busy
) -> Iterator[Breach]:
    start, end = max(first.start, second.start), min(first.end, second.end)
    if start <= end:
        weeks = range(week_number(programme, start), week_number(programme, end) + 1)
        yield ONE_PLACE.breach(
            "overlap",
            Subject((first.la_code, second.la_code), (inspector_id,), tuple(weeks), end),
            amount=len(weeks),
            figures={"weeks": len(weeks)},
            inspector=say_inspector(programme, inspector_id),
            authority=say_authority(programme, first.la_code),
            start=say_day(first.start),
            end=say_day(first.end),
            other=say_authority(programme, second.la_code),
            other_start=say_day(second.start),
            other_end=say_day(second.end),
            weeks_said=say_number(len(weeks), "week"),
        )


def _stated(programme: Programme, placement: Placement) -> Iterator[Breach]:
    stated = placement.deployment
    start, end = busy_period(programme, placement)
    for column, said, counted in (
        ("the first busy day", stated.busy_from, start),
        ("the last busy day", stated.busy_to, end),
    ):
        if said is not None and said != counted:
            yield ONE_PLACE.breach(
                "stated",
                Subject(
                    (placement.la_code,),
                    (placement.inspector_id,),
                    (week_number(programme, counted),),
                    end,
                ),
                amount=-(-abs((said - counted).days) // 7),
                column=column,
                whose=f"{say_inspector(programme, placement.inspector_id)} for "
                f"{say_authority(programme, placement.la_code)}",
                stated=say_day(said),
                counted=say_day(counted),
            )
