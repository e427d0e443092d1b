"""R8: at most so many starts in a week and so many inspections running in a week."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.breach import Breach, Subject
from models.counting.days import monday_of, week_number, weeks_after
from models.inspection import Inspection
from models.programme import Programme
from models.rota import Rota
from models.rulebook.slots import CONCURRENCY
from models.saying import say_authority, say_day, say_list


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each week in which too many inspections start, or are running (policy)."""
    limits = programme.policy.concurrency
    starting: dict[date, list[Inspection]] = {}
    running: dict[date, list[Inspection]] = {}
    for inspection in rota.inspections:
        monday = monday_of(inspection.start)
        starting.setdefault(monday, []).append(inspection)
        for week in (monday, weeks_after(monday, 1)):
            running.setdefault(week, []).append(inspection)
    for way, weeks, most in (
        ("starts", starting, limits.starts_per_week),
        ("running", running, limits.running_per_week),
    ):
        for monday, inspections in weeks.items():
            if len(inspections) > most:
                yield _breach(programme, way, monday, inspections, most)


def _breach(
    programme: Programme, way: str, monday: date, inspections: Sequence[Inspection], most: int
) -> Breach:
    codes = tuple(sorted(each.la_code for each in inspections))
    return CONCURRENCY.breach(
        way,
        Subject(
            codes,
            weeks=(week_number(programme, monday),),
            last_day=max(each.start for each in inspections),
        ),
        amount=len(inspections) - most,
        figures={"count": len(inspections), "most": most},
        day=say_day(monday),
        authorities=say_list(say_authority(programme, code) for code in codes),
    )
