"""What stands outside a scope: fixed slots and fixed deployments, and whom they keep busy."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from planner.decisions.known import Known
from planner.scope import Scope

#: As ``date.weekday`` counts.
FRIDAY = 4


class Deployed(NamedTuple):
    """One deployment that stands."""

    inspector_id: str
    la_code: str
    week: int
    leads: bool


class Standing:
    """The fixed facts of one scope, counted as the rules and goals need them."""

    def __init__(self, known: Known, scope: Scope) -> None:
        self._known = known
        self._scope = scope
        self._struck: dict[tuple[str, bool], int] = {}

    @cached_property
    def slots(self) -> dict[str, int]:
        """The start weeks of the authorities that are not free."""
        fixed, is_free = self._scope.fixed.slots, self._scope.is_free
        return {code: fixed[code] for code in sorted(fixed) if not is_free(code)}

    @cached_property
    def deployments(self) -> tuple[Deployed, ...]:
        """Every deployment that stands."""
        return tuple(self._deployments())

    def _deployments(self) -> Iterator[Deployed]:
        fixed, body_of, free = self._scope.fixed, self._known.body_of, self._scope.bodies
        for code in sorted(fixed.teams):
            lead, week, decided = fixed.leads.get(code), fixed.slots[code], free.get(code, ())
            for inspector in sorted(fixed.teams[code]):
                if body_of[inspector] not in decided:
                    yield Deployed(inspector, code, week, inspector == lead)

    @cached_property
    def starts_in(self) -> Counter[int]:
        """How many fixed inspections start in each week."""
        return Counter(self.slots.values())

    @cached_property
    def team_of(self) -> dict[str, list[Deployed]]:
        """The deployments that stand at each authority."""
        teams: dict[str, list[Deployed]] = defaultdict(list)
        for each in self.deployments:
            teams[each.la_code].append(each)
        return teams

    @cached_property
    def counted(self) -> tuple[Deployed, ...]:
        """Every deployment that stands, with those who stand in for somebody (Re-plan)."""
        stood = (Deployed(*each[:3], leads=False) for each in self._scope.stood)
        return (*self.deployments, *stood)

    @cached_property
    def deployments_of(self) -> Counter[str]:
        """How many deployments of each inspector stand."""
        return Counter(each.inspector_id for each in self.counted)

    @cached_property
    def deployments_in_year(self) -> Counter[tuple[str, int]]:
        """How many deployments of each inspector stand in each programme year (R15)."""
        year_of = self._known.programme.calendar.year_of
        return Counter((each.inspector_id, year_of(each.week)) for each in self.counted)

    @cached_property
    def busy(self) -> dict[str, int]:
        """The weeks in which each inspector is busy at fixed inspections, as a mask."""
        busy: dict[str, int] = defaultdict(int)
        margin = self._known.margin
        for each in self.deployments:
            span = self._known.span(each.inspector_id, leads=each.leads)
            first, last = each.week + span.first, each.week + span.last
            busy[each.inspector_id] |= _weeks(first + margin, last + margin)
        for stood in self._scope.stood:
            busy[stood.inspector_id] |= _weeks(stood.first + margin, stood.last + margin)
        return busy

    @cached_property
    def first_week(self) -> int:
        """The first week that is not past (R11): two busy periods may overlap before it."""
        since = self._scope.since
        if since == date.min:
            return -self._known.margin
        # On a Saturday the week is over.
        week = self._known.programme.calendar.week_of(since) + (since.weekday() > FRIDAY)
        return max(week, -self._known.margin)

    def busy_starts(self, inspector_id: str, *, leads: bool) -> int:
        """The start weeks in which a further deployment would overlap a fixed one (R11)."""
        key = (inspector_id, leads)
        if key not in self._struck:
            span = self._known.span(inspector_id, leads=leads)
            busy = self.busy[inspector_id] & -1 << self.first_week + self._known.margin
            starts = 0
            for offset in range(span.first, span.last + 1):
                starts |= busy >> (self._known.margin + offset)
            self._struck[key] = starts
        return self._struck[key]


def _weeks(first: int, last: int) -> int:
    return ((1 << last - first + 1) - 1) << first
