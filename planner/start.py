"""Going on from a given rota: standing it on the board, and saying what had to be mended."""

from collections.abc import Iterator
from contextlib import contextmanager

from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from models.result import Status
from models.rota import Rota
from planner.assemble import whole_rota
from planner.attendance import AttendanceImpossible
from planner.draft import draft_of
from planner.improve.board import Board
from planner.improve.recreate import Recreate
from planner.improve.scan import Scanner
from planner.mend import stand
from planner.mended import mended
from planner.outcome import Outcome
from planner.report import Report
from planner.seed import random_for


@contextmanager
def from_the_start(board: Board, seed: str, report: Report) -> Iterator[None]:
    """Stand an empty board as the rota to start from, if there is one, before a first is found.

    Afterwards the report says what was mended, and how long standing and mending took.
    """
    start = report.options.start
    if start is None:
        yield
        return
    began, programme = report.clock.now(), board.facts.programme
    report.tell("start", None)
    breaches = check_rota(programme, start)
    stand(board, start, breaches, Recreate(board, Scanner(board.facts), random_for(seed, "start")))
    yield
    draft = None if board.unplaced else board.draft()
    said = mended(programme, start, breaches, draft)
    report.said.extend(said)
    taken = "The rota to start from was taken as it is."
    note = " ".join(said) or taken
    report.end_stage("start", began, board.points() if draft else None, note=note)


def no_worse(programme: Programme, start: Rota, searched: Status, met: Outcome) -> Outcome:
    """``met``, or the rota to start from where that keeps every rule and has fewer points.

    Making room for HMCPSI's weeks may cost more than the search has won. ``searched`` is how the
    search ended.
    """
    draft = draft_of(programme, start)
    try:
        whole = whole_rota(programme, draft)
    except AttendanceImpossible:
        return met
    if check_rota(programme, whole):
        return met
    points = measure_goals(programme, whole).total
    if met.points is not None and met.points <= points:
        return met
    status = Status.FEASIBLE if searched is Status.OPTIMAL else searched
    return Outcome(status, draft, points, met.bound)
