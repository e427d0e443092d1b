"""What a draft changes of the baseline: slots moved, and deployments changed part by part."""

from collections.abc import Mapping

from planner.decisions.known import known_of
from planner.draft import Draft
from planner.replanning.counts import Numbers
from planner.replanning.question import Part, Question
from planner.replanning.scopes import every_part


def numbers_of(question: Question, draft: Draft) -> Numbers:
    """The numbers of tiers 0 to 2: a model's are at least these, and equal once it is proven."""
    frozen, taken = question.frozen, len(question.taken)
    moved, changed = moved_slots(question, draft), changed_parts(question, draft)
    return Numbers(
        len(moved & frozen),
        sum(number for (code, _), number in changed.items() if code in frozen) + taken,
        len(moved),
        sum(changed.values()) + taken,
    )


def moved_slots(question: Question, draft: Draft) -> frozenset[str]:
    """The authorities whose slot a draft moves."""
    return frozenset(code for code, week in question.slots.items() if draft.slots[code] != week)


def changed_parts(question: Question, draft: Draft) -> Mapping[Part, int]:
    """How many deployments change, the larger of those lost and gained; other parts stay."""
    changed = {part: _changed(question, draft, part) for part in every_part(question)}
    return {part: number for part, number in changed.items() if number}


def keeps_what_has_begun(question: Question, draft: Draft) -> bool:
    """Whether the slots and teams of inspections that have begun are as they were."""
    before = question.draft
    return all(
        draft.slots.get(code) == before.slots[code]
        and draft.teams.get(code) == before.teams[code]
        and draft.leads.get(code) == before.leads.get(code)
        for code in question.begun
    )


def _changed(question: Question, draft: Draft, part: Part) -> int:
    code, body = part
    body_of, lead = known_of(question.programme).body_of, draft.leads.get(code)
    before = question.pairs.get(part, frozenset())
    after = {(who, who == lead) for who in draft.teams[code] if body_of[who] is body}
    return max(len(before - after), len(after - before))
