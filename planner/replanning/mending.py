"""A rota near the baseline, found in a moment: where more slots move than the bound can tell."""

from planner.arithmetic import impossibilities
from planner.clock import Clock
from planner.draft import Draft
from planner.facts import Facts
from planner.options import PlanOptions
from planner.replanning.changed import keeps_what_has_begun
from planner.replanning.question import Question
from planner.report import Report

#: The share of the time left that mending may take; mostly it takes half a second.
SHARE = 0.3


def mended(question: Question, seed: str, clock: Clock) -> Draft | None:
    """The baseline mended as a plan that starts from it would be, what has begun as it was.

    It changes more than needed. None where nothing is found, or something that has begun changed.
    """
    # Few re-plans need it, and the search is slow to read in.
    from planner.improve.board import Board
    from planner.national import first_rota

    options = PlanOptions(start=question.baseline, stop=clock.stop)
    until = clock.now() + SHARE * clock.left()
    facts = _from_today(question)
    # A plan does not begin either where a pin or a calendar leaves nothing to choose.
    if impossibilities(question.programme) or not facts.opens.any(axis=1).all():
        return None
    board = Board(facts)
    near = first_rota(board, seed, clock, until, Report(clock, options))
    return near if near is not None and keeps_what_has_begun(question, near) else None


def _from_today(question: Question) -> Facts:
    """Arrays in which nothing ahead may start before today, and what has begun stays."""
    facts = Facts(question.programme)
    today = question.programme.calendar.week_of(question.today)
    first = today + (question.programme.calendar.monday(today) < question.today)
    facts.opens[:, : max(0, first)] = False
    for code in question.begun:
        facts.opens[facts.index_of_code[code]] = False
        facts.opens[facts.index_of_code[code], question.slots[code]] = True
    return facts
