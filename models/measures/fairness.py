"""G5: uneven work."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from models.counting.absences import absences_by_inspector, absent_days
from models.counting.days import weeks_after, working_days
from models.counting.placements import teams
from models.inspector import Absence, Inspector
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota


def measure(programme: Programme, rota: Rota, bodies: Collection[Inspectorate] = ON_SITE) -> int:
    """Largest less smallest load of an inspectorate's people, summed over these inspectorates.

    A load is floor(100 x fieldwork weeks / FTE percent); only those count who work at least half
    time and are absent on a working day in at most a quarter of the programme's weeks.
    """
    fieldwork: Counter[str] = Counter()
    for team in teams(programme, rota).values():
        for each in team:
            fieldwork[each.inspector_id] += len(each.phases)
    absences = absences_by_inspector(programme)
    weeks = [
        working_days(programme, weeks_after(programme.start, week))
        for week in range(programme.weeks)
    ]
    total = 0
    for body in bodies:
        loads = [
            100 * fieldwork[each.inspector_id] // each.fte_percent
            for each in programme.inspectors
            if each.inspectorate is body
            and _counts(each, absences.get(each.inspector_id, ()), weeks)
        ]
        total += max(loads, default=0) - min(loads, default=0)
    return total


def _counts(
    inspector: Inspector, absences: Sequence[Absence], weeks: Sequence[tuple[date, ...]]
) -> bool:
    if inspector.fte_percent < 50:
        return False
    absent = [days for days in weeks if absences and absent_days(absences, days)]
    return 4 * len(absent) <= len(weeks)
