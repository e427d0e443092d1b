"""The days of a week: worked, closed, in the summer, blacked out; and the nation's start weeks.

Counted day by day, apart from the week sets in models/opening.py that the planner uses.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from models.calendar import first_monday
from models.events import Blackout, BlackoutScope
from models.programme import Programme

_MONDAY_TO_FRIDAY = tuple(timedelta(days=day) for day in range(5))


def monday_of(day: date) -> date:
    """The Monday of the week that ``day`` falls in."""
    return day - timedelta(days=day.weekday())


def weeks_after(monday: date, weeks: int) -> date:
    """The Monday so many weeks later."""
    return monday + timedelta(weeks=weeks)


def friday_after(monday: date, weeks: int = 0) -> date:
    """The Friday of the week that begins so many weeks after ``monday``."""
    return monday + timedelta(weeks=weeks, days=4)


def week_number(programme: Programme, day: date) -> int:
    """The programme's week that ``day`` falls in; negative before the programme."""
    return (day - programme.start).days // 7


def year_number(programme: Programme, day: date) -> int:
    """The programme year that ``day`` falls in: year y is weeks 52y to 52y + 51."""
    return week_number(programme, day) // 52


def weekdays(monday: date) -> tuple[date, ...]:
    """Monday to Friday, bank holidays included."""
    return tuple([monday + offset for offset in _MONDAY_TO_FRIDAY])


def working_days(programme: Programme, monday: date) -> tuple[date, ...]:
    """Monday to Friday less the bank holidays among them."""
    holidays = programme.calendar.bank_holidays
    return tuple(day for day in weekdays(monday) if day not in holidays)


def is_closed(programme: Programme, monday: date) -> bool:
    """Whether a day of the week lies in a closed period, or none of its days is worked."""
    return any(_in_closed_period(programme, day) for day in weekdays(monday)) or not working_days(
        programme, monday
    )


def _in_closed_period(programme: Programme, day: date) -> bool:
    written = day.isoformat()[5:]
    for first, last in programme.policy.calendar.closed:
        if first <= last and first <= written <= last:
            return True
        # A period that ends before it begins, such as 25 December to 1 January, spans New Year.
        if first > last and (written >= first or written <= last):
            return True
    return False


def in_summer(programme: Programme, monday: date) -> bool:
    """Whether the week is one of the policy's number from the first Monday of August."""
    length = programme.policy.calendar.summer_blackout_weeks
    begins = [first_monday(year, 8) for year in (monday.year - 1, monday.year)]
    return any(first <= monday < weeks_after(first, length) for first in begins)


def touches(blackout: Blackout, monday: date) -> bool:
    """Whether a blackout covers any day, Monday to Friday, of the week."""
    return any(blackout.start <= day <= blackout.end for day in weekdays(monday))


def shut_to_all(programme: Programme, monday: date) -> str:
    """Why nobody may be on site in the week, in words; blank when it is not shut."""
    if not 0 <= week_number(programme, monday) < programme.weeks:
        return "lies outside the programme"
    if is_closed(programme, monday):
        return "is closed"
    if in_summer(programme, monday):
        return "lies in the summer blackout"
    national = (each for each in programme.blackouts if each.scope is BlackoutScope.NATIONAL)
    if any(touches(each, monday) for each in national):
        return "is touched by a national blackout"
    return ""


def national_starts(programme: Programme) -> Iterator[date]:
    """The Mondays on which closed periods and national blackouts let an inspection start."""
    mondays = [weeks_after(programme.start, week) for week in range(programme.weeks + 1)]
    shut = [bool(shut_to_all(programme, monday)) for monday in mondays]
    for monday, shut_first, shut_second in zip(mondays, shut, shut[1:], strict=False):
        if not shut_first and not shut_second:
            yield monday
