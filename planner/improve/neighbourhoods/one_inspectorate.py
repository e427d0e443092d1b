"""The names of one inspectorate at fixed slots, over many inspections at once."""

from typing import ClassVar

from planner.draft import Draft
from planner.improve.neighbourhoods.neighbourhood import Neighbourhood
from planner.scope import Scope


class OneInspectorate(Neighbourhood):
    """At fixed slots and sizes the inspectorates do not touch: one can be named afresh alone."""

    name: ClassVar[str] = "one_inspectorate"
    least: ClassVar[int] = 10
    most: ClassVar[int] = 200

    def draw(self, incumbent: Draft) -> Scope:
        """Free one inspectorate's names near a place drawn by lot."""
        facts = self.board.facts
        bodies = [body for body in range(len(facts.bodies)) if facts.ranges[:, 1, body, 2].any()]
        body = self.random.choice(bodies)
        seed = self.random.randrange(len(facts.codes))
        around = [seed, *self.ruins.neighbours_of(seed, round(self.size) - 1)]
        candidates = {facts.codes[at]: self.near_people(at, 12, body) for at in around}
        return Scope.names(incumbent, [facts.bodies[body]], candidates)
