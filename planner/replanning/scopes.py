"""The scopes of a re-plan: which slots and names are free, everything else as in the baseline."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from models.inspectorate import Inspectorate
from planner.replanning.question import EVERY_BODY, Part, Question
from planner.scope import Scope

#: The weeks in which an authority may start.
WeeksOf: TypeAlias = Callable[[str], tuple[int, ...]]


def scope_of(
    question: Question, parts: Iterable[Part], moving: Mapping[str, tuple[int, ...]]
) -> Scope:
    """The names of some parts free at their slots; slots and teams free where ``moving`` has weeks.

    What is not ahead any more is never free, whatever is asked for.
    """
    bodies: dict[str, set[Inspectorate]] = {code: set(EVERY_BODY) for code in moving}
    for code, body in parts:
        if body in question.ahead.get(code, ()) and code not in moving:
            bodies.setdefault(code, set()).add(body)
    weeks = {code: moving.get(code) or (question.slots[code],) for code in bodies}
    return Scope(
        weeks=weeks,
        candidates=dict.fromkeys(bodies, everybody(question)),
        bodies={code: frozenset(each) for code, each in bodies.items()},
        fixed=question.draft,
        held=question.begun,
        stood=question.stood,
        since=question.today,
    )


def whole_scope(question: Question, weeks_of: WeeksOf) -> Scope:
    """All slots and all names free that are not past."""
    weeks, bodies = {}, dict(question.ahead)
    for code in question.programme.authority_of:
        if code not in question.begun:
            weeks[code], bodies[code] = weeks_of(code), EVERY_BODY
    for code in question.ahead:
        weeks.setdefault(code, (question.slots[code],))
    return Scope(
        weeks=weeks,
        candidates=dict.fromkeys(weeks, everybody(question)),
        bodies=bodies,
        fixed=question.draft,
        held=question.begun,
        stood=question.stood,
        since=question.today,
    )


def everybody(question: Question) -> frozenset[str]:
    """The ids of all who can be on site."""
    people = question.programme.inspectors
    return frozenset(each.inspector_id for each in people if each.inspectorate in EVERY_BODY)


def every_part(question: Question) -> list[Part]:
    """Every part that may still change."""
    return [(code, body) for code, bodies in question.ahead.items() for body in sorted(bodies)]
