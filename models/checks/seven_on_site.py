"""R5: never more than seven on site on one day, whatever their inspectorate."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from models.breach import Breach, Subject
from models.counting.days import week_number, weeks_after, working_days
from models.counting.owed import owed_days
from models.counting.placements import Team, teams
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.rulebook.teams import SEVEN_ON_SITE
from models.saying import say_authority, say_day, say_number


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each day with too many on site; without attendance, each team that cannot fit (§35).

    A team fits when in each week the days owed find room, and on the last working day of week two
    those who owe every day and those whom the final feedback needs do.
    """
    if rota.attendance is not None:
        yield from _days(programme, rota)
        return
    for la_code, team in teams(programme, rota).items():
        if team and la_code in programme.authority_of:
            counted = tuple(each for each in team if not each.stands_in)
            yield from _weeks(programme, la_code, counted)
            yield from _final_day(programme, la_code, counted)


def _days(programme: Programme, rota: Rota) -> Iterator[Breach]:
    most = programme.policy.on_site.most
    for la_code, rows in rota.attendance_at.items():
        present = {(row.date, row.inspector_id) for row in rows}
        for day, count in Counter(day for day, _ in sorted(present)).items():
            if count > most:
                yield SEVEN_ON_SITE.breach(
                    "day",
                    Subject((la_code,), weeks=(week_number(programme, day),), last_day=day),
                    amount=count - most,
                    figures={"count": count, "most": most},
                    day=say_day(day),
                    authority=say_authority(programme, la_code),
                )


def _weeks(programme: Programme, la_code: str, team: Team) -> Iterator[Breach]:
    most = programme.policy.on_site.most
    for monday in sorted({monday for each in team for monday in each.fieldwork}):
        days = _owed_by_part(programme, team, monday)
        working = len(working_days(programme, monday))
        places = most * working
        owed = sum(days.values())
        if owed > places:
            yield SEVEN_ON_SITE.breach(
                "week",
                Subject(
                    (la_code,),
                    weeks=(week_number(programme, monday),),
                    last_day=working_days(programme, monday)[-1] if working else monday,
                ),
                amount=owed - places,
                figures={"owed": owed, "working": working, "most": most, "places": places},
                day=say_day(monday),
                authority=say_authority(programme, la_code),
                parts=" + ".join(f"{days[part]} ({part})" for part in days),
                working_said=say_number(working, "working day"),
            )


def _owed_by_part(programme: Programme, team: Team, monday: date) -> Counter[str]:
    days: Counter[str] = Counter()
    for each in team:
        if monday in each.fieldwork:
            part = "lead" if each.is_lead else each.body.title
            days[part] += owed_days(programme, each, monday)
    return days


def _final_day(programme: Programme, la_code: str, team: Team) -> Iterator[Breach]:
    monday = weeks_after(team[0].monday, 1)
    days = working_days(programme, monday)
    there = [each for each in team if monday in each.fieldwork]
    most = programme.policy.on_site.most
    daily = [each for each in there if owed_days(programme, each, monday) == len(days)]
    needed = {each.body for each in there if each.body is not Inspectorate.OFSTED}
    count = len(daily) + len(needed - {each.body for each in daily})
    if days and count > most:
        yield SEVEN_ON_SITE.breach(
            "final",
            Subject((la_code,), weeks=(week_number(programme, monday),), last_day=days[-1]),
            amount=count - most,
            figures={"count": count, "most": most},
            day=say_day(days[-1]),
            authority=say_authority(programme, la_code),
        )
