"""R4: each inspectorate's number lies between the policy's least and most for the band."""

from collections import Counter
from collections.abc import Iterator

from models.attendance import Attendance
from models.breach import Breach, Subject
from models.counting.days import friday_after, monday_of, week_number, working_days
from models.counting.forces import reviews_owed
from models.counting.owed import owed_days
from models.counting.placements import Placement, Team, teams
from models.inspection import Inspection
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.rulebook.teams import TEAM_SIZE
from models.saying import say_authority, say_day, say_inspector, say_number


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each part of a team that is too small or too large (§30-32, §35).

    A substitute and the one whose place was taken count as one. The stated band and sizes, and
    with attendance the days that each of the team owes on site, are checked here too.
    """
    reviews = reviews_owed(programme, rota)
    for la_code, team in teams(programme, rota).items():
        if la_code in programme.authority_of:
            inspection = rota.inspection_of[la_code]
            numbers = _numbers(team)
            yield from _sizes(programme, inspection, numbers, review=la_code in reviews)
            yield from _stated(programme, inspection, numbers)
            if rota.attendance is not None:
                rows = rota.attendance_at.get(la_code, ())
                yield from _days(programme, team, rows)
                yield from _rows(programme, rota, inspection, rows)


def _numbers(team: Team) -> Counter[str]:
    people = {each.inspector_id: each.body.value for each in team if not each.stands_in}
    return Counter(people.values())


def _subject(programme: Programme, inspection: Inspection, *inspector_ids: str) -> Subject:
    monday = monday_of(inspection.start)
    week = week_number(programme, monday)
    return Subject((inspection.la_code,), inspector_ids, (week,), friday_after(monday, 1))


def _sizes(
    programme: Programme, inspection: Inspection, numbers: Counter[str], *, review: bool
) -> Iterator[Breach]:
    la_code = inspection.la_code
    for body in ON_SITE:
        if not programme.policy.phase(body):
            continue
        count = numbers[body.value]
        allowed = programme.size_range(la_code, body, review=review)
        if not allowed.least <= count <= allowed.most:
            few = count < allowed.least
            yield TEAM_SIZE.breach(
                "few" if few else "many",
                _subject(programme, inspection),
                amount=allowed.least - count if few else count - allowed.most,
                figures={"count": count, "least": allowed.least, "most": allowed.most},
                authority=say_authority(programme, la_code),
                body=body.title,
                band=programme.band_of[la_code].value.replace("_", " "),
                review=" that reviews the whole force"
                if review and body is Inspectorate.HMIC
                else "",
            )


def _stated(
    programme: Programme, inspection: Inspection, numbers: Counter[str]
) -> Iterator[Breach]:
    band = programme.band_of[inspection.la_code]
    pairs: list[tuple[str, object, object]] = [
        (f"the number from {body.title}", stated, numbers[body.value])
        for body, stated in (inspection.sizes or {}).items()
    ]
    pairs.append(("the band", inspection.band or band, band))
    for column, stated, counted in pairs:
        if stated != counted:
            yield TEAM_SIZE.breach(
                "stated",
                _subject(programme, inspection),
                column=column,
                whose=say_authority(programme, inspection.la_code),
                stated=str(stated).replace("_", " "),
                counted=str(counted).replace("_", " "),
            )


def _days(programme: Programme, team: Team, rows: tuple[Attendance, ...]) -> Iterator[Breach]:
    days_of = {(row.inspector_id, row.date) for row in rows}
    for each in {each.inspector_id: each for each in team}.values():
        for monday in each.fieldwork:
            week = working_days(programme, monday)
            count = sum((each.inspector_id, day) in days_of for day in week)
            owed = owed_days(programme, each, monday)
            if count != owed and not (_is_in_pair(each) and count < owed):
                yield TEAM_SIZE.breach(
                    "days",
                    Subject(
                        (each.la_code,),
                        (each.inspector_id,),
                        (week_number(programme, monday),),
                        friday_after(monday),
                    ),
                    amount=abs(count - owed),
                    figures={"count": count, "owed": owed},
                    inspector=say_inspector(programme, each.inspector_id),
                    authority=say_authority(programme, each.la_code),
                    count_said=say_number(count, "day"),
                    owed_said=f"{owed} {'is' if owed == 1 else 'are'}",
                    day=say_day(monday),
                )


def _is_in_pair(placement: Placement) -> bool:
    """Whether days may be missing: the lost one's are struck, the substitute's not yet owed.

    R10 says where nobody took the place.
    """
    return placement.replaced or placement.since is not None or bool(placement.struck)


def _rows(
    programme: Programme, rota: Rota, inspection: Inspection, rows: tuple[Attendance, ...]
) -> Iterator[Breach]:
    deployed = {each.inspector_id for each in rota.team_of.get(inspection.la_code, ())}
    authority = say_authority(programme, inspection.la_code)
    for (inspector_id, day), count in Counter((row.inspector_id, row.date) for row in rows).items():
        if count > 1:
            yield TEAM_SIZE.breach(
                "row_twice",
                _subject(programme, inspection, inspector_id),
                amount=count - 1,
                figures={"count": count},
                inspector=say_inspector(programme, inspector_id),
                day=say_day(day),
                authority=authority,
            )
    days_of: dict[str, list[Attendance]] = {}
    for row in rows:
        if row.inspector_id not in deployed:
            days_of.setdefault(row.inspector_id, []).append(row)
    for inspector_id, days in days_of.items():
        yield TEAM_SIZE.breach(
            "stranger",
            _subject(programme, inspection, inspector_id),
            amount=len(days),
            figures={"days": len(days)},
            inspector=say_inspector(programme, inspector_id),
            authority=authority,
            days_said=say_number(len(days), "day"),
            day=say_day(min(row.date for row in days)),
        )
