"""Points that no rota goes below, inspectorate by inspectorate and for the calendar.

Told to the whole model as constraints they cut nothing off. The solver does not see them by itself,
and with them it proves programmes that it could not prove in minutes without.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from models.inspectorate import Inspectorate
from planner.facts import Facts
from planner.model import RotaModel
from planner.prove import calendar_bound, joint_names_bound, names_bounds

#: More points than any rota has, and few enough for the solver. Where there is no rota, what bounds
#: the names may rise without end.
MOST = 10**9
#: The goals that depend on who goes where, and those that depend on when alone.
WHO, WHEN = ("team", "travel", "fairness"), ("priority", "spacing", "level")


@dataclass(frozen=True)
class Floors:
    """Bounds in points on ``WHO`` by inspectorate and together, and on ``WHEN``."""

    by_body: Mapping[Inspectorate, int]
    names: int
    calendar: int

    @classmethod
    def of(cls, facts: Facts, seconds: float) -> "Floors":
        """As high as a third of the ``seconds`` each makes them."""
        bounds = names_bounds(facts, seconds / 3, whole=True)
        by_body = {body: min(MOST, bound) for body, bound in bounds.items()}
        names = max(sum(by_body.values()), min(MOST, joint_names_bound(facts, seconds / 3)))
        return cls(by_body, names, min(MOST, calendar_bound(facts, seconds / 3, whole=True)))

    @property
    def total(self) -> int:
        """Points that no rota's total goes below."""
        return self.names + self.calendar

    def tell(self, model: RotaModel) -> None:
        """Post every floor in a model of the whole programme."""
        for body, floor in self.by_body.items():
            model.cp.add(model.points(WHO, body) >= floor)
        model.cp.add(model.points(WHO) >= self.names)
        model.cp.add(model.points(WHEN) >= self.calendar)
