"""One inspectorate's part in the names: where it goes, who goes, what holds without a calendar."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.inspectorate import Inspectorate
from planner.facts import Bools, Facts, Ints
from planner.fitting import fitting_sizes
from planner.prove.weights import Weights

Doubles = NDArray[np.float64]


class Part:
    """Arrays over the authorities to which one body comes (A) and its people (P)."""

    def __init__(self, facts: Facts, body: int, weights: Weights) -> None:
        self.facts, self.body, self.weights = facts, body, weights
        self.places = np.flatnonzero(facts.ranges[:, 1, body, 2] > 0)
        self.people = np.flatnonzero(facts.body_of == body)
        #: Least, target and most by authority, and by whether it carries a review (A, 2, 3).
        self.ranges = facts.ranges[self.places, :, body, :]
        self.needs_lead = facts.bodies[body] is Inspectorate.OFSTED
        self.reviews = bool((self.ranges[:, 0] != self.ranges[:, 1]).any())

    @cached_property
    def travel(self) -> Doubles:
        """Points of sending each of the people to each authority, infinite under R12 (A, P)."""
        at = np.ix_(self.people, self.places)
        points = self.weights.travel * self.facts.tens[at] * self.facts.fieldwork[self.people, None]
        return np.where(self.facts.allowed[at], points, np.inf).T

    @cached_property
    def most(self) -> Ints:
        """The most deployments of each of the people in all years together (P), by R15."""
        years = len(self.facts.programme.calendar.years)
        most: Ints = np.minimum(self.facts.ceiling[self.people] * years, len(self.places))
        return most

    @cached_property
    def forces(self) -> list[tuple[Ints, int]]:
        """The authorities of each force, with how many of them may carry a review (R6)."""
        changes = [each.police_force_code for each in self.facts.programme.force_changes]
        forces = np.array([self.facts.force_of[at] for at in self.places])
        return [
            (np.flatnonzero(forces == force), 1 + changes.count(str(force)))
            for force in np.unique(forces)
        ]

    @cached_property
    def short(self) -> Doubles:
        """Points of each size from none to the most, infinite where R4 or R5 has none (A, 2, n)."""
        sizes = np.arange(int(self.ranges[:, :, 2].max()) + 1)
        least, target, most = (self.ranges[:, :, at, None] for at in range(3))
        points = self.weights.team * np.maximum(0, target - sizes)
        possible = (least <= sizes) & (sizes <= most) & self._fitting(len(sizes))
        return np.where(possible, points, np.inf)

    def _fitting(self, sizes: int) -> Bools:
        """The sizes of this part in teams that fit in some week that is open (A, 2, n)."""
        facts, table = self.facts, np.zeros((len(self.places), 2, sizes), bool)
        for at, place in enumerate(self.places):
            weeks = {
                int(alike[0]) for alike in facts.weeks_alike if facts.opens[place, alike].any()
            }
            for review in (0, 1):
                for week in weeks:
                    teams = fitting_sizes(facts.programme, facts.codes[place], week, bool(review))
                    table[at, review, [team[self.body] for team in teams]] = True
        return table


def parts_of(facts: Facts, weights: Weights) -> list[Part]:
    """The parts of the inspectorates that have people and somewhere to go."""
    bodies = [body for body in range(len(facts.bodies)) if (facts.body_of == body).any()]
    parts = [Part(facts, body, weights) for body in bodies]
    return [part for part in parts if len(part.places)]
