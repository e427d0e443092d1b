"""What is free while other ways are looked for: whose names, and which slots."""

from collections.abc import Iterable

from planner.draft import Draft
from planner.facts import Facts
from planner.replanning.changed import changed_parts, moved_slots
from planner.replanning.knocked import weeks_ahead
from planner.replanning.question import Part, Question
from planner.replanning.scopes import every_part, scope_of
from planner.replanning.ways_asked import Room
from planner.scope import Scope

#: So many authorities besides those of the first way may move, so that the model stays small.
MOST_NEIGHBOURS = 4


def scope_in(room: Room, question: Question, draft: Draft) -> Scope:
    """The scope of a room about the first way's ``draft``."""
    facts = Facts(question.programme)
    moving = moved_slots(question, draft) | question.new
    if room is Room.SLOTS:
        moving |= neighbours(question, draft)
    weeks = {code: weeks_ahead(question, facts, code) for code in sorted(moving)}
    parts = every_part(question) if room is Room.EVERYBODY else hit_parts(question, draft)
    return scope_of(question, parts, weeks)


def hit_parts(question: Question, draft: Draft) -> list[Part]:
    """Every part that may still change of the inspectorates in which the draft changes names."""
    hit = {body for _, body in changed_parts(question, draft)}
    return [part for part in every_part(question) if part[1] in hit]


def neighbours(question: Question, draft: Draft) -> frozenset[str]:
    """Others whose slot could make room for those that move: in their force, or where they are due.

    None is frozen, since what the first way need not move there is not to be moved.
    """
    moving = moved_slots(question, draft)
    force_of = question.programme.authority_of
    forces = {force_of[code].police_force_code for code in moving}
    due = question.programme.due_week_of
    return frozenset(
        sorted(
            question.slots.keys() - question.begun - question.frozen - moving,
            key=lambda code: (
                force_of[code].police_force_code not in forces,
                _distance(question.slots[code], [due[each] for each in moving]),
                code,
            ),
        )[:MOST_NEIGHBOURS]
    )


def _distance(week: int, weeks: Iterable[int]) -> int:
    return min((abs(week - each) for each in weeks), default=0)
