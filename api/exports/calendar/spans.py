"""The stretches of days that a rota takes of each inspector, each with a name that stays."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.rota import Rota

_DAY, _TO_FRIDAY = timedelta(days=1), timedelta(days=4)


class Kind(StrEnum):
    """What a stretch of days is: a busy period (R11), days on site, or HMCPSI's week (§33)."""

    BUSY = "busy"
    SITE = "site"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True)
class Stretch:
    """Days from ``start`` to ``end``, both included, of one inspector for one authority.

    ``number`` counts the stretches of a kind by time, from 1: a slot that moves takes its
    stretches along under the same numbers, so that a calendar moves them too.
    """

    la_code: str
    inspector_id: str
    kind: Kind
    number: int
    start: date
    end: date


def stretches_of(rota: Rota) -> Iterator[Stretch]:
    """Every stretch of a whole rota; days on site that follow on each other make one."""
    count: Counter[tuple[str, str, Kind]] = Counter()
    for start, end, la_code, inspector_id, kind in sorted(_spans(rota)):
        count[la_code, inspector_id, kind] += 1
        number = count[la_code, inspector_id, kind]
        yield Stretch(la_code, inspector_id, kind, number, start, end)


def _spans(rota: Rota) -> Iterator[tuple[date, date, str, str, Kind]]:
    for each in rota.deployments:
        if each.busy_from is not None and each.busy_to is not None:
            yield each.busy_from, each.busy_to, each.la_code, each.inspector_id, Kind.BUSY
    days: dict[tuple[str, str], set[date]] = defaultdict(set)
    for there in rota.attendance or ():
        days[there.la_code, there.inspector_id].add(there.date)
    for (la_code, inspector_id), on_site in days.items():
        for first, last in runs_of(on_site):
            yield first, last, la_code, inspector_id, Kind.SITE
    for week in rota.cps_activities or ():
        end = week.start + _TO_FRIDAY
        yield week.start, end, week.la_code, week.inspector_id, Kind.FOLLOW_UP


def runs_of(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """The first and last day of each run of days without a day between."""
    ordered = sorted(days)
    starts = [day for day in ordered if day - _DAY not in set(ordered)]
    ends = [day for day in ordered if day + _DAY not in set(ordered)]
    yield from zip(starts, ends, strict=True)
