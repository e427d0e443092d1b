"""Moving the fewest slots so that every HMCPSI concern has its week and inspector (§33).

The board keeps each concern placeable by itself; only several that compete for the same people can
be left over, and that is mended here, once the rest is good.
"""

from collections import Counter
from random import Random

from models.programme import Programme
from models.result import Status
from planner.concerns import place_concerns
from planner.facts import Facts
from planner.improve.board import Board
from planner.improve.recreate import Recreate, put_back
from planner.improve.scan import Scanner
from planner.outcome import Outcome

#: Slots tried before the concerns are given up.
MOST_TRIES = 60


def with_concerns_met(programme: Programme, outcome: Outcome, random: Random) -> Outcome:
    """The outcome with every concern placed; without a draft where no slots were found for it."""
    if outcome.draft is None or not place_concerns(programme, outcome.draft.slots).sentences:
        return outcome
    board = Board.holding(Facts(programme), outcome.draft)
    if not meet_concerns(board, random):
        return Outcome(Status.OUT_OF_TIME, None, bound=outcome.bound)
    status = Status.FEASIBLE if outcome.status is Status.OPTIMAL else outcome.status
    return Outcome(status, board.draft(), board.points(), outcome.bound)


def meet_concerns(board: Board, random: Random) -> bool:
    """Move the inspections whose concern has no place until all have one; False if none was found.

    Where it fails the board is as it was.
    """
    start = [(at, each) for at, each in enumerate(board.placed) if each is not None]
    recreate = Recreate(board, Scanner(board.facts), random)
    opens = board.facts.opens
    shut: list[tuple[int, int]] = []
    for _ in range(MOST_TRIES):
        unmet = _unmet(board)
        if not unmet:
            break
        moving = random.choice(unmet)
        placement = board.remove(moving)
        opens[moving, placement.week] = False
        shut.append((moving, placement.week))
        if not recreate.insert(moving, noise=0) or recreate.settle([moving]) is None:
            put_back(board, start)
    met = not _unmet(board)
    for authority, week in shut:
        opens[authority, week] = True
    if not met:
        put_back(board, start)
    return met


def _unmet(board: Board) -> list[int]:
    """The authorities with more concerns than could be placed."""
    facts = board.facts
    placed = {code: each.week for code, each in zip(facts.codes, board.placed, strict=True) if each}
    plan = place_concerns(facts.programme, placed)
    wanted = Counter(each.la_code for each in facts.programme.cps_concerns)
    wanted.subtract(each.la_code for each in plan.activities)
    return sorted(facts.index_of_code[code] for code, lacking in wanted.items() if lacking > 0)
