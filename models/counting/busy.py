"""The weeks that a part in an inspection takes: those worked (R10) and those busy (R11)."""

from datetime import date

from models.counting.days import friday_after, monday_of, weeks_after, working_days
from models.counting.placements import Placement
from models.programme import Programme


def worked_days(programme: Programme, placement: Placement) -> tuple[date, ...]:
    """The working days of the weeks worked; for a substitute those from the first day on."""
    mondays = [*_before(programme, placement), *placement.fieldwork, *_after(programme, placement)]
    days = (day for monday in mondays for day in working_days(programme, monday))
    return tuple(day for day in days if placement.binds(day))


def busy_period(programme: Programme, placement: Placement) -> tuple[date, date]:
    """The busy period, from a Monday to a Friday."""
    busy = programme.policy.busy
    if placement.is_lead:
        first = weeks_after(placement.monday, -busy.lead_preparation_weeks)
        last = friday_after(placement.monday, 1 + busy.lead_report_weeks)
    else:
        first = placement.fieldwork[0]
        last = friday_after(placement.fieldwork[-1], busy.rest_weeks)
    return max(first, monday_of(placement.since or first)), last


def _before(programme: Programme, placement: Placement) -> list[date]:
    weeks = programme.policy.busy.lead_preparation_weeks if placement.is_lead else 0
    return [weeks_after(placement.monday, -week) for week in range(weeks, 0, -1)]


def _after(programme: Programme, placement: Placement) -> list[date]:
    weeks = programme.policy.busy.lead_report_weeks if placement.is_lead else 0
    return [weeks_after(placement.monday, 2 + week) for week in range(weeks)]
