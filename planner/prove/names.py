"""Who goes where with whole people: G2, G4 and G5 of one inspectorate as an integer programme.

The relaxation drops the slots and with them R1 to R3, R5, R7 to R11 and R16: nobody is ever busy or
absent. What stays holds in every rota: sizes (R4), one force-wide review at least in each force
(R6), no conflict (R12), somebody who may lead (R13), few seconded (R14), whole loads and their
ceilings over all years (R15). Apart from the slots the inspectorates do not touch.
"""

from dataclasses import dataclass, field

import numpy as np
from ortools.math_opt.python import mathopt

from planner.facts import Bools
from planner.prove.part import Part
from planner.prove.windows import Box, Windows


@dataclass
class Names:
    """The names of one inspectorate, posted into a model.

    ``kept`` says who may be deployed where (A, P), ``box`` between which shares everybody is;
    without them nothing is left out.
    """

    part: Part
    model: mathopt.Model = field(default_factory=mathopt.Model)
    kept: Bools | None = None
    box: Box | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out that the rules would allow."""
        windows = Windows(self.part)
        possible = np.isfinite(self.part.travel)
        all_kept = self.kept is None or bool((self.kept | ~possible).all())
        return all_kept and self.box in (None, windows.whole)

    def points(self) -> mathopt.LinearTypes:
        """Post the rules that stay; the points of this inspectorate's team, travel and fairness."""
        part = self.part
        kept = np.isfinite(part.travel) if self.kept is None else self.kept
        self.deployed = {
            (int(at), int(who)): self.model.add_binary_variable()
            for at, who in np.argwhere(kept & np.isfinite(part.travel))
        }
        self._review()
        short = [self._size(at) for at in range(len(part.places))]
        travel = [float(part.travel[each]) * var for each, var in self.deployed.items()]
        weights = part.weights
        return (
            mathopt.fast_sum(travel)
            + weights.team * mathopt.fast_sum(short)
            + weights.fairness * self._spread()
        )

    def at(self, place: int, people: Bools | None = None) -> list[mathopt.Variable]:
        """Who may be deployed at a place, of all the people or of some."""
        return [
            self.deployed[place, who]
            for who in range(len(self.part.people))
            if (place, who) in self.deployed and (people is None or people[who])
        ]

    def _review(self) -> None:
        """Which inspections carry a force-wide review: one in a force, and one more a change."""
        self.reviewed: dict[int, mathopt.Variable] = {}
        for members, most in self.part.forces if self.part.reviews else ():
            carries = {int(at): self.model.add_binary_variable() for at in members}
            self.reviewed |= carries
            reviews = mathopt.fast_sum(carries.values())
            self.model.add_linear_constraint(reviews >= 1)
            self.model.add_linear_constraint(reviews <= most)

    def _size(self, place: int) -> mathopt.Variable:
        """Post R4, R13 and R14 at one place; how far its part is below target."""
        least, target, most = (int(each) for each in self.part.ranges[place, 0])
        raised = int(self.part.ranges[place, 1, 2]) - most
        extra: mathopt.LinearTypes = 0
        if place in self.reviewed:
            extra = raised * self.reviewed[place]
        number = mathopt.fast_sum(self.at(place))
        self.model.add_linear_constraint(number - extra >= least)
        self.model.add_linear_constraint(number - extra <= most)
        short = self.model.add_variable(lb=0)
        self.model.add_linear_constraint(short + number - extra >= target)
        self._few_seconded(place, number, least, most + raised)
        if self.part.needs_lead:
            may_lead = self.part.facts.may_lead[self.part.people]
            self.model.add_linear_constraint(mathopt.fast_sum(self.at(place, may_lead)) >= 1)
        return short

    def _few_seconded(self, place: int, number: mathopt.LinearTypes, least: int, most: int) -> None:
        """R14 as the lines that no size's most seconded lies above."""
        facts = self.part.facts
        seconded = mathopt.fast_sum(self.at(place, facts.seconded[self.part.people]))
        if isinstance(seconded, int | float):
            return
        for slope, rest in lines_above(facts.most_seconded[least : most + 1].tolist(), least):
            self.model.add_linear_constraint(seconded <= slope * number + rest)

    def _spread(self) -> mathopt.LinearTypes:
        """G5's raw figure, with R15 over all years."""
        windows = Windows(self.part)
        box = self.box or windows.whole
        smallest = self.model.add_integer_variable(lb=box.least_low, ub=box.most_low)
        largest = self.model.add_integer_variable(lb=box.least_high, ub=box.most_high)
        for who in range(len(self.part.people)):
            mine = [var for (_, each), var in self.deployed.items() if each == who]
            load = self.model.add_integer_variable(lb=0, ub=int(self.part.most[who]))
            self.model.add_linear_constraint(mathopt.fast_sum(mine) == load)
            if windows.counts[who]:
                load.lower_bound = int(windows.least_load[box.least_low, who])
                load.upper_bound = int(windows.most_load[box.most_high, who])
                share = self._share(who, load)
                self.model.add_linear_constraint(largest >= share)
                self.model.add_linear_constraint(smallest <= share)
        return largest - smallest if windows.counts.any() else 0

    def _share(self, who: int, load: mathopt.Variable) -> mathopt.Variable:
        """``floor(100 x fieldwork weeks / FTE percent)``, exactly, where shares are whole."""
        facts, person = self.part.facts, self.part.people[who]
        fte, hundredfold = int(facts.fte[person]), 100 * int(facts.fieldwork[person])
        share = self.model.add_integer_variable(lb=0)
        self.model.add_linear_constraint(fte * share <= hundredfold * load)
        self.model.add_linear_constraint(fte * share >= hundredfold * load - (fte - 1))
        return share


def lines_above(values: list[int], first: int) -> list[tuple[float, float]]:
    """The slopes and rests of the lines through two values, below which all the others lie."""
    points = list(enumerate(values, first))
    if len(points) == 1:
        return [(0.0, float(values[0]))]
    lines = [
        ((high - low) / (after - at), low - at * (high - low) / (after - at))
        for place, (at, low) in enumerate(points)
        for after, high in points[place + 1 :]
    ]
    return [
        (slope, rest)
        for slope, rest in dict.fromkeys(lines)
        if all(value <= slope * at + rest + 1e-9 for at, value in points)
    ]
