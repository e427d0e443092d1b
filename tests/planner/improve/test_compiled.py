"""The compiled search counts, prices and keeps the rules as the plain board does."""

import shutil
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from planner.assemble import whole_rota
from planner.construct import construct
from planner.facts import Facts
from planner.improve.anneal import Anneal
from planner.improve.annealing import annealing, is_compiled
from planner.improve.board import Board
from planner.improve.compiled.search import CompiledAnneal
from planner.improve.recreate import Recreate
from planner.improve.scan import EVERYBODY, Scanner
from tests.planner.hindered import Found, programmes_with_a_rota


def test_is_compiled_wherever_there_is_a_compiler() -> None:
    assert is_compiled() == bool(shutil.which("cc"))


def search_on(board: Board, seed: int = 1) -> CompiledAnneal:
    return CompiledAnneal(board, seed)


def test_points_are_those_of_the_board(board: Board) -> None:
    search = search_on(board)
    assert search.annealer.total() == search.best_points == board.points()


def test_points_stay_those_of_the_measures_over_many_moves(forty: Programme, board: Board) -> None:
    search = search_on(board)
    for _ in range(10):
        search.annealer.anneal(200, 60.0, 60.0)
        total = measure_goals(forty, whole_rota(forty, search.standing)).total
        assert search.annealer.total() == search.annealer.points == total


def test_every_rota_on_the_way_keeps_every_rule(forty: Programme, board: Board) -> None:
    search = search_on(board)
    for _ in range(8):
        search.annealer.anneal(200, 500.0, 500.0)
        assert check_rota(forty, whole_rota(forty, search.standing)) == ()


@settings(max_examples=150, deadline=None)
@given(found=programmes_with_a_rota(), seed=st.integers(0, 2**64 - 1))
def test_keeps_every_rule_of_whatever_is_in_the_way(found: Found, seed: int) -> None:
    board = Board(Facts(found.asked))
    board.load(found.draft)
    search = CompiledAnneal(board, seed)
    for heat in (1000.0, 50.0, 1.0):
        search.annealer.anneal(60, heat, heat)
        rota = whole_rota(found.asked, search.standing)
        assert check_rota(found.asked, rota) == ()
        assert search.annealer.points == measure_goals(found.asked, rota).total


def test_taking_everything_off_leaves_an_empty_board(board: Board) -> None:
    search = search_on(board)
    search.annealer.anneal(500, 60.0, 10.0)
    for at in range(len(board.facts.codes)):
        search.annealer.remove(at)
    empty = Board(board.facts)
    assert search.annealer.total() == empty.points()
    for at in range(len(board.facts.codes)):
        search.annealer.place(at, *search.annealer.best_rota()[at])
    assert search.annealer.total() == search.best_points


def test_a_scan_is_never_dearer_than_the_plain_one(board: Board) -> None:
    search, scanner = search_on(board), Scanner(board.facts)
    for at in range(len(board.facts.codes)):
        placement = board.remove(at)
        search.annealer.remove(at)
        priced = scanner.scan(board, at, EVERYBODY)
        assert priced is not None
        found = search.annealer.scan(at)
        assert found is not None
        before = board.points()
        board.place(at, board.placement(at, *found))
        compiled = board.points() - before
        board.remove(at)
        board.place(at, priced.placement(board, at, int(priced.prices.argmin())))
        plain = board.points() - before
        board.remove(at)
        # Neither scan looks at G5, which is the same for both to within one deployment.
        weight = board.facts.programme.goals.fairness
        assert compiled <= plain + 4 * weight
        board.place(at, placement)
        search.annealer.place(
            at, placement.week, placement.lead, placement.members, placement.review
        )


@settings(max_examples=60, deadline=None)
@given(found=programmes_with_a_rota())
def test_what_is_placed_first_breaks_no_rule_beside_what_has_no_slot(found: Found) -> None:
    board = Board(Facts(found.asked))
    construct(board, Recreate(board, Scanner(board.facts), Random(1)), Random(1))
    if not board.unplaced:
        assert check_rota(found.asked, whole_rota(found.asked, board.draft())) == ()
    else:
        fresh = Board(Facts(found.asked))
        for at, each in enumerate(board.placed):
            if each is not None:
                assert fresh.admits(at, each)
                fresh.place(at, each)


def test_the_best_is_never_worse_than_the_start(board: Board) -> None:
    search = search_on(board)
    search.annealer.anneal(2000, 500.0, 500.0)
    assert search.best_points <= board.points()
    assert measured(board, search) == search.best_points


def measured(board: Board, search: CompiledAnneal) -> int:
    programme = board.facts.programme
    return measure_goals(programme, whole_rota(programme, search.best)).total


def test_one_seed_moves_alike_and_another_does_not(board: Board) -> None:
    first, again, other = search_on(board, 5), search_on(board, 5), search_on(board, 6)
    for search in (first, again, other):
        search.annealer.anneal(3000, 60.0, 5.0)
    assert first.standing == again.standing
    assert first.standing != other.standing


def test_cannot_begin_from_less_than_a_whole_rota(board: Board) -> None:
    search = search_on(board)
    search.annealer.remove(0)
    with pytest.raises(ValueError, match="whole rota"):
        search.annealer.anneal(1, 1.0, 1.0)


def test_a_plain_search_can_be_asked_for(board: Board) -> None:
    assert isinstance(annealing(board, Random(1), plain=True), Anneal)
    assert not isinstance(annealing(board, Random(1)), Anneal)
