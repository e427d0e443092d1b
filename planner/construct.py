"""A first whole rota, in seconds: the hardest to place first, each in its cheapest week."""

from random import Random

import numpy as np

from planner.improve.board import Board
from planner.improve.recreate import Recreate


def construct(board: Board, recreate: Recreate, random: Random) -> bool:
    """Place every unplaced inspection once; True when the rota is whole.

    Inspections with few weeks go first, then those of crowded forces, the large and the due.
    """
    for authority in _hardest_first(board, random):
        recreate.insert(authority, noise=0)
    recreate.settle(range(len(board.facts.codes)))
    return not board.unplaced


def _hardest_first(board: Board, random: Random) -> list[int]:
    facts = board.facts
    weeks_open = facts.opens.sum(axis=1)
    crowd = np.array([len(facts.in_force[force]) for force in facts.force_of])
    people = facts.ranges[:, 0, :, 1].sum(axis=1)
    due = np.array([facts.programme.due_week_of[code] for code in facts.codes])
    urgency = due - 2.0 * crowd - 3.0 * people + 0.5 * weeks_open
    urgency = urgency + np.array([random.random() for _ in facts.codes])
    return sorted(board.unplaced, key=urgency.__getitem__)
