"""Ways out of a clash, each tried by a whole plan before it is offered."""

from planner.ways_out.any_rota import any_rota
from planner.ways_out.trying import Trying

__all__ = ["Trying", "any_rota"]
