"""G3: a force's inspections bunched."""

from itertools import pairwise

from models.counting.days import national_starts, week_number
from models.counting.forces import members, starts_in
from models.programme import Programme
from models.rota import Rota


def measure(programme: Programme, rota: Rota) -> int:
    """Weeks by which consecutive starts in a force with n > 1 fall short of its even gap.

    The even gap is the open span, from the nation's first start week to its last, over n, capped.
    """
    weeks = [week_number(programme, monday) for monday in national_starts(programme)]
    span = weeks[-1] - weeks[0] + 1 if weeks else 0
    total = 0
    for force, inspections in starts_in(programme, rota).items():
        even_gap = min(span // members(programme, force), programme.policy.force.even_gap_cap_weeks)
        starts = [week_number(programme, each.start) for each in inspections]
        total += sum(max(0, even_gap - (later - first)) for first, later in pairwise(starts))
    return total
