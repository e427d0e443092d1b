"""The days on which inspectors are absent, from the records of absence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from models.inspector import Absence
from models.programme import Programme


def absences_by_inspector(programme: Programme) -> Mapping[str, Sequence[Absence]]:
    """The absences of each inspector who has any."""
    found: dict[str, list[Absence]] = defaultdict(list)
    for absence in programme.absences:
        found[absence.inspector_id].append(absence)
    return found


def absent_days(absences: Iterable[Absence], days: Iterable[date]) -> tuple[date, ...]:
    """Those of ``days`` that one of ``absences`` covers."""
    spans = [(each.start, each.end) for each in absences]
    return tuple(day for day in days if any(start <= day <= end for start, end in spans))
