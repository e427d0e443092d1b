"""Who goes where, one inspectorate at a time, bounded by prices: quick at any size.

Every deployment of an inspector is paid for twice over in a relaxation: by a team, which pays the
inspector's price on top of travel, and by the inspector's load, which earns it. Were both the same
deployments the prices would cancel out. Left free to differ they cost no more, so for any prices
the cheapest teams and the best loads together are a bound on G2, G4 and G5 of the inspectorate.
What holds of teams (R4, R5's sizes, R6, R12 to R14) and of loads (R15, whole numbers, G5's floors)
is kept exactly; R1 to R3, R7 to R11 and R16 are left out, so that nobody is ever busy or absent.

The loads waver between windows of shares where these prices prove least. Then the windows are
parted into two boxes, and each is priced by itself: the lower of the two proves more than both
together did.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

import numpy as np

from planner.facts import Bools
from planner.prove.ascent import Peak, Priced, climb
from planner.prove.part import Doubles, Part
from planner.prove.teams import Teams
from planner.prove.windows import Box, Windows

#: What the first prices may be hoped to prove beyond none, and each part beyond the whole, as
#: shares of the points.
FIRST_HOPE, NEXT_HOPE = 0.03, 0.003


@dataclass(order=True, frozen=True)
class Node:
    """One box of windows and what its prices prove; the one that proves least comes first."""

    points: float
    number: int
    box: Box = field(compare=False)
    peak: Peak = field(compare=False)


class PricedNames:
    """The bound of one inspectorate, which each step may raise."""

    def __init__(self, part: Part) -> None:
        self.part, self.teams, self.windows = part, Teams(part), Windows(part)
        self._numbers = count()
        #: A heap: every window lies in the box of one node.
        self.nodes: list[Node] = []

    @property
    def points(self) -> float:
        """Points that no rota goes below."""
        return self.nodes[0].points if self.nodes else 0.0

    def raising(self) -> Iterator[float]:
        """Raise the bound step by step, the first being the largest, until no step helps."""
        start = np.zeros(len(self.part.people))
        first = self._price(start, self.windows.within(self.windows.whole)).points
        self._add(self.windows.whole, 0.0, start, 1 + FIRST_HOPE * abs(first))
        yield self.points
        while boxes := self._parted(self.nodes[0]):
            node = heapq.heappop(self.nodes)
            for box in boxes:
                self._add(box, node.points, node.peak.prices, 1 + NEXT_HOPE * node.points)
            yield self.points

    def _add(self, box: Box, least: float, prices: Doubles, hope: float) -> None:
        within = self.windows.within(box)
        if within.any():
            peak = climb(lambda each: self._price(each, within), prices, hope)
            points = max(least, peak.points)
            heapq.heappush(self.nodes, Node(points, next(self._numbers), box, peak))

    def _price(self, prices: Doubles, within: Bools) -> Priced:
        chosen, kept = self.teams.choose(prices), self.windows.best(prices, within)
        return Priced(chosen.points + kept.points, chosen.loads - kept.loads, kept)

    def _parted(self, node: Node) -> tuple[Box, Box] | None:
        """Two boxes between whose windows the node's prices wavered; None if they did not."""
        lows, highs = np.array(node.peak.windows).T
        box = node.box
        if np.ptp(lows) == np.ptp(highs) == 0:
            return None
        if np.ptp(lows) >= np.ptp(highs):
            cut = min(int(lows.mean()), int(lows.max()) - 1)
            return box._replace(most_low=cut), box._replace(least_low=cut + 1)
        cut = min(int(highs.mean()), int(highs.max()) - 1)
        return box._replace(most_high=cut), box._replace(least_high=cut + 1)
