"""The bound of one inspectorate with whole people, from where prices leave off.

Prices say of every deployment by how much a rota that has it costs more than their bound. Whatever
costs as much as some target is left out: a rota that has it is worth the target at least, and of
all others the integer programme over what is left is a bound. The lower of the two holds for every
rota. The target lies a little ahead, so that little is left; it is raised while it is reached.
"""

import time
from collections.abc import Mapping
from math import ceil, inf

import numpy as np

from models.inspectorate import Inspectorate
from planner.facts import Bools, Facts
from planner.prove.names import Names
from planner.prove.part import parts_of
from planner.prove.priced_names import Node, PricedNames
from planner.prove.solver import NOISE, Proven, solved, whole_points
from planner.prove.weights import weights_of
from planner.prove.windows import Box

#: How far ahead of the prices' bound the first target lies, as a share of it and in points.
AHEAD, AHEAD_LEAST = 0.001, 5
#: By how much farther each next one lies.
FARTHER = 2.5

#: More points than any rota has.
MOST = 10**9


def names_bound(facts: Facts, seconds: float, *, whole: bool) -> int:
    """Points of team, travel and fairness that no rota goes below."""
    return sum(names_bounds(facts, seconds, whole=whole).values())


def names_bounds(facts: Facts, seconds: float, *, whole: bool) -> Mapping[Inspectorate, int]:
    """The same by inspectorate: no rota has fewer points for any one of them.

    With ``whole`` people are whole and the bound is the better for it; else the first prices are
    taken, in a fraction of a second nationally. ``seconds`` is shared by the inspectorates; one
    that does not end in time counts with what it has proven.
    """
    parts = parts_of(facts, weights_of(facts.programme))
    bounds: dict[Inspectorate, int] = {}
    for part in parts:
        until = time.monotonic() + seconds / len(parts)
        priced = PricedNames(part)
        for _ in priced.raising():
            if not whole or time.monotonic() > until - seconds / len(parts) / 2:
                break
        left = until - time.monotonic()
        found = whole_names_bound(priced, left).points if whole else whole_points(priced.points)
        bounds[facts.bodies[part.body]] = found
    return bounds


def whole_names_bound(priced: PricedNames, seconds: float) -> Proven:
    """The bound after so many seconds at most; never below that of the prices."""
    until = time.monotonic() + seconds
    known = whole_points(priced.points)
    ahead = max(AHEAD_LEAST, AHEAD * known)
    while (left := until - time.monotonic()) > 0:
        if known > MOST:
            # There are no names at all, and so no rota: of that nothing is said here.
            return Proven(whole_points(priced.points), optimal=False)
        target = known + ceil(ahead)
        below = _names_below(priced, target)
        if below is None:
            points, optimal = inf, False
        else:
            below.model.minimize(below.points())
            points, optimal = solved(below.model, left)
        if points < target or (below is not None and below.everything):
            return Proven(max(known, whole_points(points)), optimal)
        known, ahead = target, FARTHER * ahead
    return Proven(known, optimal=False)


def _names_below(priced: PricedNames, target: int) -> Names | None:
    """All names that may cost less than the target, and some others; None if there are none."""
    nodes = [node for node in priced.nodes if node.points < target - NOISE]
    if not nodes:
        return None
    boxes = [node.box for node in nodes]
    box = Box(
        min(each.least_low for each in boxes),
        max(each.most_low for each in boxes),
        min(each.least_high for each in boxes),
        max(each.most_high for each in boxes),
    )
    kept = np.logical_or.reduce([_kept(priced, node, target) for node in nodes])
    return Names(priced.part, kept=kept, box=box)


def _kept(priced: PricedNames, node: Node, target: int) -> Bools:
    """The deployments with which a rota in the node's box may cost less than the target."""
    kept: Bools = node.peak.points + priced.teams.raised(node.peak.prices) < target - NOISE
    return kept
