"""What a neighbourhood is: a scope drawn around the rota on a board, of a size that adapts."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from random import Random
from typing import ClassVar

import numpy as np

from planner.draft import Draft
from planner.facts import FORBIDDEN
from planner.improve.board import Board
from planner.improve.recreate import put_back
from planner.improve.ruin import Ruins
from planner.improve.scan import Scanner
from planner.scope import Scope


class Neighbourhood(ABC):
    """Draws scopes of about ``size`` authorities; the size follows what solves in time."""

    name: ClassVar[str]
    least: ClassVar[int] = 4
    most: ClassVar[int] = 24

    def __init__(self, board: Board, scanner: Scanner, random: Random, first_size: int = 8) -> None:
        self.board, self.scanner, self.random = board, scanner, random
        self.ruins = Ruins(board.facts, random)
        self.size = float(first_size)

    @abstractmethod
    def draw(self, incumbent: Draft) -> Scope:
        """A scope around the incumbent, which stands on the board."""

    def learn(self, *, proven: bool, quick: bool) -> None:
        """Grow after a proof that came quickly, shrink after none."""
        if proven and quick:
            self.size = min(self.most, self.size * 1.1)
        elif not proven:
            self.size = max(self.least, self.size * 0.9)

    def moving(
        self, authorities: Iterable[int], incumbent: Draft, weeks: int, people: int
    ) -> Scope:
        """Free the slots and names of ``authorities``: so many weeks each, so many near people."""
        chosen = sorted(set(authorities))
        codes = self.board.facts.codes
        best = self._best_weeks(chosen, weeks)
        return Scope.neighbourhood(
            incumbent,
            {codes[at]: best[at] for at in chosen},
            {codes[at]: self.near_people(at, people) for at in chosen},
        )

    def _best_weeks(self, authorities: list[int], weeks: int) -> dict[int, list[int]]:
        """The weeks that each would like best with all of ``authorities`` off the board."""
        board = self.board
        before = [(at, board.remove(at)) for at in authorities]
        best: dict[int, list[int]] = {}
        for authority in authorities:
            priced = self.scanner.scan(board, authority)
            best[authority] = []
            if priced is not None:
                order = np.argsort(priced.prices, kind="stable")[:weeks]
                open_ = [at for at in order if priced.prices[at] < FORBIDDEN]
                best[authority] = [int(priced.weeks[at]) for at in open_]
        put_back(board, before)
        return best

    def near_people(self, authority: int, people: int, body: int | None = None) -> list[str]:
        """The ids of the nearest ``people`` of each body (or of one), leads more than others."""
        facts = self.board.facts
        chosen: list[str] = []
        for each in range(len(facts.bodies)) if body is None else [body]:
            if facts.ranges[authority, 1, each, 2] > 0:
                near = facts.nearest_of(each)[authority]
                chosen += [facts.ids[who] for who in near[:people]]
                if each == 0:
                    leads = [who for who in near if facts.may_lead[who]]
                    chosen += [facts.ids[who] for who in leads[: max(4, people // 2)]]
        return chosen
