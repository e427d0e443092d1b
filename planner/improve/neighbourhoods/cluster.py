"""Authorities near one another: slots and names together."""

from typing import ClassVar

from planner.draft import Draft
from planner.improve.neighbourhoods.neighbourhood import Neighbourhood
from planner.scope import Scope


class Cluster(Neighbourhood):
    """A place and the places around it, each free to move to a few weeks."""

    name: ClassVar[str] = "cluster"

    def draw(self, incumbent: Draft) -> Scope:
        """Free a seed drawn by lot and its neighbours."""
        authorities = self.ruins.near(self.board, round(self.size))
        return self.moving(authorities, incumbent, weeks=5, people=10)
