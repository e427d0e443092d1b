"""The measures: one for each goal, its raw figure by plain counting (Goals)."""

from collections.abc import Callable, Mapping

from models.measures import fairness, level, priority, spacing, team, travel
from models.programme import Programme
from models.result import Goals, GoalScore
from models.rota import Rota

Measure = Callable[[Programme, Rota], int]

#: Each goal's measure by the goal's word, in the order of problem.md.
MEASURES: Mapping[str, Measure] = {
    "priority": priority.measure,
    "team": team.measure,
    "spacing": spacing.measure,
    "travel": travel.measure,
    "fairness": fairness.measure,
    "level": level.measure,
}


def measure_goals(programme: Programme, rota: Rota) -> Goals:
    """Each goal's raw figure with its weight; no bounds are known here."""
    return Goals(
        scores=tuple(
            GoalScore(
                goal=goal,
                raw=measure(programme, rota),
                weight=int(getattr(programme.goals, goal)),
            )
            for goal, measure in MEASURES.items()
        )
    )
