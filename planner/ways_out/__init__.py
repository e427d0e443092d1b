"""Ways out of a clash, each tried by a whole plan before it is offered."""

from planner.ways_out.ground import FromBaseline, FromNothing, Ground, begun_in
from planner.ways_out.trying import Trying

__all__ = ["FromBaseline", "FromNothing", "Ground", "Trying", "begun_in"]
