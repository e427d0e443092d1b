"""The board's weeks: what is counted by week, month, year and force, and which weeks are left."""

from collections.abc import Mapping

import numpy as np

from planner.facts import Bools, Facts, Ints
from planner.improve.force_room import ForceRoom


class CalendarBoard:
    """Starts by week, month, year and force; the weeks they leave open, and their points."""

    def __init__(self, facts: Facts) -> None:
        programme = facts.programme
        self._facts = facts
        self._concurrency = programme.policy.concurrency
        self.starts: Ints = np.zeros(facts.weeks + 1, int)
        self.starting: list[set[int]] = [set() for _ in range(facts.weeks)]
        self.years = YearQuota(facts)
        self.months = MonthLevel(facts)
        self._rooms = {force: ForceRoom(facts, force) for force in facts.in_force}
        self.room_of = [self._rooms[force] for force in facts.force_of]
        self._late = 0
        self._lateness = facts.lateness.tolist()

    @property
    def points(self) -> int:
        """Points of G1, G3 and G6."""
        return sum(self.points_by_goal())

    def points_by_goal(self) -> tuple[int, int, int]:
        """Points of G1, G3 and G6, each by itself."""
        spacing = sum(room.points for room in self._rooms.values())
        return self._late, spacing, self.months.points

    def add(self, authority: int, week: int) -> None:
        """Count a start."""
        self._count(authority, week, 1)
        self.starting[week].add(authority)
        self.room_of[authority].add(authority, week)

    def take(self, authority: int, week: int) -> None:
        """Count a start no more."""
        self._count(authority, week, -1)
        self.starting[week].discard(authority)
        self.room_of[authority].take(authority, week)

    def _count(self, authority: int, week: int, sign: int) -> None:
        self.starts[week] += sign
        self.years.count(week, sign)
        self.months.count(week, sign)
        self._late += sign * self._lateness[authority][week]

    def open_weeks(self, authority: int) -> Bools:
        """The start weeks that R1, R7, R8, R9 and R16 leave to an unplaced authority (W)."""
        starts = self.starts
        before = np.concatenate(([0], starts[:-2]))
        running = starts[:-1] + before
        after = starts[:-1] + starts[1:]
        room = starts[:-1] < self._concurrency.starts_per_week
        room &= np.maximum(running, after) < self._concurrency.running_per_week
        room &= self._facts.opens[authority]
        room &= self.years.open_weeks()
        return self.room_of[authority].narrow(authority, room)

    def prices(self, authority: int) -> Ints:
        """The points of G1, G3 and G6 that a start would add, by week (W)."""
        room = self.room_of[authority]
        total: Ints = self._facts.lateness[authority] + self.months.prices() + room.prices()
        return total

    def starting_near(self, week: int, within: int) -> list[int]:
        """The authorities that start at most ``within`` weeks from ``week``."""
        first, last = max(0, week - within), min(self._facts.weeks, week + within + 1)
        return [authority for each in self.starting[first:last] for authority in each]

    def carriers_of(self, slots: Mapping[int, int]) -> set[int]:
        """The authorities that carry a force-wide review when these slots hold (R6)."""
        found: set[int] = set()
        for force, room in self._rooms.items():
            members = self._facts.in_force[force]
            found |= room.carriers([(slots[each], each) for each in members if each in slots])
        return found


class YearQuota:
    """Starts by programme year against the least and the most that R9 allows."""

    def __init__(self, facts: Facts) -> None:
        programme, number = facts.programme, len(facts.codes)
        years, tolerance = programme.calendar.years, programme.policy.year_quota.tolerance
        self.year_of = [programme.calendar.year_of(week) for week in range(facts.weeks)]
        self._weeks = np.array(self.year_of)
        shares = [number * len(year) for year in years]
        self.least = [share // facts.weeks - tolerance for share in shares]
        self.most = [-(-share // facts.weeks) + tolerance for share in shares]
        self._counts = [0] * len(years)
        self._left = number

    def count(self, week: int, sign: int) -> None:
        """Count a start, or one less."""
        self._counts[self.year_of[week]] += sign
        self._left -= sign

    def open_weeks(self) -> Bools:
        """The weeks of years that may take one more, the others being able to reach their least."""
        lacking = [max(0, low - have) for low, have in zip(self.least, self._counts, strict=True)]
        tight = sum(lacking) >= self._left
        may = [
            have < most and (not tight or lacks > 0)
            for have, most, lacks in zip(self._counts, self.most, lacking, strict=True)
        ]
        opens: Bools = np.array(may)[self._weeks]
        return opens


class MonthLevel:
    """Starts by calendar month, and the points of months over the even load (G6)."""

    def __init__(self, facts: Facts) -> None:
        programme = facts.programme
        months = [programme.calendar.month_of(week) for week in range(facts.weeks)]
        names = sorted(set(months))
        self.month_of = [names.index(month) for month in months]
        self._index = np.array(self.month_of)
        open_months = {programme.calendar.month_of(week) for week in programme.national_open_starts}
        self.level = -(-len(facts.codes) // max(1, len(open_months))) + 1
        self._counts: Ints = np.zeros(len(names), int)
        self._weight = programme.goals.level
        self.points = 0

    def count(self, week: int, sign: int) -> None:
        """Count a start, or one less."""
        month = self.month_of[week]
        before = int(self._counts[month])
        self._counts[month] = after = before + sign
        over = max(0, after - self.level) - max(0, before - self.level)
        self.points += self._weight * over

    def prices(self) -> Ints:
        """The points that one more start would add, by week (W)."""
        full: Ints = self._weight * (self._counts >= self.level)
        prices: Ints = full[self._index]
        return prices
