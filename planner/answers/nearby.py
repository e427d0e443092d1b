"""An answer where a re-plan's own search has no proven one in time: a mended rota, changed less."""

import os
from dataclasses import replace

from models.changes import Change
from models.folding import fold
from models.programme import Programme
from models.rota import Rota
from planner.clock import Clock
from planner.draft import Draft
from planner.facts import Facts
from planner.improve.board import Board
from planner.national import first_rota
from planner.options import PlanOptions
from planner.replanning.attempts import Least
from planner.replanning.changed import (
    changed_parts,
    keeps_what_has_begun,
    moved_slots,
    numbers_of,
)
from planner.replanning.concerns import unmet_ahead
from planner.replanning.knocked import weeks_ahead
from planner.replanning.least import Found, Stages
from planner.replanning.options import ReplanOptions
from planner.replanning.question import Question
from planner.replanning.replan import Run, limits_of
from planner.replanning.scopes import scope_of
from planner.replanning.search import Search
from planner.report import Report
from planner.scope import Scope
from planner.seed import random_for
from planner.solve import Effort, Outcome

#: The shares of the time left for mending, which mostly takes a moment, and for changing less.
MENDING, CHANGING_LESS = 0.3, 0.6
#: Seconds with which it is not worth while to begin.
TOO_SHORT = 0.5


def mended(programme: Programme, baseline: Rota, seed: str, clock: Clock) -> Draft | None:
    """A rota near a baseline, mended as a plan that starts from it would be; None if none is found.

    It is found in a moment, with more changes than needed.
    """
    options = PlanOptions(start=baseline, stop=clock.stop)
    until = clock.now() + MENDING * clock.left()
    return first_rota(Board(Facts(programme)), seed, clock, until, Report(clock, options))


def unsearched(
    programme: Programme,
    baseline: Rota,
    change: Change,
    limits: ReplanOptions,
    clock: Clock,
    seed: str,
) -> Run:
    """A run that has not been searched: what the change knocks out bounds it, no more is known."""
    folded = fold(programme, [change], baseline, limits.today)
    weeks = limits.freeze_weeks
    question = Question(
        programme=folded,
        baseline=baseline,
        today=limits.today,
        freeze_weeks=folded.policy.freeze.weeks if weeks is None else weeks,
    )
    floor = Search(question, Facts(folded), clock, 0, 1).floor
    return Run(question, Least(None, floor, floor), seed, Report(clock, limits_of(limits)))


def better(first: Run | None, second: Run) -> Run:
    """Of two runs of one question the one that changes less, with the bound of both."""
    if first is None:
        return second
    runs = [each for each in (second, first) if each.least.draft is not None]
    if not runs:
        return second
    best = min(runs, key=lambda each: each.least.numbers)
    bound = min(best.least.numbers, max(first.least.least, second.least.least))
    return replace(best, least=replace(best.least, least=bound))


def with_nearby_answer(run: Run, near: Draft, clock: Clock, workers: int | None) -> Run:
    """The run with a rota that changes less than a mended one, if there is one.

    Only what mending changed is free, and as little of it is changed as can be. What the search
    has proven of all rotas stands.
    """
    question = run.question
    if not keeps_what_has_begun(question, near):
        return run
    found, stages = Found(Outcome.UNKNOWN), None
    if clock.left() > TOO_SHORT:
        stages = Stages(question, _scope(question, near), clock.is_called_off)
        threads = workers or os.cpu_count() or 1
        found = stages.least_numbers(_effort(run.seed, clock, threads))
    if found.draft is None:
        # No time to change less: the mended rota is an answer too.
        found = Found(Outcome.FEASIBLE, numbers_of(question, near), run.least.least, near)
    if found.draft is None or unmet_ahead(question, found.draft):
        return run
    return replace(run, least=_priced(run, stages, found, clock))


def _scope(question: Question, near: Draft) -> Scope:
    facts = Facts(question.programme)
    moving = sorted(moved_slots(question, near) | question.new)
    weeks = {code: weeks_ahead(question, facts, code) for code in moving}
    return scope_of(question, changed_parts(question, near), weeks)


def _priced(run: Run, stages: Stages | None, found: Found, clock: Clock) -> Least:
    """The same numbers with the fewest points, if there is time."""
    assert found.draft is not None
    assert found.numbers is not None
    least = min(run.least.least, found.numbers)
    if stages is None or clock.left() <= 0:
        return Least(found.draft, found.numbers, least)
    draft, points, _ = stages.fewest_points(found, _effort(run.seed, clock, 1, share=0.9))
    return Least(draft, found.numbers, least, points if points >= 0 else None)


def _effort(seed: str, clock: Clock, workers: int, share: float = CHANGING_LESS) -> Effort:
    drawn = random_for(seed, "nearby").getrandbits(31)
    return Effort(seconds=share * clock.left(), workers=workers, seed=drawn, probing=False)
