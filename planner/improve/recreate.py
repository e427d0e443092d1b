"""Putting inspections back on the board, each where the scan prices it lowest."""

from collections.abc import Iterable
from random import Random

import numpy as np

from planner.facts import FORBIDDEN
from planner.improve.board import Board, Placement
from planner.improve.scan import EVERYBODY, HMIC, NEAR, Reach, Scanner


class Recreate:
    """Places inspections greedily; ``noise`` points blur the prices so that tries differ."""

    def __init__(self, board: Board, scanner: Scanner, random: Random) -> None:
        self.board, self.scanner, self.random = board, scanner, random
        self._blur = np.random.default_rng(random.getrandbits(64))

    def insert(self, authority: int, noise: float) -> bool:
        """Place one inspection in its cheapest week; False where no week is left."""
        return any(self._insert(authority, noise, reach) for reach in (NEAR, EVERYBODY))

    def _insert(self, authority: int, noise: float, reach: Reach) -> bool:
        priced = self.scanner.scan(self.board, authority, reach)
        if priced is None:
            return False
        prices = priced.prices
        if noise > 0:
            prices = prices + noise * self._blur.random(len(prices), np.float32)
        best = int(prices.argmin())
        if priced.prices[best] >= FORBIDDEN:
            return False
        self.board.place(authority, priced.placement(self.board, authority, best))
        return True

    def settle(self, authorities: Iterable[int]) -> list[tuple[int, Placement]] | None:
        """Refit the HMIC part of every team in these authorities' forces whose review moved (R6).

        Returns what stood there before; None, with the board as it was, where HMIC has nobody.
        """
        undo: list[tuple[int, Placement]] = []
        rooms = {id(room): room for room in (self.board.calendar.room_of[at] for at in authorities)}
        for room in rooms.values():
            carriers = room.carriers()
            for _, authority in list(room.starts):
                placement = self.board.placed[authority]
                assert placement is not None
                if placement.review == (authority in carriers):
                    continue
                undo.append((authority, self.board.remove(authority)))
                refitted = self._refit(authority, placement)
                if refitted is None:
                    self.board.place(authority, placement)
                    put_back(self.board, undo[:-1])
                    return None
                self.board.place(authority, refitted)
        return undo

    def _refit(self, authority: int, placement: Placement) -> Placement | None:
        facts, board, week = self.board.facts, self.board, placement.week
        review = not placement.review
        wish = facts.wishes[authority][int(review)][HMIC, week]
        body_of = facts.body_list
        kept = [who for who in placement.members if body_of[who] != HMIC]
        before = [who for who in placement.members if body_of[who] == HMIC]
        pinned = facts.pinned_people.get(authority, {})
        free = facts.allowed[:, authority] & (board.blocked[:, week] == 0) & (facts.body_of == HMIC)
        pool = np.flatnonzero(free)
        keys = [
            (who not in pinned, who not in before, facts.travel[who, authority]) for who in pool
        ]
        ranked = [int(pool[at]) for at in sorted(range(len(pool)), key=keys.__getitem__)]
        chosen = self._with_few_seconded(ranked, int(wish))
        refitted = board.placement(authority, week, placement.lead, (*kept, *chosen), review)
        sizes = board.sizes(refitted.lead, refitted.members)
        ranges = facts.ranges[authority, int(review)]
        fits = all(low <= size for size, (low, _, _) in zip(sizes, ranges, strict=True))
        return refitted if fits and wish >= 0 and self._keeps_wish(authority, refitted) else None

    def _keeps_wish(self, authority: int, placement: Placement) -> bool:
        wish = self.board.facts.wishes[authority][int(placement.review)][:, placement.week]
        sizes = self.board.sizes(placement.lead, placement.members)
        return all(size <= most for size, most in zip(sizes, wish, strict=True))

    def _with_few_seconded(self, ranked: list[int], wish: int) -> list[int]:
        facts = self.board.facts
        for size in range(min(wish, len(ranked)), 0, -1):
            most = facts.most_seconded[size]
            chosen: list[int] = []
            inside = 0
            for who in ranked:
                if len(chosen) < size and (not facts.seconded[who] or inside < most):
                    chosen.append(who)
                    inside += bool(facts.seconded[who])
            if len(chosen) == size:
                return chosen
        return []


def put_back(board: Board, placements: Iterable[tuple[int, Placement]]) -> None:
    """Stand inspections where they stood before."""
    former = list(placements)
    for authority, _ in former:
        if board.placed[authority] is not None:
            board.remove(authority)
    for authority, placement in former:
        board.place(authority, placement)
