"""Going on from a given rota: standing it on the board, and saying what had to be mended."""

from collections.abc import Iterator
from contextlib import contextmanager

from models.checks import check_rota
from models.programme import Programme
from models.rota import Rota
from planner.assemble import whole_rota
from planner.attendance import AttendanceImpossible
from planner.draft import Draft, draft_of
from planner.improve.board import Board
from planner.improve.recreate import Recreate
from planner.improve.scan import Scanner
from planner.mend import stand
from planner.mended import mended
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


def valid_draft(programme: Programme, start: Rota) -> Draft | None:
    """What a rota decides, if the rota written out from that keeps every rule; else None."""
    draft = draft_of(programme, start)
    try:
        whole = whole_rota(programme, draft)
    except AttendanceImpossible:
        return None
    return None if check_rota(programme, whole) else draft
