"""How evenly the work is spread over each inspectorate (G5)."""

from collections.abc import Iterable

import numpy as np

from planner.facts import Facts


class Loads:
    """Fieldwork weeks of each inspector, and the points of their unevenness."""

    def __init__(self, facts: Facts) -> None:
        self._fieldwork = facts.fieldwork.tolist()
        self._fte = facts.fte.tolist()
        self._body = facts.body_of.tolist()
        self._counted = facts.counts_for_fairness.tolist()
        self._weight = facts.programme.goals.fairness
        self.weeks = [0] * len(facts.ids)
        self.shares = np.zeros(len(facts.ids))
        self._by_body = [
            [who for who, of in enumerate(self._body) if of == body and self._counted[who]]
            for body in range(len(facts.bodies))
        ]
        self._spread = [0] * len(facts.bodies)
        self._stale = [False] * len(facts.bodies)

    def add(self, team: Iterable[int], sign: int) -> None:
        """Count one deployment more (or less) for each of ``team``."""
        for who in team:
            self.weeks[who] += sign * self._fieldwork[who]
            self._stale[self._body[who]] = True

    def share(self, who: int) -> int:
        """G5's figure of one inspector: floor(100 x fieldwork weeks / FTE percent)."""
        return 100 * int(self.weeks[who]) // int(self._fte[who])

    @property
    def spread(self) -> int:
        """G5's raw figure: largest less smallest share of each body, summed."""
        for body, stale in enumerate(self._stale):
            if stale:
                shares = [100 * self.weeks[who] // self._fte[who] for who in self._by_body[body]]
                self._spread[body] = max(shares) - min(shares) if shares else 0
                self._stale[body] = False
        return sum(self._spread)

    @property
    def points(self) -> int:
        """G5's points."""
        return self._weight * self.spread
