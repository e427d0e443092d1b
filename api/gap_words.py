"""How a bound is told, and where between a rota and its bound the gap lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from api.terminal import Column, Table
from models.goal_parts import CALENDAR, measure_parts
from models.inspectorate import Inspectorate
from models.measures import measure_goals
from models.result import gap_of
from models.rulebook import GOAL_OF, GOALS

if TYPE_CHECKING:
    from models.programme import Programme
    from models.rota import Rota
    from planner.prove import Bounds

_TITLES = {CALENDAR: "the calendar", "together": "all at once"}


def bound_parts(bounds: Bounds) -> Iterator[str | Table]:
    """The bound, then a table of its parts and one of the goals."""
    lines = list(bound_lines(bounds))
    border = 1 + len(bounds.parts)
    points = Column("Points", number=True)
    parts = [
        (_title(part), f"{each.points:,}", f"{each.seconds:.1f}", "yes" if each.optimal else "")
        for part, each in bounds.parts.items()
    ]
    columns = (Column("Part"), points, Column("Seconds", number=True), Column("Can be had"))
    goals = [
        (f"{card.id} {card.name}", f"{bounds.by_goal[card.name]:,}", card.title)
        for card in GOALS
        if card.name in bounds.by_goal
    ]
    yield lines[0]
    yield Table(columns, parts, plain=lines[1:border])
    yield lines[border]
    yield Table((Column("Goal"), points, Column("In words")), goals, plain=lines[border + 1 :])


def gap_parts(programme: Programme, rota: Rota, bounds: Bounds) -> Iterator[str | Table]:
    """The gap, then a table of its parts and goals, and where most of it lies."""
    first, *plain, where = gap_lines(programme, rota, bounds)
    goals = {
        f"{GOAL_OF[each.goal].id} {each.goal}": (each.points, bounds.by_goal.get(each.goal, 0))
        for each in measure_goals(programme, rota).scores
    }
    parts = {_title(part): pair for part, pair in _by_part(programme, rota, bounds).items()}
    rows = [
        (name, f"{points:,}", f"{least:,}", f"{points - least:,}")
        for name, (points, least) in (parts | goals).items()
    ]
    columns = [Column(each, number=True) for each in ("Points", "Proven", "Gap")]
    yield first
    yield Table((Column("Part or goal"), *columns), rows, plain=plain)
    yield where


def bound_lines(bounds: Bounds) -> Iterator[str]:
    """The bound, part by part with the time each took, and goal by goal."""
    yield f"No rota has fewer than {bounds.total:,} points"
    for part, each in bounds.parts.items():
        exact = ", and by itself it can be had for that" if each.optimal else ""
        yield f"  {_title(part):<14}{each.points:>9,} points  {each.seconds:>6.1f} s{exact}"
    yield "Each goal by itself, whatever the others cost"
    for card in GOALS:
        if card.name in bounds.by_goal:
            points = bounds.by_goal[card.name]
            yield f"  {card.id} {card.name:<11}{points:>9,} points  ({card.title})"


def gap_lines(programme: Programme, rota: Rota, bounds: Bounds) -> Iterator[str]:
    """How far a rota is from the bound: in all, by part, by goal, and where most of it lies."""
    goals = measure_goals(programme, rota)
    yield f"The rota has {goals.total:,}, a gap of {_gap(goals.total, bounds.total)}"
    for part, (points, least) in _by_part(programme, rota, bounds).items():
        yield f"  {_title(part):<14}{_beyond(points, least)}"
    for score in goals.scores:
        least = bounds.by_goal.get(score.goal, 0)
        yield f"  {GOAL_OF[score.goal].id} {score.goal:<11}{_beyond(score.points, least)}"
    yield _where(programme, rota, bounds)


def bound_json(bounds: Bounds) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "bound": bounds.total,
        "parts": [
            {
                "part": part,
                "bound": each.points,
                "seconds": round(each.seconds, 3),
                "optimal": each.optimal,
            }
            for part, each in bounds.parts.items()
        ],
        "goals": [{"goal": card.name, "bound": bounds.by_goal.get(card.name)} for card in GOALS],
    }


def gap_json(programme: Programme, rota: Rota, bounds: Bounds) -> dict[str, Any]:
    """How far a rota is from the bound, as JSON."""
    goals = measure_goals(programme, rota)
    return {
        "total": goals.total,
        "gap": gap_of(goals.total, bounds.total),
        "parts": [
            {"part": part, "points": points, "bound": least}
            for part, (points, least) in _by_part(programme, rota, bounds).items()
        ],
        "goals": [
            {"goal": each.goal, "points": each.points, "bound": bounds.by_goal.get(each.goal)}
            for each in goals.scores
        ],
        "where": _where(programme, rota, bounds),
    }


def _title(part: str) -> str:
    return _TITLES[part] if part in _TITLES else Inspectorate(part).title


def _gap(points: int, least: int) -> str:
    return f"{points - least:,} points, {gap_of(points, least):.1%} of its total"


def _beyond(points: int, least: int) -> str:
    return f"{points:>9,} points, {points - least:,} more than the {least:,} that are proven"


def _by_part(programme: Programme, rota: Rota, bounds: Bounds) -> Mapping[str, tuple[int, int]]:
    """The rota's points of each part, and the part's bound."""
    points = measure_parts(programme, rota)
    return {
        part: (points[part], bounds.parts[part].points if part in bounds.parts else 0)
        for part in points
        if part in bounds.parts or points[part]
    }


def _where(programme: Programme, rota: Rota, bounds: Bounds) -> str:
    """In one sentence, where the gap lies."""
    parts = _by_part(programme, rota, bounds)
    beyond = {part: points - least for part, (points, least) in parts.items()}
    together = sum(points for points, _ in parts.values()) - bounds.total
    if together <= 0:
        return "There is no gap: no rota is better than this one."
    names = {part: gap for part, gap in beyond.items() if part != CALENDAR}
    calendar = beyond.get(CALENDAR, 0)
    most = max(names, key=lambda part: names[part], default=CALENDAR)
    said = [
        f"{sum(names.values()):,} points in the names, who goes where",
        f"{calendar:,} in the calendar, when",
    ]
    if names and sum(names.values()):
        said[0] += f" ({names[most]:,} of them {_title(most)}'s)"
    if calendar > sum(names.values()):
        said.reverse()
    return (
        f"Where it lies: {'; '.join(said)}. How names and calendar get in each other's way is not "
        "in the bound, so no more than this can be gained, and perhaps less."
    )
