"""Which start weeks are open: to the nation, and to one authority (Calendar, R1)."""

from collections.abc import Collection, Iterable
from datetime import date

from models.calendar import Calendar
from models.events import Blackout


def touched_weeks(blackout: Blackout, calendar: Calendar) -> frozenset[int]:
    """The weeks of which ``blackout`` covers any day, Monday to Friday."""
    first = calendar.week_of(blackout.start)
    if blackout.start.weekday() > 4:
        first += 1
    last = calendar.week_of(blackout.end)
    return frozenset(range(max(first, 0), min(last, calendar.weeks) + 1))


def shut_weeks(calendar: Calendar, blackouts: Iterable[Blackout]) -> frozenset[int]:
    """The programme's weeks that are closed, in the summer blackout, or touched by a blackout."""
    closed = {week for week in range(calendar.weeks) if calendar.is_closed(week)}
    touched = (touched_weeks(blackout, calendar) for blackout in blackouts)
    return frozenset(closed.union(calendar.summer_weeks, *touched))


def open_start_weeks(
    calendar: Calendar, shut: Collection[int], shut_in_phase: Iterable[tuple[int, Collection[int]]]
) -> tuple[int, ...]:
    """The weeks in which an inspection may start.

    ``shut`` holds the weeks nobody may be on site in; ``shut_in_phase`` pairs a week of the
    inspection (1 or 2) with the weeks in which a body that comes in it is blacked out.
    """
    barred = [(phase - 1, weeks) for phase, weeks in shut_in_phase]
    return tuple(
        week
        for week in range(calendar.weeks - 1)
        if week not in shut
        and week + 1 not in shut
        and not any(week + offset in weeks for offset, weeks in barred)
    )


def absent_weeks(
    absences: Iterable[tuple[date, date]], calendar: Calendar, beyond: int
) -> frozenset[int]:
    """The weeks with a working day on which one of ``absences`` (start, end) falls.

    Weeks up to ``beyond`` before and after the programme count too: a lead prepares and reports.
    """
    found: set[int] = set()
    for start, end in absences:
        first = max(calendar.week_of(start), -beyond)
        last = min(calendar.week_of(end), calendar.weeks + beyond)
        for week in range(first, last + 1):
            if any(start <= day <= end for day in calendar.working_days(week)):
                found.add(week)
    return frozenset(found)
