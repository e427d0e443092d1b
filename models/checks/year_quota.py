"""R9: each programme year holds its share of the inspections, give or take a tolerance."""

from collections.abc import Iterator

from models.breach import Breach, Subject
from models.counting.days import week_number, weeks_after, year_number
from models.programme import Programme
from models.rota import Rota
from models.rulebook.slots import YEAR_QUOTA
from models.saying import say_day


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each programme year that holds too many or too few starts (policy).

    N is the number of authorities; years are numbered from 1 in the sentence.
    """
    inspections = len(programme.authorities)
    tolerance = programme.policy.year_quota.tolerance
    for first in range(0, programme.weeks, 52):
        weeks = min(52, programme.weeks - first)
        share = inspections * weeks
        least = share // programme.weeks - tolerance
        most = -(-share // programme.weeks) + tolerance
        starts = [
            each.start
            for each in rota.inspections
            if first <= week_number(programme, each.start) < first + weeks
        ]
        monday = weeks_after(programme.start, first)
        last_monday = weeks_after(monday, weeks - 1)
        if not least <= len(starts) <= most:
            many = len(starts) > most
            yield YEAR_QUOTA.breach(
                "many" if many else "few",
                Subject(
                    weeks=tuple(range(first, first + weeks)),
                    last_day=max(starts) if many else last_monday,
                ),
                amount=len(starts) - most if many else least - len(starts),
                figures={
                    "year": year_number(programme, monday) + 1,
                    "count": len(starts),
                    "inspections": inspections,
                    "least": least,
                    "most": most,
                },
                day=say_day(monday),
            )
