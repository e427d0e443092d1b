"""Runs that start from a given rota, for the tests of this room."""

from models.checks import check_rota
from models.deployment import Deployment
from models.inspection import Inspection
from models.programme import Programme
from models.rota import Rota
from planner import PlanOptions
from planner.assemble import whole_rota
from planner.clock import clock_for
from planner.draft import Draft
from planner.facts import Facts
from planner.improve.board import Board
from planner.national import first_rota
from planner.report import Report

SEED = "0123456789abcdef0123456789abcdef"
#: Time enough to mend what takes a moment, so that no test hangs on what cannot be mended.
SECONDS = 10.0


def begun(programme: Programme, start: Rota) -> tuple[Draft | None, Report]:
    """The first whole rota of a run that starts from ``start``, and what its report says."""
    options = PlanOptions(seconds=SECONDS, start=start)
    report = Report(clock_for(options, len(programme.authorities)), options)
    board = Board(Facts(programme))
    return first_rota(board, SEED, report.clock, report.clock.search_until, report), report


def mended_from(programme: Programme, start: Rota) -> tuple[Draft, str]:
    """The first whole rota of a run that mends ``start``, and all that was said, line by line."""
    draft, report = begun(programme, start)
    assert draft is not None
    assert check_rota(programme, whole_rota(programme, draft)) == ()
    return draft, "\n".join(report.said)


def by_hand(rota: Rota) -> Rota:
    """As few columns as a rota written by hand needs."""
    return Rota(
        inspections=tuple(
            Inspection(la_code=each.la_code, start=each.start) for each in rota.inspections
        ),
        deployments=tuple(
            Deployment(la_code=each.la_code, inspector_id=each.inspector_id, role=each.role)
            for each in rota.deployments
        ),
    )
