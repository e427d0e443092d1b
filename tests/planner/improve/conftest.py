"""A drawn programme of some size, and a whole rota on its board."""

from random import Random

import pytest

from data.draw import draw_programme
from models.programme import Programme
from planner.construct import construct
from planner.facts import Facts
from planner.improve.board import Board
from planner.improve.recreate import Recreate
from planner.improve.scan import Scanner


@pytest.fixture(scope="session")
def forty() -> Programme:
    """Forty authorities, with leave, part-time staff, conflicts and force-wide reviews."""
    return draw_programme(40, 7)


@pytest.fixture(scope="session")
def facts(forty: Programme) -> Facts:
    """The arrays of the forty."""
    return Facts(forty)


@pytest.fixture
def board(facts: Facts) -> Board:
    """A board with a whole rota of the forty."""
    fresh = Board(facts)
    random = Random(1)
    assert construct(fresh, Recreate(fresh, Scanner(facts), random), random)
    return fresh
