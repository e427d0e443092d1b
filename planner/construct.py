"""A first whole rota, in seconds: the hardest to place first, each in its cheapest week."""

from random import Random

import numpy as np

from planner.improve.annealing import filled
from planner.improve.board import Board
from planner.improve.recreate import Recreate

#: The share of the open weeks from which a force counts as tight and is placed first.
TIGHT = 0.5


def construct(board: Board, recreate: Recreate, random: Random) -> bool:
    """Place every unplaced inspection once; True when the rota is whole.

    Inspections with few weeks go first, then those of crowded forces, the large and the due.
    """
    order = _hardest_first(board, random)
    if filled(board, order):
        remove_missized(board)
        return not board.unplaced
    for authority in order:
        recreate.insert(authority, noise=0)
    if recreate.settle(range(len(board.facts.codes))) is None:
        remove_missized(board)
    return not board.unplaced


def remove_missized(board: Board) -> None:
    """Take every inspection off the board whose team is not sized for the review it carries."""
    placed = {at: each for at, each in enumerate(board.placed) if each is not None}
    carriers = board.calendar.carriers_of({at: each.week for at, each in placed.items()})
    for authority, placement in placed.items():
        if placement.review != (authority in carriers):
            board.remove(authority)


def _hardest_first(board: Board, random: Random) -> list[int]:
    facts = board.facts
    programme = facts.programme
    weeks_open = facts.opens.sum(axis=1)
    sizes = {force: len(members) for force, members in facts.in_force.items()}
    # The share of the open weeks that a force's inspections take at R7's gap, each by itself.
    crowd = np.array([sizes[force] * programme.gap_of[force] for force in facts.force_of])
    crowd = crowd / max(1, len(programme.national_open_starts))
    people = facts.ranges[:, 0, :, 1].sum(axis=1)
    due = np.array([programme.due_week_of[code] for code in facts.codes])
    urgency = due - 1000.0 * (crowd > TIGHT) - 3.0 * people + 0.5 * weeks_open
    urgency = urgency + np.array([random.random() for _ in facts.codes])
    return sorted(board.unplaced, key=urgency.__getitem__)
