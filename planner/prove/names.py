"""Who goes where, without a calendar: a bound on G2, G4 and G5 by one programme per inspectorate.

The relaxation drops the slots and with them R1 to R3, R5, R7 to R11 and R16: nobody is ever busy or
absent. What stays holds in every rota: sizes (R4), one force-wide review at least in each force
(R6), no conflict (R12), somebody who may lead (R13), few seconded (R14), whole loads and their
ceilings over all years (R15). Apart from the slots the inspectorates do not touch, so the sum of
their optima is a bound on the points of team, travel and fairness; the other goals are never
below zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil

import numpy as np
from ortools.math_opt.python import mathopt

from models.inspectorate import Inspectorate
from planner.facts import Facts
from planner.fitting import fitting_sizes

#: Noise of the solver in the last digits that a bound must not be rounded up by.
NOISE = 1e-4


def names_bound(facts: Facts, seconds: float, *, whole: bool) -> int:
    """Points that no rota goes below.

    With ``whole`` people are whole and the bound is the better for it; else the linear relaxation
    is solved, in a fraction of a second nationally. ``seconds`` is shared by the inspectorates; one
    that does not end in time counts with what it has proven.
    """
    return sum(names_bounds(facts, seconds, whole=whole).values())


def names_bounds(facts: Facts, seconds: float, *, whole: bool) -> Mapping[Inspectorate, int]:
    """The same by inspectorate: no rota has fewer points for any one of them."""
    bodies = _bodies_with_people(facts)
    share = seconds / max(1, len(bodies))
    bounds: dict[Inspectorate, int] = {}
    for body in bodies:
        names = _Names(facts, body, whole=whole)
        names.model.minimize(names.points())
        bounds[facts.bodies[body]] = _proven(names.model, share)
    return bounds


def joint_names_bound(facts: Facts, seconds: float) -> int:
    """The same with whole people, and with the sizes that fit under seven on site together (R5).

    Dearer, since the inspectorates touch in the sizes: for small programmes.
    """
    model = mathopt.Model()
    bodies = _bodies_with_people(facts)
    parts = {body: _Names(facts, body, whole=True, model=model) for body in bodies}
    model.minimize(mathopt.fast_sum([part.points() for part in parts.values()]))
    for authority in range(len(facts.codes)):
        _post_fitting(facts, model, authority, parts)
    return _proven(model, seconds)


def _bodies_with_people(facts: Facts) -> list[int]:
    return [body for body in range(len(facts.bodies)) if (facts.body_of == body).any()]


def _post_fitting(
    facts: Facts, model: mathopt.Model, authority: int, parts: Mapping[int, "_Names"]
) -> None:
    """One of the sizes that fit in some open week holds at an authority."""
    fitting = {
        sizes
        for week in facts.programme.open_starts[facts.codes[authority]]
        for review in (False, True)
        for sizes in fitting_sizes(facts.programme, facts.codes[authority], week, review)
    }
    chosen = {sizes: model.add_binary_variable() for sizes in sorted(fitting)}
    model.add_linear_constraint(mathopt.fast_sum(chosen.values()) == 1)
    for body, part in parts.items():
        if authority in part.places:
            number = mathopt.fast_sum([sizes[body] * each for sizes, each in chosen.items()])
            model.add_linear_constraint(number == mathopt.fast_sum(part.at(authority)))


def _proven(model: mathopt.Model, seconds: float) -> int:
    """The bound that the solver proves in time, never below zero."""
    limits = mathopt.SolveParameters(time_limit=timedelta(seconds=max(0.05, seconds)))
    found = mathopt.solve(model, mathopt.SolverType.HIGHS, params=limits)
    proven = found.best_objective_bound()
    return max(0, ceil(proven - NOISE)) if np.isfinite(proven) else 0


@dataclass
class _Names:
    """The names of one inspectorate."""

    facts: Facts
    body: int
    whole: bool
    model: mathopt.Model = field(default_factory=mathopt.Model)

    def points(self) -> mathopt.LinearTypes:
        """Post the rules that stay; the points of this inspectorate's team, travel and fairness."""
        facts = self.facts
        comes = np.flatnonzero(facts.ranges[:, 1, self.body, 2] > 0)
        self.places = [int(each) for each in comes]
        self.people = [int(each) for each in np.flatnonzero(facts.body_of == self.body)]
        self.deployed = {
            (who, at): self._decide()
            for at in self.places
            for who in self.people
            if facts.allowed[who, at]
        }
        self._review()
        short = [self._size(at) for at in self.places]
        travel = [float(facts.travel[each]) * var for each, var in self.deployed.items()]
        goals = facts.programme.goals
        return (
            mathopt.fast_sum(travel)
            + goals.team * mathopt.fast_sum(short)
            + goals.fairness * self._spread()
        )

    def _decide(self) -> mathopt.Variable:
        return self.model.add_variable(lb=0, ub=1, is_integer=self.whole)

    def at(self, authority: int) -> list[mathopt.Variable]:
        """Who of this inspectorate may be deployed at an authority."""
        return [
            self.deployed[who, authority]
            for who in self.people
            if (who, authority) in self.deployed
        ]

    def _review(self) -> None:
        """Which inspections carry a force-wide review: one in a force, and one more a change."""
        programme, self.reviewed = self.facts.programme, dict[int, mathopt.Variable]()
        if self.facts.bodies[self.body] is not Inspectorate.HMIC:
            return
        for force, members in self.facts.in_force.items():
            carries = {at: self._decide() for at in members if at in self.places}
            self.reviewed |= carries
            changes = [each for each in programme.force_changes if each.police_force_code == force]
            if carries:
                reviews = mathopt.fast_sum(carries.values())
                self.model.add_linear_constraint(reviews >= 1)
                self.model.add_linear_constraint(reviews <= 1 + len(changes))

    def _size(self, authority: int) -> mathopt.Variable:
        """Post R4, R13 and R14 at one authority; how far its part is below target."""
        least, target, most = self.facts.ranges_list[authority][0][self.body]
        raised = self.facts.ranges_list[authority][1][self.body][2] - most
        extra: mathopt.LinearTypes = 0
        if authority in self.reviewed:
            extra = raised * self.reviewed[authority]
        number = mathopt.fast_sum(self.at(authority))
        self.model.add_linear_constraint(number - extra >= least)
        self.model.add_linear_constraint(number - extra <= most)
        short = self.model.add_variable(lb=0)
        self.model.add_linear_constraint(short + number - extra >= target)
        self._few_seconded(authority, number)
        if self.facts.bodies[self.body] is Inspectorate.OFSTED:
            leads = [who for who in self.people if self.facts.may_lead[who]]
            may = [
                self.deployed[who, authority] for who in leads if (who, authority) in self.deployed
            ]
            self.model.add_linear_constraint(mathopt.fast_sum(may) >= 1)
        return short

    def _few_seconded(self, authority: int, number: mathopt.LinearTypes) -> None:
        share = self.facts.programme.policy.seconded.percent / 100
        seconded = [
            self.deployed[who, authority]
            for who in self.people
            if self.facts.seconded[who] and (who, authority) in self.deployed
        ]
        if seconded:
            # A part of one may be seconded, which loosens the share by what one lacks of it.
            limit = share * number + (1 - share)
            self.model.add_linear_constraint(mathopt.fast_sum(seconded) <= limit)

    def _spread(self) -> mathopt.LinearTypes:
        """G5's raw figure, with R15 over all years."""
        years = len(self.facts.programme.calendar.years)
        largest = self.model.add_variable(lb=0)
        smallest = self.model.add_variable(lb=0)
        counted = False
        for who in self.people:
            load = mathopt.fast_sum(
                [self.deployed[who, at] for at in self.places if (who, at) in self.deployed]
            )
            self.model.add_linear_constraint(load <= int(self.facts.ceiling[who]) * years)
            if self.facts.counts_for_fairness[who]:
                counted = True
                share = self._share(who, load)
                self.model.add_linear_constraint(largest >= share)
                self.model.add_linear_constraint(smallest <= share)
        return largest - smallest if counted else 0

    def _share(self, who: int, load: mathopt.LinearTypes) -> mathopt.Variable:
        """``floor(100 x fieldwork weeks / FTE percent)``; a linear one may lie up to one lower."""
        fte = int(self.facts.fte[who])
        hundredfold = 100 * int(self.facts.fieldwork[who]) * load
        share = self.model.add_variable(lb=0, is_integer=self.whole)
        self.model.add_linear_constraint(fte * share <= hundredfold)
        self.model.add_linear_constraint(fte * share >= hundredfold - (fte - 1))
        return share
