"""What a deferral does to due weeks, to the force-wide review and to the year quota, in words."""

from collections.abc import Iterable, Iterator
from datetime import date

from models.changes import Change, ChangeKind
from models.inspection import Review
from models.programme import Programme
from models.rota import Rota
from models.saying import say_authority, say_day, say_force, say_list, say_number


def say_deferrals(
    programme: Programme, changes: Iterable[Change], before: Rota, after: Rota
) -> tuple[str, ...]:
    """Sentences on every deferral among the changes, each authority once; no reason is said.

    ``programme`` has the changes folded in. A deferral of an authority that one of the rotas
    lacks says nothing.
    """
    codes = dict.fromkeys(each.la_code for each in changes if each.kind is ChangeKind.DEFERRAL)
    both = before.inspection_of.keys() & after.inspection_of.keys()
    return tuple(
        sentence
        for code in codes
        if code in both
        for sentence in _effects(programme, code, before, after)
    )


def _effects(programme: Programme, la_code: str, before: Rota, after: Rota) -> Iterator[str]:
    was, is_now = before.inspection_of[la_code].start, after.inspection_of[la_code].start
    where = say_authority(programme, la_code)
    if was == is_now:
        yield f"Deferral of {where}: it starts on {say_day(was)} as before, inside what is allowed."
        return
    yield (
        f"Deferral of {where}: from {say_day(was)} to {say_day(is_now)}. "
        f"{_due(programme, la_code, was, is_now)}"
    )
    yield _review(programme, la_code, before, after)
    yield _quota(programme, before, after, was, is_now)


def _due(programme: Programme, la_code: str, was: date, is_now: date) -> str:
    due = programme.due_week_of[la_code]
    week_of, monday = programme.calendar.week_of, programme.calendar.monday
    first, second = (_against(week_of(start) - due) for start in (was, is_now))
    return f"It is due in the week of {say_day(monday(due))}: it was {first}, it is {second}."


def _against(weeks: int) -> str:
    if weeks == 0:
        return "on time"
    return f"{say_number(abs(weeks), 'week')} {'late' if weeks > 0 else 'early'}"


def _review(programme: Programme, la_code: str, before: Rota, after: Rota) -> str:
    force = programme.authority_of[la_code].police_force_code
    inside = [code for code in programme.authorities_in[force] if code != la_code]
    had, has = (_carries(rota, la_code) for rota in (before, after))
    named = say_force(programme, force)
    if had and has:
        return f"It still carries the force-wide review of {named}."
    if not had and not has:
        return f"It carries no force-wide review of {named}, as before."
    others = [code for code in inside if _carries(before, code) != _carries(after, code)]
    who = say_list(
        f"{say_authority(programme, code)}, from {say_day(after.inspection_of[code].start)}"
        for code in others
    )
    if had:
        taker = f"it passes to {who}" if others else "nobody has to take it over"
        return f"It carries the force-wide review of {named} no more: {taker}."
    giver = f"; so far {who}, had it" if others else ""
    return f"It carries the force-wide review of {named} now{giver}."


def _carries(rota: Rota, la_code: str) -> bool:
    inspection = rota.inspection_of.get(la_code)
    return inspection is not None and inspection.force_wide_review not in (None, Review.NO)


def _quota(programme: Programme, before: Rota, after: Rota, was: date, is_now: date) -> str:
    calendar = programme.calendar
    years = [calendar.year_of(calendar.week_of(start)) for start in (was, is_now)]
    if years[0] == years[1]:
        return f"It stays in programme year {years[0] + 1}, so no year's number changes by it."
    said = say_list(_year(programme, before, after, year) for year in years)
    return f"Year quota: {said}."


def _year(programme: Programme, before: Rota, after: Rota, year: int) -> str:
    """A programme year's inspections before and after, and the numbers that R9 allows."""
    calendar, tolerance = programme.calendar, programme.policy.year_quota.tolerance
    weeks = calendar.years[year]
    share = len(programme.authorities) * len(weeks)
    least = max(0, share // programme.weeks - tolerance)
    most = -(-share // programme.weeks) + tolerance
    first, second = (
        sum(calendar.week_of(each.start) in weeks for each in rota.inspection_of.values())
        for rota in (before, after)
    )
    return (
        f"programme year {year + 1} has {say_number(second, 'inspection')}, had {first} "
        f"({least} to {most} are allowed)"
    )
