"""The days on site that an inspector owes in a week (team sizing)."""

from datetime import date

from models.counting.days import working_days
from models.counting.placements import Placement
from models.inspection import Band
from models.programme import Programme


def owed_days(programme: Programme, placement: Placement, monday: date) -> int:
    """Days owed in one week of fieldwork, by the authority's band; the lead owes every day."""
    days = len(working_days(programme, monday))
    if placement.is_lead:
        return days
    policy = programme.policy.on_site
    owed = int(getattr(policy.days, placement.body.value))
    if programme.band_of[placement.la_code] is Band.VERY_LARGE:
        owed -= policy.very_large_days_off
    bank_holidays = 5 - days
    owed -= bank_holidays
    owed = max(owed, policy.least_days)
    return min(owed, days)
