"""A gain found elsewhere is taken in only where it fits and saves points."""

from random import Random

from planner.facts import Facts
from planner.improve.anneal import Anneal
from planner.improve.board import Board
from planner.improve.merge import adopt, changed, overlay, restand
from planner.improve.scan import Scanner


def _improved(board: Board, seed: int) -> Board:
    other = Board(board.facts)
    other.load(board.draft())
    search = Anneal(other, Scanner(board.facts), Random(seed))
    for _ in range(150):
        search.step(1.0)
    assert search.points < board.points()
    return other


def test_a_better_rota_is_adopted_whole(board: Board) -> None:
    better = _improved(board, 1)
    codes = changed(board.draft(), better.draft())
    assert adopt(board, better.draft(), codes)
    assert board.draft() == better.draft()
    assert board.points() == better.points()


def test_a_worse_rota_leaves_no_trace(board: Board) -> None:
    better = _improved(board, 2)
    before = better.draft()
    codes = changed(before, board.draft())
    assert not adopt(better, board.draft(), codes)
    assert better.draft() == before


def test_a_patch_that_no_longer_fits_leaves_no_trace(board: Board, facts: Facts) -> None:
    draft = board.draft()
    first, second = facts.codes[0], facts.codes[1]
    crowded = overlay(draft, draft, [])
    clash = type(draft)(
        slots={**crowded.slots, first: draft.slots[second]},
        teams={**crowded.teams, first: draft.teams[second]},
        leads={**crowded.leads, first: draft.leads[second]},
    )
    assert not adopt(board, clash, [first])
    assert board.draft() == draft


def test_what_differs_is_named_and_nothing_else(board: Board, facts: Facts) -> None:
    draft = board.draft()
    assert changed(draft, draft) == []
    code = facts.codes[4]
    moved = type(draft)({**draft.slots, code: draft.slots[code] + 1}, draft.teams, draft.leads)
    assert changed(draft, moved) == [code]


def test_restanding_takes_the_other_rota_over(board: Board) -> None:
    better = _improved(board, 3)
    restand(board, better.draft())
    assert board.draft() == better.draft()
    assert board.points() == better.points()
