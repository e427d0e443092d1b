"""Whole loads under prices, kept even (G5) and within their ceilings (R15).

A window runs from a smallest to a largest share of work, share = floor(100 x fieldwork weeks / FTE
percent); G5's raw figure is the length of the window that holds everybody who counts. In a given
window each load is a whole number from a least to a most, so with prices the best loads are at one
end or the other, and what the two ends of a window are worth adds up.
"""

from typing import NamedTuple

import numpy as np

from planner.facts import Bools, Ints
from planner.prove.part import Doubles, Part


class Box(NamedTuple):
    """Windows whose smallest and largest share lie between two numbers each, ends included."""

    least_low: int
    most_low: int
    least_high: int
    most_high: int


class Kept(NamedTuple):
    """The points of the best loads, less what prices pay for them; the loads; their window."""

    points: float
    loads: Doubles
    low: int
    high: int


class Windows:
    """Finds the best loads of one part."""

    def __init__(self, part: Part) -> None:
        facts, people = part.facts, part.people
        self.fairness, self.most = part.weights.fairness, part.most
        self.counts = facts.counts_for_fairness[people]
        percent, hundredfold = facts.fte[people], 100 * facts.fieldwork[people]
        top = int(np.max((hundredfold * self.most // percent)[self.counts], initial=0))
        #: Every share that somebody can have, rising.
        self.shares = np.arange(top + 1)
        shares = self.shares[:, None]
        #: The least load that reaches each share, and the most that does not pass it (S, P).
        self.least_load: Ints = -(-shares * percent // hundredfold)
        self.most_load: Ints = np.minimum(((shares + 1) * percent - 1) // hundredfold, self.most)
        self.whole = Box(0, top, 0, top)
        self._possible = self._windows_possible()

    def _windows_possible(self) -> Bools:
        """Whether everybody who counts has a load within each window (low, high)."""
        least, most = self.least_load[:, self.counts], self.most_load[:, self.counts]
        possible = self.shares[:, None] <= self.shares
        for each in range(least.shape[1]):
            possible &= least[:, each, None] <= most[:, each]
        return possible

    def within(self, box: Box) -> Bools:
        """The windows of a box in which everybody has a load (low, high)."""
        low, high = self.shares[:, None], self.shares
        lows = (box.least_low <= low) & (low <= box.most_low)
        highs = (box.least_high <= high) & (high <= box.most_high)
        return self._possible & lows & highs

    def best(self, prices: Doubles, within: Bools) -> Kept:
        """The loads that cost least, each deployment of one of the people earning a price (P)."""
        free, counted = np.where(self.counts, 0, prices), np.where(self.counts, prices, 0)
        points = -float(np.maximum(free, 0) @ self.most)
        low_ends = self.fairness * self.shares + self.least_load @ np.minimum(counted, 0)
        high_ends = self.most_load @ np.maximum(counted, 0) - self.fairness * self.shares
        worth = np.where(within, low_ends[:, None] + high_ends, -np.inf)
        low, high = divmod(int(worth.argmax()), len(self.shares))
        loads = np.where(counted > 0, self.most_load[high], self.least_load[low])
        loads = np.where(self.counts, loads, np.where(free > 0, self.most, 0))
        return Kept(points - float(worth[low, high]), loads.astype(float), low, high)
