"""What the scan prices is what placing costs, and never breaks a rule."""

import numpy as np
import pytest

from planner.facts import FORBIDDEN
from planner.improve.board import UNPLACED, Board
from planner.improve.scan import EVERYBODY, NEAR, Reach, Scanner


@pytest.mark.parametrize("reach", [NEAR, EVERYBODY])
def test_the_price_is_what_placing_adds_but_for_fairness(board: Board, reach: Reach) -> None:
    scanner = Scanner(board.facts)
    for authority in range(0, 40, 5):
        former = board.remove(authority)
        priced = scanner.scan(board, authority, reach)
        assert priced is not None
        without = board.points() - UNPLACED - board.loads.points
        for at in np.flatnonzero(priced.prices < FORBIDDEN)[:20]:
            board.place(authority, priced.placement(board, authority, int(at)))
            added = board.points() - board.loads.points - without
            assert added == pytest.approx(float(priced.prices[at]))
            board.remove(authority)
        board.place(authority, former)


def test_every_priced_team_is_admitted(board: Board) -> None:
    scanner = Scanner(board.facts)
    for authority in range(40):
        former = board.remove(authority)
        priced = scanner.scan(board, authority)
        assert priced is not None
        for at in np.flatnonzero(priced.prices < FORBIDDEN)[:10]:
            placement = priced.placement(board, authority, int(at))
            assert board.admits(authority, placement)
            assert len({placement.lead, *placement.members}) == 1 + len(placement.members)
        board.place(authority, former)


def test_looking_at_everybody_is_never_dearer(board: Board) -> None:
    scanner = Scanner(board.facts)
    for authority in range(40):
        former = board.remove(authority)
        near, everybody = (scanner.scan(board, authority, each) for each in (NEAR, EVERYBODY))
        assert near is not None
        assert everybody is not None
        assert everybody.prices.min() <= near.prices.min() + 1e-3
        board.place(authority, former)
