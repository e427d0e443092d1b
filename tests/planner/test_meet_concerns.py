"""Several concerns that compete for one HMCPSI inspector are given room by moving slots."""

from random import Random

from data.draw import draw_programme
from models.checks import check_rota
from models.events import CpsConcern
from models.inspectorate import Inspectorate
from models.programme import Programme
from planner.assemble import whole_rota
from planner.concerns import place_concerns
from planner.construct import construct
from planner.facts import Facts
from planner.improve.board import Board
from planner.improve.recreate import Recreate
from planner.improve.scan import Scanner
from planner.meet_concerns import meet_concerns


def _crowded() -> tuple[Programme, Board]:
    """A whole rota in which more concerns fall due at once than one inspector has weeks for."""
    drawn = draw_programme(40, 7)
    board = _whole(drawn)
    soonest = sorted(board.draft().slots.items(), key=lambda slot: slot[1])
    # Recorded together when three inspections have ended, with one week to follow each up: one
    # inspector has that week for one of them, the other two must be inspected later.
    policy = drawn.policy.model_copy(
        update={"cps": drawn.policy.cps.model_copy(update={"within_weeks": 1})}
    )
    only = drawn.inspectors_from[Inspectorate.HMCPSI][:1]
    others = tuple(
        each for each in drawn.inspectors if each.inspectorate is not Inspectorate.HMCPSI
    )
    recorded = drawn.calendar.monday(soonest[2][1] + 2)
    concerns = tuple(CpsConcern(la_code=code, recorded_on=recorded) for code, _ in soonest[:3])
    known = {name: getattr(drawn, name) for name in Programme.model_fields}
    ids = {each.inspector_id for each in (*others, *only)}
    changed = {
        "policy": policy,
        "inspectors": (*others, *only),
        "cps_concerns": concerns,
        "absences": tuple(each for each in drawn.absences if each.inspector_id in ids),
        "conflicts": tuple(each for each in drawn.conflicts if each.inspector_id in ids),
    }
    programme = Programme.model_validate(known | changed)
    return programme, _whole(programme)


def _whole(programme: Programme) -> Board:
    board, random = Board(Facts(programme)), Random(1)
    assert construct(board, Recreate(board, Scanner(board.facts), random), random)
    return board


def test_slots_move_until_every_concern_has_its_week() -> None:
    programme, board = _crowded()
    assert place_concerns(programme, board.draft().slots).sentences
    assert meet_concerns(board, Random(2))
    assert place_concerns(programme, board.draft().slots).sentences == ()
    assert check_rota(programme, whole_rota(programme, board.draft())) == ()
