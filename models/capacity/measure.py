"""The sum: for each inspectorate and quarter what is needed and what there is.

Needed is busy time as R11 has it: the days owed on site (Team sizing), the rest of the weeks on
site, the lead's preparation and report writing, and rest, of teams of the least or the target size
(R4), with HMIC's further inspector for each force-wide review (R6). There are the working days
(Calendar) of everybody, less absences (R10) and what lies beyond the ceiling (R15). Rest and report
writing stand on the needed side and are not taken off the other a second time.

Nothing is planned for this, so that it is an indication and no proof, either way: starts are spread
evenly (see spread) and may be moved, leave may fall in a rest week, and a week with one day of
leave cannot be worked at all (R10). What is proven impossible ``rota validate`` and ``rota
explain`` say.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from models.capacity.needs import deployments, needed
from models.capacity.spread import possible_weeks
from models.capacity.there import counted_weeks, have
from models.capacity.words import Capacity, Days, Group, Quarter, Stretch
from models.inspectorate import Inspectorate
from models.programme import Programme


def capacity(programme: Programme) -> Capacity:
    """What every group needs and has in every quarter, before any planning."""
    quarters, groups = quarters_of(programme), groups_of(programme)
    return Capacity(
        quarters=quarters,
        groups=groups,
        stretches=tuple(each for group in groups for each in _in_time(programme, group, quarters)),
        nowhere=tuple(code for code, weeks in possible_weeks(programme).items() if not weeks),
    )


def quarters_of(programme: Programme) -> tuple[Quarter, ...]:
    """The calendar quarters with a week of the programme, in time."""
    weeks: dict[tuple[int, int], list[int]] = defaultdict(list)
    for week in range(programme.weeks):
        year, month = programme.calendar.month_of(week)
        weeks[year, (month + 2) // 3].append(week)
    return tuple(
        Quarter(year=year, number=number, weeks=tuple(mine))
        for (year, number), mine in weeks.items()
    )


def groups_of(programme: Programme) -> tuple[Group, ...]:
    """The inspectorates that take part, Ofsted's leads after Ofsted; HMCPSI where it is asked."""
    taking_part = [body for body in Inspectorate if programme.policy.phase(body)]
    if programme.cps_concerns:
        taking_part.append(Inspectorate.HMCPSI)
    groups = [Group(body) for body in taking_part]
    if Inspectorate.OFSTED in taking_part:
        groups.insert(1, Group(Inspectorate.OFSTED, leads=True))
    return tuple(groups)


def _in_time(programme: Programme, group: Group, quarters: Sequence[Quarter]) -> Iterator[Stretch]:
    counted = counted_weeks(programme, group.inspectorate)
    least = needed(programme, group, target=False)
    target = needed(programme, group, target=True)
    starts = _starts_by_year(programme, group)
    for quarter in quarters:
        weeks = [week for week in quarter.weeks if week in counted]
        most = _under_ceiling(programme, target, starts, weeks)
        working, away, beyond = have(programme, group, weeks, most)
        yield Stretch(
            group, quarter, _sum(least, weeks), _sum(target, weeks), working, away, beyond
        )


def _starts_by_year(programme: Programme, group: Group) -> Mapping[int, Fraction]:
    """The group's deployments at the target sizes that begin in each programme year."""
    number: dict[int, Fraction] = defaultdict(Fraction)
    for (start, _, _), count in deployments(programme, group, target=True).items():
        number[programme.calendar.year_of(start)] += count
    return number


def _under_ceiling(
    programme: Programme,
    target: Mapping[int, Days],
    starts: Mapping[int, Fraction],
    weeks: Sequence[int],
) -> Mapping[int, Fraction]:
    """The days in ``weeks`` that one deployment stands for, by programme year.

    A ceiling is a year's (R15), so its days fall where the year's work does: somebody who may have
    12 of a year's 60 deployments can do a fifth of what each quarter needs.
    """
    year_of = programme.calendar.year_of
    return {
        year: _sum(target, [week for week in weeks if year_of(week) == year]).total / number
        for year, number in starts.items()
    }


def _sum(days: Mapping[int, Days], weeks: Sequence[int]) -> Days:
    return sum((days.get(week, Days()) for week in weeks), Days())
