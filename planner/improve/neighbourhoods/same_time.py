"""Inspections that start within a few weeks of one another: slots and names together."""

from typing import ClassVar

from planner.draft import Draft
from planner.improve.neighbourhoods.neighbourhood import Neighbourhood
from planner.scope import Scope


class SameTime(Neighbourhood):
    """What happens in a stretch of weeks, free to change people and a few weeks."""

    name: ClassVar[str] = "same_time"

    def draw(self, incumbent: Draft) -> Scope:
        """Free the inspections that start around a week drawn by lot."""
        authorities = self.ruins.same_time(self.board, round(self.size))
        return self.moving(authorities, incumbent, weeks=4, people=10)
