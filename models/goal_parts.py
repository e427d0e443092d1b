"""The points of a rota by what they depend on: who goes where, by inspectorate, or when alone."""

from collections.abc import Mapping

from models.inspectorate import ON_SITE
from models.measures import fairness, level, priority, spacing, team, travel
from models.programme import Programme
from models.rota import Rota

#: The part of the goals that depend on the slots alone; the others go by their inspectorates.
CALENDAR = "calendar"


def measure_parts(programme: Programme, rota: Rota) -> Mapping[str, int]:
    """G2, G4 and G5 by inspectorate, and G1, G3 and G6 together, in points; they add up."""
    weights = programme.goals
    points = {
        body.value: weights.team * team.measure(programme, rota, [body])
        + weights.travel * travel.measure(programme, rota, [body])
        + weights.fairness * fairness.measure(programme, rota, [body])
        for body in ON_SITE
    }
    points[CALENDAR] = (
        weights.priority * priority.measure(programme, rota)
        + weights.spacing * spacing.measure(programme, rota)
        + weights.level * level.measure(programme, rota)
    )
    return points
