"""Attendance: on which working days each deployed inspector is on site, solved exactly (R5).

Each week of an inspection is a small question of its own: how many people of each inspectorate
keep which pattern of days. Inspections with the same numbers share one solved answer, and the
people take turns at its patterns.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from models.attendance import Activity, Attendance
from models.deployment import Role
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.saying import say_authority, say_day
from planner.draft import Draft
from planner.fitting import SiteWeek, fitting_sizes, site_week, team_fits
from planner.owed import misfit_sentence
from planner.patterns import Pattern, week_patterns

__all__ = [
    "AttendanceImpossible",
    "Attendee",
    "fill_attendance",
    "fitting_sizes",
    "in_order",
    "rows_of_days",
    "solve_attendance",
    "solve_days",
    "team_fits",
]


class AttendanceImpossible(ValueError):
    """A team has no attendance under R5; the message is a sentence with the figures."""


class Attendee(NamedTuple):
    """One person of a team, and whether he or she leads it."""

    inspector_id: str
    body: Inspectorate
    leads: bool


def solve_attendance(programme: Programme, draft: Draft) -> tuple[Attendance, ...]:
    """Everybody's days on site, found whenever they exist; sorted by date, authority, person.

    Raises ``AttendanceImpossible`` when a team of the draft does not fit.
    """
    found: list[Attendance] = []
    for la_code, week in draft.slots.items():
        crew = _crew_of_draft(programme, draft, la_code)
        sentence = _misfit(programme, la_code, week, crew)
        if sentence:
            raise AttendanceImpossible(sentence)
        found.extend(_attend(programme, la_code, week, crew))
    return in_order(found)


def fill_attendance(programme: Programme, rota: Rota) -> tuple[Rota, tuple[str, ...]]:
    """The rota with attendance solved for, and one sentence for each team that has none (R5).

    A rota that has its attendance comes back as it is. A team that does not fit gets no rows;
    nor do substitutes, whose days only a re-plan knows, or whom the programme does not know.
    """
    if rota.attendance is not None:
        return rota, ()
    found: list[Attendance] = []
    sentences: list[str] = []
    for la_code, inspection in rota.inspection_of.items():
        if la_code not in programme.authority_of:
            continue
        week, crew = programme.calendar.week_of(inspection.start), _crew(programme, rota, la_code)
        sentence = _misfit(programme, la_code, week, crew)
        if sentence:
            sentences.append(sentence)
        else:
            found.extend(_attend(programme, la_code, week, crew))
    # Not model_copy, which would carry the look-ups of the rota without attendance along.
    fields = {name: getattr(rota, name) for name in Rota.model_fields}
    return Rota(**fields | {"attendance": in_order(found)}), tuple(sentences)


def _crew_of_draft(programme: Programme, draft: Draft, la_code: str) -> list[Attendee]:
    lead = draft.leads.get(la_code)
    team = sorted(draft.teams[la_code])
    return [
        Attendee(each, programme.inspector_of[each].inspectorate, each == lead) for each in team
    ]


def _crew(programme: Programme, rota: Rota, la_code: str) -> list[Attendee]:
    roles: dict[str, Role] = {}
    for each in rota.team_of.get(la_code, ()):
        if each.inspector_id in programme.inspector_of:
            roles.setdefault(each.inspector_id, each.role)
    return [
        Attendee(code, programme.inspector_of[code].inspectorate, roles[code] is Role.LEAD)
        for code in sorted(roles)
        if roles[code] is not Role.SUBSTITUTE
        and programme.inspector_of[code].inspectorate in ON_SITE
    ]


def _misfit(programme: Programme, la_code: str, week: int, crew: Iterable[Attendee]) -> str | None:
    """Why the crew has no attendance, with the authority; None when it has one."""
    sentence = misfit_sentence(_site_weeks(programme, la_code, week, crew), "with")
    if sentence is None:
        return None
    monday = say_day(programme.calendar.monday(week))
    return f"{say_authority(programme, la_code)}, from {monday}: {sentence}."


def _site_weeks(
    programme: Programme, la_code: str, week: int, crew: Iterable[Attendee]
) -> tuple[SiteWeek, ...]:
    people = Counter((each.body, each.leads) for each in crew)
    in_order: dict[tuple[Inspectorate, bool], int] = {
        (body, leads): people[body, leads]
        for body in ON_SITE
        for leads in (True, False)
        if people[body, leads]
    }
    band, policy, calendar = programme.band_of[la_code], programme.policy, programme.calendar
    return tuple(
        site_week(policy, band, in_order, phase, len(calendar.working_days(week + phase - 1)))
        for phase in (1, 2)
    )


def _attend(
    programme: Programme, la_code: str, week: int, crew: Sequence[Attendee]
) -> Iterator[Attendance]:
    return rows_of_days(programme, la_code, week, crew, solve_days(programme, la_code, week, crew))


def solve_days(
    programme: Programme, la_code: str, week: int, crew: Sequence[Attendee]
) -> dict[str, list[date]]:
    """The days on site of each of a crew that fits, by inspector id, rising."""
    days_of: dict[str, list[date]] = defaultdict(list)
    for offset, site in enumerate(_site_weeks(programme, la_code, week, crew)):
        working_days = programme.calendar.working_days(week + offset)
        for person, pattern in _take_turns(site, crew, week + offset):
            days_of[person.inspector_id] += [working_days[day] for day in pattern]
    return days_of


def rows_of_days(
    programme: Programme,
    la_code: str,
    week: int,
    crew: Sequence[Attendee],
    days_of: Mapping[str, Sequence[date]],
) -> Iterator[Attendance]:
    """The attendance of a crew on given days, with what is done on each (§23, §39)."""
    last_days = programme.calendar.working_days(week + 1)[-1:]
    feedback = _agency_feedback(crew, days_of, last_days)
    for person in crew:
        for day in days_of.get(person.inspector_id, ()):
            activity = Activity.FIELDWORK
            if day in last_days:
                activity = Activity.FINAL_FEEDBACK
            elif feedback.get(person.body) == day:
                activity = Activity.AGENCY_FEEDBACK
            yield Attendance(
                date=day, la_code=la_code, inspector_id=person.inspector_id, activity=activity
            )


def _agency_feedback(
    crew: Iterable[Attendee], days_of: Mapping[str, Sequence[date]], last_days: Sequence[date]
) -> Mapping[Inspectorate, date]:
    """The day on which each inspectorate but Ofsted gives its own feedback (§23, §39)."""
    days: dict[Inspectorate, set[date]] = defaultdict(set)
    for person in crew:
        days[person.body].update(days_of.get(person.inspector_id, ()))
    return {
        body: max(earlier)
        for body, on_site in days.items()
        if body is not Inspectorate.OFSTED and (earlier := on_site.difference(last_days))
    }


def _take_turns(
    site: SiteWeek, crew: Sequence[Attendee], turn: int
) -> Iterator[tuple[Attendee, Pattern]]:
    """Each person's pattern in one week; who gets the first one changes with ``turn``."""
    for owing, patterns in zip(site.owing, week_patterns(site), strict=True):
        alike = [each for each in crew if (each.body, each.leads) == (owing.body, owing.leads)]
        for place, pattern in enumerate(patterns):
            yield alike[(place + turn) % len(alike)], pattern


def in_order(rows: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Rows of attendance as the file has them."""
    return tuple(sorted(rows, key=lambda row: (row.date, row.la_code, row.inspector_id)))
