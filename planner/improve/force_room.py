"""One force's starts: the gap R7 asks, the room that is left, G3's points, R6's carriers."""

from bisect import bisect_left, insort
from itertools import pairwise

import numpy as np

from planner.facts import Bools, Facts, Ints


class ForceRoom:
    """The starts of one force, in order, and what they leave to those still to be placed."""

    def __init__(self, facts: Facts, force: str) -> None:
        programme = facts.programme
        self._weeks = facts.weeks
        self._members = facts.in_force[force]
        self.gap = programme.gap_of[force]
        self.even = programme.even_gap_of[force] if len(self._members) > 1 else 0
        self._weight = programme.goals.spacing
        changes = [each for each in programme.force_changes if each.police_force_code == force]
        self.since = (
            0,
            *sorted(-((programme.start - each.counts_from).days // 7) for each in changes),
        )
        self._open = programme.national_open_starts
        self.is_tight = 3 * self.gap * len(self._members) > len(self._open)
        self._fits: Ints | None = None
        self.starts: list[tuple[int, int]] = []
        self._span = np.arange(self._weeks)
        self.points = 0

    def add(self, authority: int, week: int) -> None:
        """Take a start in."""
        insort(self.starts, (week, authority))
        self._price()

    def take(self, authority: int, week: int) -> None:
        """Take a start out."""
        self.starts.pop(bisect_left(self.starts, (week, authority)))
        self._price()

    def _price(self) -> None:
        if len(self._members) > 1:
            weeks = [week for week, _ in self.starts]
            short = (self.even - (b - a) for a, b in pairwise(weeks))
            self.points = self._weight * sum(each for each in short if each > 0)

    def narrow(self, authority: int, room: Bools) -> Bools:
        """Forbid the weeks that R7 forbids, and those that leave too few to the others (W)."""
        gap = self.gap
        for week, _ in self.starts:
            room[max(0, week - gap + 1) : week + gap] = False
        others = len(self._members) - len(self.starts) - 1
        if self.is_tight and others > 0:
            room &= self._places_left() >= others
        return room

    def prices(self) -> Ints:
        """G3's points that one more start would add, by week (W)."""
        even = self.even
        if even == 0 or not self.starts:
            return np.zeros(self._weeks, int)
        before, after = self._neighbours(-10 * self._weeks, 10 * self._weeks)
        added = np.maximum(0, even - (self._span - before))
        added += np.maximum(0, even - (after - self._span))
        more: Ints = self._weight * (added - np.maximum(0, even - (after - before)))
        return more

    def _neighbours(self, earliest: int, latest: int) -> tuple[Ints, Ints]:
        """The starts before and after each week (W), with bounds where there is none."""
        weeks = np.array([earliest, *(week for week, _ in self.starts), latest])
        at = np.searchsorted(weeks, self._span, side="right")
        return weeks[at - 1], weeks[at]

    def _places_left(self) -> Ints:
        """How many more starts would fit beside one in each week, by R7 (W)."""
        fits, gap = self.fitting(), self.gap
        bounds = np.array([-gap, *(week for week, _ in self.starts), self._weeks - 1 + gap])
        total = fits[bounds[:-1] + gap, np.maximum(0, bounds[1:] - gap + 1)].sum()
        before, after = self._neighbours(-gap, self._weeks - 1 + gap)
        first, stop = before + gap, np.maximum(0, after - gap + 1)
        earlier = fits[first, np.maximum(0, self._span - gap + 1)]
        later = fits[np.minimum(self._span + gap, self._weeks), stop]
        left: Ints = total - fits[first, stop] + earlier + later
        return left

    def fitting(self) -> Ints:
        """``fits[l, r]``: starts at R7's gap that fit the open weeks from l to r - 1."""
        if self._fits is None:
            weeks, gap = self._weeks, self.gap
            table = np.zeros((weeks + 1 + gap, weeks + 1), int)
            opens = set(self._open)
            for first in range(weeks - 1, -1, -1):
                table[first] = table[first + 1]
                if first in opens:
                    table[first, first + 1 :] = 1 + table[min(first + gap, weeks), first + 1 :]
            self._fits = table
        return self._fits

    def carriers(self, starts: list[tuple[int, int]] | None = None) -> set[int]:
        """The authorities among ``starts`` (the force's by default) that carry a review (R6)."""
        ordered = self.starts if starts is None else sorted(starts)
        found = set()
        for since in self.since:
            at = bisect_left(ordered, (since, -1))
            if at < len(ordered):
                found.add(ordered[at][1])
        return found

    def would_carry(self) -> Bools:
        """Whether one more start would carry a review, by week (W)."""
        carries = np.zeros(self._weeks, bool)
        for since in self.since:
            at = bisect_left(self.starts, (since, -1))
            until = self.starts[at][0] if at < len(self.starts) else self._weeks
            carries[max(0, since) : max(0, until)] = True
        return carries
