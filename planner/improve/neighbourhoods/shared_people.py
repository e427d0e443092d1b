"""Inspections that share an inspector, or want the same ones: slots and names together."""

from typing import ClassVar

from planner.draft import Draft
from planner.improve.neighbourhoods.neighbourhood import Neighbourhood
from planner.scope import Scope


class SharedPeople(Neighbourhood):
    """A wasteful inspection with those that hold its near people, or one person's inspections."""

    name: ClassVar[str] = "shared_people"

    def draw(self, incumbent: Draft) -> Scope:
        """Free one or the other kind, by lot."""
        size = round(self.size)
        draws = (self.ruins.wanting_the_same, self.ruins.sharing_inspector)
        authorities = self.random.choice(draws)(self.board, size)
        return self.moving(authorities, incumbent, weeks=4, people=10)
