"""Unpredictability: how many authorities an observer must still suspect in each week (§34)."""

from collections.abc import Mapping
from datetime import date

from models.programme import Programme
from models.rota import Rota
from models.word import Word


class WeekRow(Word):
    """One week of a rota: how it lies in the calendar, what starts and runs, who might.

    ``open`` says whether closed periods and national blackouts let an inspection start in it;
    ``anonymity`` is the size of the week's anonymity set.
    """

    week: int
    monday: date
    working_days: int
    open: bool
    starts: int
    running: int
    anonymity: int


def week_rows(programme: Programme, rota: Rota) -> tuple[WeekRow, ...]:
    """Every week of the programme, from the first."""
    slots = slots_of(programme, rota)
    starts = [0] * (programme.weeks + 1)
    for week in slots.values():
        if 0 <= week < programme.weeks:
            starts[week] += 1
    sizes = anonymity_sizes(programme, slots)
    nationally_open = set(programme.national_open_starts)
    return tuple(
        WeekRow(
            week=week,
            monday=programme.calendar.monday(week),
            working_days=len(programme.calendar.working_days(week)),
            open=week in nationally_open,
            starts=starts[week],
            running=starts[week] + (starts[week - 1] if week else 0),
            anonymity=sizes[week],
        )
        for week in range(programme.weeks)
    )


def slots_of(programme: Programme, rota: Rota) -> Mapping[str, int]:
    """The start week of each authority of the programme that the rota inspects."""
    week_of, known = programme.calendar.week_of, programme.authority_of
    return {code: week_of(each.start) for code, each in rota.inspection_of.items() if code in known}


def anonymity_sizes(programme: Programme, slots: Mapping[str, int]) -> tuple[int, ...]:
    """The size of each week's anonymity set.

    An observer knows the rules and every start before the week, and so suspects the authorities
    that have not started, for which the week is open, and whose force's earlier starts R7's gap
    leaves behind.
    """
    sizes = [0] * programme.weeks
    starts_in = {
        force: sorted(slots[code] for code in codes if code in slots)
        for force, codes in programme.authorities_in.items()
    }
    for code, authority in programme.authority_of.items():
        force = authority.police_force_code
        for week in programme.open_starts[code]:
            if week > slots.get(code, week):
                break
            if _spaced(starts_in[force], week, programme.gap_of[force]):
                sizes[week] += 1
    return tuple(sizes)


def _spaced(starts: list[int], week: int, gap: int) -> bool:
    """Whether ``week`` is at least ``gap`` weeks after each of the earlier starts."""
    return all(week - start >= gap for start in starts if start < week)
