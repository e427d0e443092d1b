"""R15: deployments per inspector and programme year stay within the policy's ceiling."""

from collections.abc import Iterator

from models.breach import Breach, Subject
from models.counting.days import friday_after, week_number, weeks_after, year_number
from models.counting.placements import Placement, teams
from models.programme import Programme
from models.rota import Rota
from models.rulebook.people import CEILING
from models.saying import say_day, say_inspector


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each inspector and year with more deployments than the ceiling times FTE, rounded up.

    A deployment belongs to the year in which its inspection starts; HMCPSI's activities are none.
    """
    held: dict[tuple[str, int], dict[str, Placement]] = {}
    for team in teams(programme, rota).values():
        for each in team:
            year = year_number(programme, each.monday)
            held.setdefault((each.inspector_id, year), {})[each.la_code] = each
    full = programme.policy.ceiling.deployments_per_year
    for (inspector_id, year), deployments in held.items():
        percent = programme.inspector_of[inspector_id].fte_percent
        most = -(-full * percent // 100)
        if len(deployments) > most:
            mondays = [each.monday for each in deployments.values()]
            yield CEILING.breach(
                "over",
                Subject(
                    tuple(sorted(deployments)),
                    (inspector_id,),
                    tuple(sorted(week_number(programme, monday) for monday in mondays)),
                    friday_after(max(mondays), 1),
                ),
                amount=len(deployments) - most,
                figures={
                    "count": len(deployments),
                    "year": year + 1,
                    "most": most,
                    "percent": percent,
                },
                inspector=say_inspector(programme, inspector_id),
                day=say_day(weeks_after(programme.start, 52 * year)),
            )
