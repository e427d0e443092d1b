"""The days people have: working days less leave, and no more than the ceiling lets them use."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from models import opening
from models.capacity.words import Group
from models.counting.absences import absences_by_inspector, absent_days
from models.events import BlackoutScope
from models.inspector import Inspector
from models.inspectorate import Inspectorate
from models.programme import Programme


class Have(NamedTuple):
    """Working days of everybody, those lost to absence, those beyond the ceiling."""

    working: Fraction
    away: Fraction
    beyond: Fraction


def counted_weeks(programme: Programme, body: Inspectorate) -> frozenset[int]:
    """The programme's weeks in which an inspectorate may be on site.

    Only these count, on both sides: who prepares, writes or rests in another week is missed by no
    inspection. For HMCPSI they are those not closed (§33).
    """
    weeks = frozenset(range(programme.weeks))
    calendar = programme.calendar
    if body is Inspectorate.HMCPSI:
        return frozenset(week for week in weeks if not calendar.is_closed(week))
    own = (
        opening.touched_weeks(each, calendar)
        for each in programme.blackouts
        if each.scope is BlackoutScope.INSPECTORATE and each.key == body.value
    )
    return weeks - programme.national_shut_weeks.union(*own)


def people(programme: Programme, group: Group) -> Sequence[Inspector]:
    """Who is of the group."""
    everybody = programme.inspectors_from[group.inspectorate]
    return [each for each in everybody if each.may_lead] if group.leads else everybody


def have(
    programme: Programme, group: Group, weeks: Sequence[int], most: Mapping[int, Fraction]
) -> Have:
    """What the people of a group have in ``weeks``.

    ``most`` gives, for each programme year, the days here that each deployment under the ceiling
    (R15) stands for; in a year that it lacks the ceiling keeps nobody. FTE counts in the ceiling
    alone, as R15 has it.
    """
    working, away, beyond = Fraction(0), Fraction(0), Fraction(0)
    absences = absences_by_inspector(programme)
    days_in = _days_by_year(programme, weeks)
    for person in people(programme, group):
        ceiling = programme.ceiling(person.inspector_id)
        for year, days in days_in.items():
            absent = len(absent_days(absences.get(person.inspector_id, ()), days))
            present = len(days) - absent
            working += len(days)
            away += absent
            if year in most:
                beyond += max(Fraction(0), present - ceiling * most[year])
    return Have(working, away, beyond)


def _days_by_year(programme: Programme, weeks: Sequence[int]) -> Mapping[int, list[date]]:
    found: dict[int, list[date]] = defaultdict(list)
    for week in weeks:
        found[programme.calendar.year_of(week)].extend(programme.calendar.working_days(week))
    return found
