"""HMCPSI after a re-plan: a slot after which a concern has no place is not kept (§33)."""

from collections import Counter
from dataclasses import replace

import numpy as np

from planner.clock import Clock
from planner.concerns import place_concerns
from planner.draft import Draft
from planner.facts import Facts
from planner.replanning.attempts import Least
from planner.replanning.question import Question
from planner.replanning.takeovers import least_of

#: So often a slot is shut because concerns compete for the same weeks and people.
MOST_TRIES = 6


def least_with_concerns(
    question: Question, clock: Clock, seed: int, workers: int
) -> tuple[Question, Least]:
    """The least change after which every concern of an inspection ahead has its week.

    Where concerns compete, the slot of one that is left out is shut and the search goes again;
    what the first search proved still bounds every rota.
    """
    facts = Facts(question.programme)
    _shut_by_themselves(facts)
    asked, least = least_of(question, facts, clock, seed, workers)
    first = least.least
    for _ in range(MOST_TRIES):
        unmet = [] if least.draft is None else unmet_ahead(asked, least.draft)
        if not unmet or least.draft is None:
            break
        facts.opens[facts.index_of_code[unmet[0]], least.draft.slots[unmet[0]]] = False
        asked, least = least_of(question, facts, clock, seed, workers)
        bound = min(first, least.numbers) if least.draft else first
        least = replace(least, least=bound, points_least=None, impossible=False)
    if least.draft is not None and unmet_ahead(asked, least.draft):
        return asked, replace(least, draft=None)
    return asked, least


def _shut_by_themselves(facts: Facts) -> None:
    """Shut the weeks after which the concerns of one authority already get in each other's way."""
    programme = facts.programme
    numbers = Counter(each.la_code for each in programme.cps_concerns)
    for code in (code for code, number in numbers.items() if number > 1):
        at = facts.index_of_code[code]
        for week in np.flatnonzero(facts.opens[at]):
            if place_concerns(programme, {code: int(week)}).sentences:
                facts.opens[at, week] = False


def unmet_ahead(question: Question, draft: Draft) -> list[str]:
    """The authorities ahead with more concerns than could be placed."""
    kept = question.baseline.cps_activities or ()
    plan = place_concerns(question.programme, draft.slots, kept, question.today)
    wanted = Counter(each.la_code for each in question.programme.cps_concerns)
    wanted.subtract(each.la_code for each in plan.activities)
    unmet = {code for code, lacking in wanted.items() if lacking > 0}
    return sorted(unmet & draft.slots.keys() - question.begun)
