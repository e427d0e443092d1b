"""The HMCPSI activities: the weeks each recorded concern leaves open for its one (§33)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from models.counting.days import friday_after, is_closed, monday_of, weeks_after
from models.deployment import CpsActivity
from models.events import CpsConcern
from models.programme import Programme
from models.rota import Rota


def open_mondays(programme: Programme, rota: Rota, concern: CpsConcern) -> tuple[date, ...]:
    """The unclosed weeks among the policy's number that begin after record and inspection.

    They begin after the later of the record and the inspection's last Friday; none where the rota
    does not inspect the authority.
    """
    inspection = rota.inspection_of.get(concern.la_code)
    if inspection is None:
        return ()
    later = max(concern.recorded_on, friday_after(monday_of(inspection.start), 1))
    first = weeks_after(monday_of(later), 1)
    mondays = [weeks_after(first, week) for week in range(programme.policy.cps.within_weeks)]
    return tuple(monday for monday in mondays if not is_closed(programme, monday))


def concerns_at(programme: Programme) -> Mapping[str, Sequence[CpsConcern]]:
    """The concerns recorded in each authority that has any, earliest first."""
    found: dict[str, list[CpsConcern]] = {}
    for concern in sorted(programme.cps_concerns, key=lambda each: each.recorded_on):
        found.setdefault(concern.la_code, []).append(concern)
    return found


def answered(
    programme: Programme, rota: Rota
) -> Iterator[tuple[str, Sequence[CpsConcern], Sequence[CpsActivity]]]:
    """Each authority with concerns or activities, with both of them in order of time.

    Windows of equal length begin in the order of the records, so that the pairs in order of time
    fit whenever any pairing does.
    """
    concerns = concerns_at(programme)
    activities = sorted(rota.cps_activities or (), key=lambda each: each.start)
    places = dict.fromkeys([*concerns, *(each.la_code for each in activities)])
    for la_code in places:
        yield la_code, concerns.get(la_code, ()), [x for x in activities if x.la_code == la_code]
