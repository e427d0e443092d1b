"""The rules on slots, each with its switch: R1, R7, R8, R9, and R16 where a start is pinned.

Exact: slots that keep what is switched on can be had as far as these rules go.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ortools.sat.python import cp_model

from models import opening
from models.events import Blackout, BlackoutScope
from models.inspectorate import Inspectorate
from models.programme import Programme
from planner.concerns import concern_options
from planner.conflict.member import (
    CALENDAR,
    RUNNING,
    STARTS,
    Member,
    Subject,
    fact,
    inspected,
    spaced,
)
from planner.conflict.switches import Switches
from planner.remembered import Remembered

#: The literal "starts in this week" of each authority and week.
Starts = Mapping[str, Mapping[int, cp_model.IntVar]]


#: The weeks that the closed periods and the summer shut.
_shut_of = Remembered(lambda programme: opening.shut_weeks(programme.calendar, ()))


def new_starts(cp: cp_model.CpModel, programme: Programme, codes: Iterable[str]) -> Starts:
    """A literal for each authority and each week that leaves room for a second one (R2)."""
    starts = {
        code: {
            week: cp.new_bool_var(f"starts[{code},{week}]") for week in range(programme.weeks - 1)
        }
        for code in codes
    }
    for weeks in starts.values():
        cp.add_at_most_one(weeks.values())
    return starts


def post_slots(switches: Switches, programme: Programme, starts: Starts) -> None:
    """Post every rule on slots, each behind the switches of its members."""
    cp = switches.cp
    for code, weeks in starts.items():
        cp.add_bool_or(weeks.values()).only_enforce_if(switches.of(inspected(code)))
        for member, week in barred(programme, code, weeks):
            cp.add_implication(switches.of(member), weeks[week].negated())
    _post_spacing(switches, programme, starts)
    whole = len(starts) + len(switches.held) == len(programme.authorities)
    post_places(switches, programme, by_week(starts), whole=whole)
    _post_pins(switches, programme, starts)


def post_places(
    switches: Switches,
    programme: Programme,
    in_week: Mapping[int, Sequence[cp_model.IntVar]],
    *,
    whole: bool,
) -> None:
    """Post R8 and R9 on the starts of each week; ``whole`` says that they are everybody's."""
    _post_concurrency(switches, programme, in_week)
    _post_quotas(switches, programme, in_week, whole=whole)


def barred(
    programme: Programme, la_code: str, weeks: Iterable[int]
) -> Iterator[tuple[Member, int]]:
    """Each fact that bars a start week to an authority, and the week (R1)."""
    asked = list(weeks)
    shut = _shut_of(programme)
    yield from ((CALENDAR, week) for week in asked if week in shut or week + 1 in shut)
    for row, blackout in enumerate(programme.blackouts):
        offsets = offsets_of(programme, blackout, la_code)
        if offsets:
            touched = opening.touched_weeks(blackout, programme.calendar)
            member = fact("universal", Subject.BLACKOUT, row)
            yield from (
                (member, week) for week in asked if any(week + each in touched for each in offsets)
            )
    for row, concern in enumerate(programme.cps_concerns):
        if concern.la_code == la_code:
            member = fact("universal", Subject.CONCERN, row)
            for week in asked:
                if next(concern_options(programme, concern, week), None) is None:
                    yield member, week


def offsets_of(programme: Programme, blackout: Blackout, la_code: str) -> Sequence[int]:
    """The weeks of an inspection of the authority, from 0, that the blackout must not touch."""
    force = programme.authority_of[la_code].police_force_code
    if blackout.scope is BlackoutScope.INSPECTORATE:
        body = Inspectorate(blackout.key)
        comes = body in programme.bodies_at(la_code)
        return [phase - 1 for phase in programme.policy.phase(body)] if comes else []
    applies = {
        BlackoutScope.NATIONAL: True,
        BlackoutScope.AUTHORITY: blackout.key == la_code,
        BlackoutScope.FORCE: blackout.key == force,
    }[blackout.scope]
    return [0, 1] if applies else []


def by_week(starts: Starts) -> Mapping[int, list[cp_model.IntVar]]:
    """The literals of each start week, rising."""
    found: dict[int, list[cp_model.IntVar]] = {}
    for weeks in starts.values():
        for week, start in weeks.items():
            found.setdefault(week, []).append(start)
    return dict(sorted(found.items()))


def _post_spacing(switches: Switches, programme: Programme, starts: Starts) -> None:
    """In any run of weeks as long as its gap a force has one start at most (R7)."""
    for force, members in programme.authorities_in.items():
        inside = by_week({code: starts[code] for code in sorted(members) if code in starts})
        gap = programme.gap_of[force]
        for week in (switches.held[code] for code in members if code in switches.held):
            near = range(week - gap + 1, week + gap)
            for start in (start for each in near for start in inside.get(each, ())):
                switches.cp.add_implication(switches.of(spaced(force)), start.negated())
        for first in inside if sum(code in starts for code in members) > 1 else ():
            window = [start for week in range(first, first + gap) for start in inside.get(week, ())]
            switches.cp.add_at_most_one(window).only_enforce_if(switches.of(spaced(force)))


def _post_concurrency(
    switches: Switches, programme: Programme, in_week: Mapping[int, Sequence[cp_model.IntVar]]
) -> None:
    limits, cp = programme.policy.concurrency, switches.cp
    stand = Counter(switches.held.values())
    for week, here in in_week.items():
        running = [*here, *in_week.get(week - 1, ())]
        for literals, most, member in (
            (here, limits.starts_per_week - stand[week], STARTS),
            (running, limits.running_per_week - stand[week] - stand[week - 1], RUNNING),
        ):
            total = cp_model.LinearExpr.sum(literals)
            cp.add(total <= max(0, most)).only_enforce_if(switches.of(member))


def _post_quotas(
    switches: Switches,
    programme: Programme,
    in_week: Mapping[int, Sequence[cp_model.IntVar]],
    *,
    whole: bool,
) -> None:
    """Each year's share, give or take (R9); some of the authorities alone can only be too many."""
    everybody, tolerance = len(programme.authorities), programme.policy.year_quota.tolerance
    for number, year in enumerate(programme.calendar.years):
        inside = [start for week in year for start in in_week.get(week, ())]
        share, stand = everybody * len(year), sum(week in year for week in switches.held.values())
        least = share // programme.weeks - tolerance - stand if whole else 0
        most = max(0, -(-share // programme.weeks) + tolerance - stand)
        if least > 0 or most < everybody:
            member = Member("year_quota", Subject.YEAR, str(number))
            total = cp_model.LinearExpr.sum(inside)
            switches.cp.add_linear_constraint(total, least, most).only_enforce_if(
                switches.of(member)
            )


def _post_pins(switches: Switches, programme: Programme, starts: Starts) -> None:
    """A pinned start is the authority's: it is inspected, and then (R16)."""
    for row, pin in enumerate(programme.pins):
        if pin.start is not None and pin.la_code in starts:
            week = programme.calendar.week_of(pin.start)
            start = starts[pin.la_code].get(week)
            switch = switches.of(fact("pinned", Subject.PIN, row))
            switches.cp.add_bool_or([*([] if start is None else [start]), switch.negated()])
