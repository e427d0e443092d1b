"""Which inspections to take off the board together, so that putting them back can gain."""

from collections.abc import Callable
from functools import cached_property
from random import Random

import numpy as np

from planner.facts import Facts
from planner.improve.board import Board
from planner.improve.nearness import Nearness


class Ruins:
    """Draws small groups of inspections that have something to give one another."""

    def __init__(self, facts: Facts, random: Random) -> None:
        self.facts, self.random = facts, random
        self.near_to = Nearness(facts)
        kinds: list[tuple[float, Callable[[Board, int], list[int]]]] = [
            (4.0, self.near),
            (3.0, self.same_time),
            (3.0, self.sharing_inspector),
            (2.0, self.wanting_the_same),
            (1.0, self.same_force),
            (1.0, self.anywhere),
        ]
        self._weights = [weight for weight, _ in kinds]
        self._draw = [draw for _, draw in kinds]

    def draw(self, board: Board) -> list[int]:
        """Between one and three placed inspections, related in a way drawn by lot.

        Larger groups cost more time than they gain: measured on the standard programmes.
        """
        size = self.random.choices((1, 2, 3), (3, 5, 2))[0]
        ruin = self.random.choices(self._draw, self._weights)[0]
        drawn = ruin(board, size)
        return [each for each in dict.fromkeys(drawn) if board.placed[each] is not None]

    def _any(self) -> int:
        return self.random.randrange(len(self.facts.codes))

    def anywhere(self, board: Board, size: int) -> list[int]:
        """Inspections with nothing in common."""
        return [self._any() for _ in range(size)]

    def near(self, board: Board, size: int) -> list[int]:
        """Inspections near one another."""
        seed = self._any()
        return [seed, *self._near(seed, size - 1)]

    def neighbours_of(self, seed: int, size: int) -> list[int]:
        """The nearest ``size`` authorities to one."""
        nearest: list[int] = self.near_to.order[seed][:size].tolist()
        return nearest

    def _near(self, seed: int, size: int) -> list[int]:
        around = self.near_to.places[seed]
        picks = {min(int(self.random.expovariate(0.15)), len(around) - 1) for _ in range(size)}
        return [int(around[pick]) for pick in sorted(picks)] if len(around) else []

    def same_time(self, board: Board, size: int) -> list[int]:
        """Inspections whose teams cannot overlap: those that start within four weeks."""
        seed = self._any()
        placement = board.placed[seed]
        if placement is None:
            return [seed]
        close = board.calendar.starting_near(placement.week, 4)
        return [seed, *self.random.sample(close, min(size - 1, len(close)))]

    def around(self, board: Board, authority: int, size: int) -> list[int]:
        """What stands in the way of an unplaced inspection near a week open to it."""
        weeks = np.flatnonzero(self.facts.opens[authority])
        if not len(weeks):
            return []
        week = int(self.random.choice(weeks))
        force = [
            at for start, at in board.calendar.room_of[authority].starts if abs(start - week) <= 8
        ]
        close = board.calendar.starting_near(week, 3)
        in_force = self.random.sample(force, min(2, len(force)))
        return [*in_force, *self.random.sample(close, min(size, len(close)))]

    def sharing_inspector(self, board: Board, size: int) -> list[int]:
        """Inspections of one inspector."""
        seed = self._any()
        placement = board.placed[seed]
        if placement is None:
            return [seed]
        who = self.random.choice((placement.lead, *placement.members))
        return [seed, *self._of_inspector(board, who, size - 1)]

    def _of_inspector(self, board: Board, who: int, size: int) -> list[int]:
        held = list(board.held_by[who])
        return self.random.sample(held, min(size, len(held)))

    def wanting_the_same(self, board: Board, size: int) -> list[int]:
        """A wasteful inspection, with those that hold its near inspectors around its week."""
        seed = max((self._any() for _ in range(3)), key=lambda at: self._waste(board, at))
        placement = board.placed[seed]
        if placement is None:
            return [seed]
        near = self._people[seed]
        close = board.calendar.starting_near(placement.week, 4)
        holders = [at for at in close if any(at in board.held_by[who] for who in near)]
        return [seed, *self.random.sample(holders, min(size - 1, len(holders)))]

    def _waste(self, board: Board, authority: int) -> int:
        placement = board.placed[authority]
        if placement is None:
            return 0
        spent = sum(self._travel[who][authority] for who in (placement.lead, *placement.members))
        return spent - self.near_to.cheapest[authority]

    @cached_property
    def _people(self) -> list[list[int]]:
        people: list[list[int]] = self.near_to.people.tolist()
        return people

    @cached_property
    def _travel(self) -> list[list[int]]:
        travel: list[list[int]] = self.facts.travel.tolist()
        return travel

    def same_force(self, board: Board, size: int) -> list[int]:
        """Consecutive inspections of one force."""
        starts = board.calendar.room_of[self._any()].starts
        if not starts:
            return []
        first = self.random.randrange(len(starts))
        return [at for _, at in starts[first : first + size]]
