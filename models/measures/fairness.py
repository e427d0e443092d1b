"""G5: uneven work."""

from collections import Counter
from collections.abc import Mapping, Sequence

from models.counting.absences import absences_by_inspector, absent_days
from models.counting.days import weeks_after, working_days
from models.counting.placements import teams
from models.inspector import Absence, Inspector
from models.inspectorate import ON_SITE
from models.programme import Programme
from models.rota import Rota


def measure(programme: Programme, rota: Rota) -> int:
    """Largest less smallest load of an inspectorate's people, summed over inspectorates.

    A load is floor(100 x fieldwork weeks / FTE percent); only those count who work at least half
    time and are absent on a working day in at most a quarter of the programme's weeks.
    """
    fieldwork: Counter[str] = Counter()
    for team in teams(programme, rota).values():
        for each in team:
            fieldwork[each.inspector_id] += len(each.phases)
    absences = absences_by_inspector(programme)
    total = 0
    for body in ON_SITE:
        loads = [
            100 * fieldwork[each.inspector_id] // each.fte_percent
            for each in programme.inspectors
            if each.inspectorate is body and _counts(programme, each, absences)
        ]
        total += max(loads, default=0) - min(loads, default=0)
    return total


def _counts(
    programme: Programme, inspector: Inspector, absences: Mapping[str, Sequence[Absence]]
) -> bool:
    if inspector.fte_percent < 50:
        return False
    own = absences.get(inspector.inspector_id, ())
    weeks = range(programme.weeks) if own else ()
    absent = [week for week in weeks if _is_absent(programme, own, week)]
    return 4 * len(absent) <= programme.weeks


def _is_absent(programme: Programme, absences: Sequence[Absence], week: int) -> bool:
    days = working_days(programme, weeks_after(programme.start, week))
    return bool(absent_days(absences, days))
