"""The programme's weeks: Mondays, working days, closed weeks, blackouts, years and months."""

from datetime import date, timedelta
from functools import cached_property

from models.policy import CalendarPolicy
from models.word import Word

WEEKS_IN_YEAR = 52
WORKING_DAYS = 5


class Calendar(Word):
    """Weeks are numbered from 0; week k is the Monday to Friday that begins start + 7k days."""

    start: date
    weeks: int
    policy: CalendarPolicy
    bank_holidays: frozenset[date]

    def monday(self, week: int) -> date:
        """The Monday of ``week``, which may lie outside the programme."""
        return self.start + timedelta(weeks=week)

    def week_of(self, day: date) -> int:
        """The week that ``day`` falls in, weekends included; negative before the programme."""
        return (day - self.start).days // 7

    def weekdays(self, week: int) -> tuple[date, ...]:
        """Monday to Friday of ``week``, bank holidays included."""
        monday = self.monday(week)
        return tuple(monday + timedelta(days=offset) for offset in range(WORKING_DAYS))

    def working_days(self, week: int) -> tuple[date, ...]:
        """Monday to Friday of ``week`` less its bank holidays."""
        return tuple(day for day in self.weekdays(week) if day not in self.bank_holidays)

    def is_closed(self, week: int) -> bool:
        """Whether a day of ``week`` lies in a closed period, or no day of it is worked."""
        return any(map(self._is_closed_day, self.weekdays(week))) or not self.working_days(week)

    def _is_closed_day(self, day: date) -> bool:
        return any(_within(day, first, last) for first, last in self.policy.closed)

    @cached_property
    def summer_weeks(self) -> frozenset[int]:
        """The weeks of the default national blackout: from the first Monday of each August."""
        length = self.policy.summer_blackout_weeks
        years = range(self.start.year - 1, self.monday(self.weeks).year + 1)
        first_weeks = [self.week_of(first_monday(year, 8)) for year in years]
        return frozenset(first + offset for first in first_weeks for offset in range(length))

    @cached_property
    def years(self) -> tuple[range, ...]:
        """The weeks of each programme year; the last may be shorter."""
        starts = range(0, self.weeks, WEEKS_IN_YEAR)
        return tuple(range(first, min(first + WEEKS_IN_YEAR, self.weeks)) for first in starts)

    def year_of(self, week: int) -> int:
        """The programme year of ``week``: year y is weeks 52y to 52y + 51."""
        return week // WEEKS_IN_YEAR

    def month_of(self, week: int) -> tuple[int, int]:
        """The calendar year and month of the Monday of ``week``."""
        monday = self.monday(week)
        return monday.year, monday.month


def first_monday(year: int, month: int) -> date:
    """The first Monday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7)


def _within(day: date, first: str, last: str) -> bool:
    text = f"{day:%m-%d}"
    return first <= text <= last if first <= last else text >= first or text <= last
