"""What a force is owed: its gap between starts and its force-wide reviews, from dates alone."""

from collections.abc import Mapping
from datetime import date, timedelta

from models.counting.days import national_starts
from models.inspection import Inspection, Review
from models.programme import Programme
from models.rota import Rota


def starts_in(programme: Programme, rota: Rota) -> Mapping[str, list[Inspection]]:
    """The inspections in each force, by start and then by authority code."""
    found: dict[str, list[Inspection]] = {}
    for inspection in sorted(rota.inspections, key=lambda each: (each.start, each.la_code)):
        authority = programme.authority_of.get(inspection.la_code)
        if authority:
            found.setdefault(authority.police_force_code, []).append(inspection)
    return found


def members(programme: Programme, police_force_code: str) -> int:
    """How many authorities lie in a force."""
    return sum(each.police_force_code == police_force_code for each in programme.authorities)


def least_gaps(programme: Programme) -> Mapping[str, int]:
    """The gap in weeks that R7 asks of each force with authorities.

    It is the policy's, or where the force has too many authorities for that, the largest at which
    they fit the nation's start weeks when each is placed as early as it can be.
    """
    mondays = list(national_starts(programme))
    codes = {each.police_force_code for each in programme.authorities}
    return {code: _least_gap(programme, mondays, members(programme, code)) for code in codes}


def _least_gap(programme: Programme, mondays: list[date], inspections: int) -> int:
    gap = programme.policy.force.gap_weeks
    while gap > 1 and _placed_early(mondays, gap) < inspections:
        gap -= 1
    return gap


def _placed_early(mondays: list[date], gap: int) -> int:
    placed: list[date] = []
    for monday in mondays:
        if not placed or monday - placed[-1] >= timedelta(weeks=gap):
            placed.append(monday)
    return len(placed)


def reviews_owed(programme: Programme, rota: Rota) -> Mapping[str, Review]:
    """The authorities whose inspection carries a force-wide review, and why (R6).

    Of two inspections of a force that start on the same day, which R7 forbids, the one whose
    authority code comes first counts as the earlier.
    """
    owed: dict[str, Review] = {}
    for code, inspections in starts_in(programme, rota).items():
        owed[inspections[0].la_code] = Review.FIRST
        for change in programme.force_changes:
            after = [each for each in inspections if each.start >= change.counts_from]
            if change.police_force_code == code and after:
                owed.setdefault(after[0].la_code, Review.CHANGE)
    return owed
