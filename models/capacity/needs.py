"""The days a programme needs, week by week, at the least and at the target team sizes (R4)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction

from models import sizing
from models.capacity.spread import Alike, inspections, possible_weeks, reviews
from models.capacity.words import Days, Group
from models.inspection import Band
from models.inspectorate import Inspectorate
from models.programme import Programme

_WEEKS = (1, 2)  # of an inspection

#: Deployments by start week, the authority's band and whether they lead.
Deployed = Mapping[tuple[int, Band, bool], Fraction]


def deployments(programme: Programme, group: Group, *, target: bool) -> Deployed:
    """How many deployments of a group start where, at the target team sizes or the least.

    HMCPSI has none: its activities are outside the inspections (§33).
    """
    number: dict[tuple[int, Band, bool], Fraction] = defaultdict(Fraction)
    for alike, count in inspections(programme).items():
        leads, members = _part(programme, group, alike, target=target)
        for week in alike.weeks:
            number[week, alike.band, True] += Fraction(count * leads, len(alike.weeks))
            number[week, alike.band, False] += Fraction(count * members, len(alike.weeks))
    if group.inspectorate is Inspectorate.HMIC:
        for week, band, share in _reviewing(programme):
            number[week, band, False] += share
    return {key: count for key, count in number.items() if count}


def _part(programme: Programme, group: Group, alike: Alike, *, target: bool) -> tuple[int, int]:
    """Leads and members of the group on one team, without a force-wide review (R4, R13)."""
    body = group.inspectorate
    if body is Inspectorate.HMCPSI:
        return 0, 0
    sizes = sizing.size_range(body, alike.band, alike.kinds, programme.policy, review=False)
    size = sizes.target if target else sizes.least
    leads = min(size, 1) if body is Inspectorate.OFSTED else 0
    return leads, 0 if group.leads else size - leads


def _reviewing(programme: Programme) -> Iterator[tuple[int, Band, Fraction]]:
    """HMIC's further members for the force-wide reviews (R4, R6), by start week and band.

    Any authority of the force is as likely to have the review.
    """
    if not programme.policy.phase(Inspectorate.HMIC):
        return
    extra = programme.policy.force_wide_review.extra_hmic
    for force, share_of in reviews(programme):
        members = programme.authorities_in[force]
        for week, share in share_of.items():
            for code in members:
                yield week, programme.band_of[code], extra * share / len(members)


def needed(programme: Programme, group: Group, *, target: bool) -> Mapping[int, Days]:
    """The days needed in each week, those before and after the programme among them."""
    found: dict[int, Days] = defaultdict(Days)
    if group.inspectorate is Inspectorate.HMCPSI:
        parts = _activities(programme)
    else:
        parts = (
            (week, days.times(number))
            for (start, band, lead), number in deployments(programme, group, target=target).items()
            for week, days in busy_days(programme, group.inspectorate, band, start, lead=lead)
        )
    for week, days in parts:
        found[week] += days
    return found


def busy_days(
    programme: Programme, body: Inspectorate, band: Band, start: int, *, lead: bool
) -> Iterator[tuple[int, Days]]:
    """What one deployment takes of each week of its busy period (R11), by its start week.

    The lead is busy in both weeks, whatever the phase table says.
    """
    busy, phase = programme.policy.busy, programme.policy.phase(body)
    for number in _WEEKS if lead else phase:
        week = start + number - 1
        working = _working(programme, week)
        owed = sizing.days_owed(body, band, working, programme.policy, lead=lead)
        on_site = owed if number in phase else 0
        yield week, Days(on_site=Fraction(on_site), beside=Fraction(working - on_site))
    if lead:
        report = range(start + 2, start + 2 + busy.lead_report_weeks)
        for week in (*range(start - busy.lead_preparation_weeks, start), *report):
            yield week, Days(lead=Fraction(_working(programme, week)))
    elif phase:
        for week in range(start + phase[-1], start + phase[-1] + busy.rest_weeks):
            yield week, Days(rest=Fraction(_working(programme, week)))


def _activities(programme: Programme) -> Iterator[tuple[int, Days]]:
    """One whole week for each concern (§33), as likely in each week that is left open to it."""
    calendar, possible = programme.calendar, possible_weeks(programme)
    for concern in programme.cps_concerns:
        starts = possible[concern.la_code]
        for start in starts:
            first = 1 + max(calendar.week_of(concern.recorded_on), start + 1)
            window = range(first, first + programme.policy.cps.within_weeks)
            unclosed = [week for week in window if not calendar.is_closed(week)]
            for week in unclosed:
                share = Fraction(1, len(starts) * len(unclosed))
                yield week, Days(on_site=_working(programme, week) * share)


def _working(programme: Programme, week: int) -> int:
    return len(programme.calendar.working_days(week))
