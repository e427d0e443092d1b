"""The words of capacity: inspector-days needed and inspector-days there are, by quarter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from models.calendar import Calendar
from models.inspectorate import Inspectorate
from models.word import Word

#: From this share of the days there are, at the target team sizes, a quarter is tight.
TIGHT_FROM = Fraction(85, 100)


class Group(NamedTuple):
    """An inspectorate, or of Ofsted those who may lead (R13)."""

    inspectorate: Inspectorate
    leads: bool = False

    @property
    def title(self) -> str:
        """The name as people write it."""
        return f"{self.inspectorate.title} leads" if self.leads else self.inspectorate.title


class Quarter(Word):
    """The weeks of the programme whose Mondays lie in one calendar quarter, as G6's months do."""

    year: int
    number: int
    weeks: tuple[int, ...]

    def start(self, calendar: Calendar) -> date:
        """The Monday of the first week."""
        return calendar.monday(self.weeks[0])

    def end(self, calendar: Calendar) -> date:
        """The Friday of the last week."""
        return calendar.weekdays(self.weeks[-1])[-1]


@dataclass(frozen=True)
class Days:
    """Inspector-days that inspections take, in parts that overlap nowhere (Rules, R11).

    ``on_site`` are the days owed on site (Team sizing); ``beside`` the other working days of the
    weeks on site, in which nobody is free for another inspection; ``lead`` the lead's preparation
    and report writing; ``rest`` the rest weeks. Together they are the busy time.
    """

    on_site: Fraction = Fraction(0)
    beside: Fraction = Fraction(0)
    lead: Fraction = Fraction(0)
    rest: Fraction = Fraction(0)

    @property
    def total(self) -> Fraction:
        """The whole busy time."""
        return self.on_site + self.beside + self.lead + self.rest

    def __add__(self, other: Days) -> Days:
        return Days(
            self.on_site + other.on_site,
            self.beside + other.beside,
            self.lead + other.lead,
            self.rest + other.rest,
        )

    def times(self, number: Fraction) -> Days:
        """The days of so many deployments alike."""
        return Days(
            self.on_site * number, self.beside * number, self.lead * number, self.rest * number
        )


class Room(StrEnum):
    """How a quarter stands: room enough, tight, or short of the least that the rules ask."""

    ENOUGH = "enough"
    TIGHT = "tight"
    SHORT = "short"


@dataclass(frozen=True)
class Stretch:
    """One group in one quarter.

    ``least`` and ``target`` are what the least and the target team sizes need. ``working`` counts
    the working days of everybody, ``away`` those of them lost to absence, ``beyond`` those that
    the ceiling (R15) keeps from being used; ``there`` is what is left.
    """

    group: Group
    quarter: Quarter
    least: Days
    target: Days
    working: Fraction
    away: Fraction
    beyond: Fraction

    @property
    def there(self) -> Fraction:
        """The days people have."""
        return self.working - self.away - self.beyond

    @property
    def room(self) -> Room:
        """Short where even the least teams need more than there is; tight from ``TIGHT_FROM``."""
        if self.least.total > self.there:
            return Room.SHORT
        tight = self.target.total > 0 and self.target.total >= TIGHT_FROM * self.there
        return Room.TIGHT if tight else Room.ENOUGH


@dataclass(frozen=True)
class Capacity:
    """Every group in every quarter, and the authorities that have no open start week.

    What those authorities would need is in no quarter: arithmetic shows that no rota exists.
    """

    quarters: tuple[Quarter, ...]
    groups: tuple[Group, ...]
    stretches: tuple[Stretch, ...]
    nowhere: tuple[str, ...]

    def of(self, group: Group) -> tuple[Stretch, ...]:
        """The quarters of one group, in time."""
        return tuple(each for each in self.stretches if each.group == group)
