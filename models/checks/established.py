"""R14: seconded inspectors are never more than half of one inspectorate's part of a team."""

from collections.abc import Iterator

from models.breach import Breach, Subject
from models.counting.days import friday_after, week_number
from models.counting.placements import Team, teams
from models.inspector import Employment
from models.programme import Programme
from models.rota import Rota
from models.rulebook.teams import ESTABLISHED
from models.saying import say_authority, say_day, say_inspector, say_list


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each part of a team, save a part of one, that is seconded too much (for §36).

    Where a substitute took a place, the part is counted before and after.
    """
    for team in teams(programme, rota).values():
        before = tuple(each for each in team if not each.stands_in)
        after = tuple(each for each in team if not each.replaced)
        yield from _parts(programme, before)
        if after != before:
            yield from _parts(programme, after)


def _parts(programme: Programme, team: Team) -> Iterator[Breach]:
    parts = dict.fromkeys(each.body for each in team)
    percent = programme.policy.seconded.percent
    for body in parts:
        part = {each.inspector_id: each for each in team if each.body is body}
        seconded = sorted(
            code for code, each in part.items() if each.inspector.employment is Employment.SECONDED
        )
        size, count = len(part), len(seconded)
        if size > 1 and 100 * count > percent * size:
            monday = team[0].monday
            allowed = percent * size // 100
            yield ESTABLISHED.breach(
                "share",
                Subject(
                    (team[0].la_code,),
                    tuple(seconded),
                    (week_number(programme, monday),),
                    friday_after(monday, 1),
                ),
                amount=count - allowed,
                figures={"count": count, "size": size, "percent": percent},
                body=body.title,
                authority=say_authority(programme, team[0].la_code),
                day=say_day(monday),
                inspectors=say_list(say_inspector(programme, each) for each in seconded),
            )
