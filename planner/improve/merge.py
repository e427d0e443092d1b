"""Putting one process's gain into the newest rota of all, where it still fits."""

from planner.draft import Draft
from planner.improve.board import Board
from planner.improve.recreate import put_back


def changed(before: Draft, after: Draft) -> list[str]:
    """The authority codes whose slot, team or lead differ."""
    return [
        code
        for code in after.slots
        if before.slots.get(code) != after.slots[code]
        or before.teams.get(code) != after.teams[code]
        or before.leads.get(code) != after.leads[code]
    ]


def overlay(newest: Draft, patch: Draft, codes: list[str]) -> Draft:
    """``newest`` with the decisions of ``patch`` at ``codes``."""
    return Draft(
        slots={**newest.slots, **{code: patch.slots[code] for code in codes}},
        teams={**newest.teams, **{code: patch.teams[code] for code in codes}},
        leads={**newest.leads, **{code: patch.leads[code] for code in codes}},
    )


def restand(board: Board, wanted: Draft) -> None:
    """Stand a whole board as ``wanted``, itself a valid rota, touching only what differs."""
    codes = changed(board.draft(), wanted)
    authorities = [board.facts.index_of_code[code] for code in codes]
    for authority in authorities:
        board.remove(authority)
    board.load(wanted, authorities)


def adopt(board: Board, wanted: Draft, codes: list[str]) -> bool:
    """Stand ``codes`` as ``wanted`` has them, if every rule still holds and points are saved.

    Otherwise the board is as it was.
    """
    facts, points = board.facts, board.points()
    authorities = [facts.index_of_code[code] for code in codes]
    before = [(at, board.remove(at)) for at in authorities if board.placed[at] is not None]
    if _stands(board, wanted, authorities) and board.points() < points:
        return True
    for authority in authorities:
        if board.placed[authority] is not None:
            board.remove(authority)
    put_back(board, before)
    return False


def _stands(board: Board, wanted: Draft, authorities: list[int]) -> bool:
    facts = board.facts
    slots = {facts.index_of_code[code]: week for code, week in wanted.slots.items()}
    carriers = board.calendar.carriers_of(slots)
    for authority in authorities:
        placement = board.placement_in(wanted, authority, authority in carriers)
        if not board.admits(authority, placement):
            return False
        board.place(authority, placement)
    return all(
        placement is None or placement.review == (at in carriers)
        for at, placement in enumerate(board.placed)
    )
