"""The board's running counts always say what the rota on it says."""

from random import Random

import numpy as np

from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from planner.assemble import whole_rota
from planner.draft import draft_of
from planner.facts import Facts
from planner.improve.anneal import Anneal
from planner.improve.board import UNPLACED, Board
from planner.improve.recreate import put_back
from planner.improve.scan import Scanner


def test_points_are_those_the_measures_give(forty: Programme, board: Board) -> None:
    goals = measure_goals(forty, whole_rota(forty, board.draft()))
    assert board.points() == goals.total
    assert board.points_by_goal() == {score.goal: score.points for score in goals.scores}


def test_points_stay_those_of_the_measures_over_many_moves(forty: Programme, board: Board) -> None:
    search = Anneal(board, Scanner(board.facts), Random(2))
    for _ in range(12):
        for _ in range(10):
            search.step(30.0)
        assert board.points() == measure_goals(forty, whole_rota(forty, board.draft())).total


def test_every_rota_on_the_way_keeps_every_rule(forty: Programme, board: Board) -> None:
    search = Anneal(board, Scanner(board.facts), Random(3))
    for _ in range(8):
        for _ in range(15):
            search.step(60.0)
        assert check_rota(forty, whole_rota(forty, board.draft())) == ()


def test_taking_off_and_putting_back_leaves_no_trace(board: Board) -> None:
    before = (board.blocked.copy(), board.blocked_lead.copy(), board.points(), board.draft())
    taken = [(at, board.remove(at)) for at in (3, 17, 5, 30)]
    assert board.points() > 3 * UNPLACED
    put_back(board, taken)
    assert np.array_equal(board.blocked, before[0])
    assert np.array_equal(board.blocked_lead, before[1])
    assert (board.points(), board.draft()) == before[2:]


def test_a_refused_step_leaves_no_trace(board: Board) -> None:
    search = Anneal(board, Scanner(board.facts), Random(4))
    refused = 0
    for _ in range(60):
        before = board.draft()
        blocked, points = board.blocked.copy(), search.points
        search.step(0.001)
        if board.draft() == before:
            refused += 1
            assert np.array_equal(board.blocked, blocked)
            assert board.points() == points
    assert refused > 5


def test_the_best_is_never_worse_than_the_start(board: Board) -> None:
    start = board.points()
    search = Anneal(board, Scanner(board.facts), Random(5))
    for _ in range(50):
        search.step(500.0)
    assert search.best_points <= start
    assert search.best is not None


def test_a_board_loaded_from_a_rota_says_the_same(forty: Programme, board: Board) -> None:
    rota = whole_rota(forty, board.draft())
    other = Board(Facts(forty))
    other.load(draft_of(forty, rota))
    assert other.points() == board.points()
    assert other.draft() == board.draft()


def test_no_team_is_admitted_twice_over(board: Board) -> None:
    placement = board.remove(0)
    assert board.admits(0, placement)
    board.place(0, placement)
    assert not board.admits(0, placement)
