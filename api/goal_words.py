"""How goals are told, the same by every command and by the service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from api.terminal import Column, Table

if TYPE_CHECKING:
    from models.result import Goals


_COLUMNS = (
    Column("Goal"),
    Column("Points", number=True),
    Column("Weight", number=True),
    Column("Raw", number=True),
    Column("Never below", number=True),
    Column("In words"),
)


def goal_parts(goals: Goals) -> Iterator[str | Table]:
    """The total, then a table of the goals; where there is no terminal, ``goal_lines``."""
    from models.rulebook import GOAL_OF

    total, *lines = goal_lines(goals)
    rows = [
        (
            f"{GOAL_OF[each.goal].id} {each.goal}",
            f"{each.points:,}",
            f"{each.weight:,}",
            f"{each.raw:,}",
            "" if each.bound is None else f"{each.bound:,}",
            GOAL_OF[each.goal].title,
        )
        for each in goals.scores
    ]
    yield total
    yield Table(_COLUMNS, rows, plain=lines)


def goal_lines(goals: Goals) -> Iterator[str]:
    """The total, then one line a goal, in the order of problem.md."""
    from models.rulebook import GOAL_OF

    yield f"Total: {goals.total:,} points{_proven(goals)}"
    for each in goals.scores:
        card = GOAL_OF[each.goal]
        known = "" if each.bound is None else f", never below {each.bound:,}"
        yield (
            f"  {card.id} {card.name:<9}{each.points:>9,} points = {each.weight} x {each.raw:,}"
            f"{known}  ({card.title})"
        )


def _proven(goals: Goals) -> str:
    if goals.bound is None:
        return ""
    if goals.gap == 0:
        return "; no rota has fewer"
    return f"; no rota has fewer than {goals.bound:,}: a gap of {goals.gap:.1%}"


def goals_json(goals: Goals) -> dict[str, Any]:
    """The same as JSON: one entry a goal, and the total."""
    return {
        "total": goals.total,
        "bound": goals.bound,
        "gap": goals.gap,
        "scores": [
            {
                "goal": each.goal,
                "raw": each.raw,
                "weight": each.weight,
                "points": each.points,
                "bound": each.bound,
            }
            for each in goals.scores
        ],
    }
