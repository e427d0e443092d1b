"""Which places and people are near one another, and what a team costs at the least."""

from functools import cached_property

import numpy as np

from planner.facts import Facts, Ints

#: How many of the nearest places and people a draw looks at.
PLACES, PEOPLE = 30, 8


class Nearness:
    """Tables by authority (A) that never change."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def order(self) -> Ints:
        """The other authorities by nearness to each (A, A - 1); a flat map is near enough."""
        authorities = [self.facts.programme.authority_of[code] for code in self.facts.codes]
        north = np.radians([each.latitude for each in authorities])
        east = np.radians([each.longitude for each in authorities]) * np.cos(north)
        gaps = np.hypot(north[:, None] - north[None, :], east[:, None] - east[None, :])
        np.fill_diagonal(gaps, np.inf)
        return np.argsort(gaps, axis=1)[:, : len(gaps) - 1]

    @property
    def places(self) -> Ints:
        """The authorities nearest to each (A, at most 30)."""
        return self.order[:, :PLACES]

    @cached_property
    def people(self) -> Ints:
        """The inspectors nearest to each authority (A, at most 8)."""
        nearest: Ints = np.argsort(self.facts.tens, axis=0, kind="stable")[:PEOPLE].T
        return nearest

    @cached_property
    def cheapest(self) -> list[int]:
        """The travel of each authority's target team if everybody were free (A)."""
        totals = []
        for authority in range(len(self.facts.codes)):
            total = 0
            for body, target in enumerate(self.facts.ranges[authority, 0, :, 1]):
                costs = np.sort(self.facts.travel[self.facts.body_of == body, authority])
                total += int(costs[:target].sum())
            totals.append(total)
        return totals
