"""The best whole loads under prices, against every vector of loads there is."""

from itertools import product
from random import Random

import numpy as np
import pytest

from models.inspectorate import ON_SITE
from planner.facts import Facts
from planner.prove.part import Doubles, Part
from planner.prove.weights import weights_of
from planner.prove.windows import Windows
from tests.cases.programmes import make_programme

#: One of each full time, half of it and more; the last works too little to count for G5.
PERCENTS = (100, 80, 60, 50, 40)


def _part() -> Part:
    programme = make_programme(
        4,
        inspectors={"ofsted": 5},
        people={f"ofsted-{n}": {"fte_percent": p} for n, p in enumerate(PERCENTS, start=1)},
        policy={"ceiling": {"deployments_per_year": 5}},
        goals={"travel": 1, "team": 60, "fairness": 3, "priority": 5, "spacing": 4, "level": 20},
    )
    return Part(Facts(programme), ON_SITE.index("ofsted"), weights_of(programme))


def _worth(part: Part, loads: tuple[int, ...], prices: Doubles) -> float:
    shares = [200 * load // percent for load, percent in zip(loads, PERCENTS, strict=True)][:4]
    return part.weights.fairness * (max(shares) - min(shares)) - float(prices @ np.array(loads))


@pytest.mark.parametrize("seed", range(20))
def test_no_loads_are_better(seed: int) -> None:
    part, random = _part(), Random(seed)
    prices = np.array([random.choice([-9, -2, 0, 1, 4, 11]) for _ in PERCENTS], float)
    windows = Windows(part)
    kept = windows.best(prices, windows.within(windows.whole))
    every = product(*(range(int(most) + 1) for most in part.most))
    assert np.isclose(kept.points, min(_worth(part, loads, prices) for loads in every))
    found = tuple(int(load) for load in kept.loads)
    assert np.isclose(_worth(part, found, prices), kept.points)


def test_a_box_holds_only_its_own_windows() -> None:
    windows = Windows(_part())
    box = windows.whole._replace(most_low=3, least_high=5)
    low, high = np.nonzero(windows.within(box))
    assert low.max() <= 3
    assert high.min() >= 5


def test_everybody_has_a_load_in_a_possible_window() -> None:
    windows = Windows(_part())
    for low, high in np.argwhere(windows.within(windows.whole)):
        least, most = windows.least_load[low, :4], windows.most_load[high, :4]
        assert (least <= most).all()
        for load, percent in zip(least, PERCENTS, strict=False):
            assert low <= 200 * int(load) // percent <= high
