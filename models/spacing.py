"""How far apart the inspections of one force start (R7, G3)."""

from collections.abc import Sequence


def fitting_starts(open_weeks: Sequence[int], gap: int) -> int:
    """How many starts at least ``gap`` weeks apart fit, each placed as early as it can be."""
    fitted, earliest = 0, None
    for week in open_weeks:
        if earliest is None or week >= earliest:
            fitted, earliest = fitted + 1, week + gap
    return fitted


def force_gap(open_weeks: Sequence[int], authorities: int, policy_gap: int) -> int:
    """The gap in weeks that R7 asks of a force with so many authorities, never below one."""
    for gap in range(policy_gap, 1, -1):
        if fitting_starts(open_weeks, gap) >= authorities:
            return gap
    return 1


def even_gap(open_weeks: Sequence[int], authorities: int, cap: int) -> int:
    """The gap in weeks that G3 would like: the open span shared out, capped."""
    if not open_weeks or not authorities:
        return 0
    return min((open_weeks[-1] - open_weeks[0] + 1) // authorities, cap)
