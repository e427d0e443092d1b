"""Climbing to the prices that prove most, by subgradients that remember their direction.

Whatever the prices, the points found at them are a bound, so this may stop at any time.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.prove.part import Doubles
from planner.prove.windows import Kept

#: The share of the last direction that goes into the next.
MEMORY = 0.6
#: Steps without a better bound after which one aims lower, and by which factor.
PATIENCE, LOWER = 8, 0.6
#: Points to hope for at which climbing ends, and the most steps.
ENOUGH, MOST_STEPS = 0.03, 500
#: So many of the last windows are told, to know between which of them the prices waver.
WINDOWS_TOLD = 60


@dataclass(frozen=True)
class Priced:
    """The points at some prices, how far deployments exceed loads (P), and the loads' window."""

    points: float
    excess: Doubles
    kept: Kept


@dataclass(frozen=True)
class Peak:
    """The best points, at which prices, and the windows on the way there."""

    points: float
    prices: Doubles
    windows: tuple[tuple[int, int], ...]


def climb(price: Callable[[Doubles], Priced], prices: Doubles, hope: float) -> Peak:
    """The best prices found from some on; ``hope`` is by how many points they may better them."""
    best, at, idle = -np.inf, prices, 0
    direction = np.zeros(len(prices))
    windows: list[tuple[int, int]] = []
    for _ in range(MOST_STEPS):
        found = price(prices)
        windows.append((found.kept.low, found.kept.high))
        idle = 0 if found.points > best + 0.1 * hope else idle + 1
        if found.points > best:
            best, at = found.points, prices
        if not found.excess.any() or hope < ENOUGH:
            break
        if idle >= PATIENCE:
            hope, idle, prices = LOWER * hope, 0, at
            direction = np.zeros(len(prices))
            continue
        direction = MEMORY * direction + found.excess
        slope = float(direction @ found.excess)
        if slope <= 0:
            direction, slope = found.excess, float(found.excess @ found.excess)
        prices = prices + (best + hope - found.points) / slope * direction
    return Peak(best, at, tuple(windows[-WINDOWS_TOLD:]))
