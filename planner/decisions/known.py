"""What never changes while a programme is planned, as look-ups fast enough to ask 10,000 times.

Sets of weeks are whole numbers used as bits. In a mask of start weeks bit w is week w; in a mask
of busy weeks bit w + ``margin`` is, since a lead is busy before the first week.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from models import opening, sizing
from models.inspectorate import ON_SITE, Inspectorate
from models.policy import SizeRange
from models.programme import Programme
from planner.remembered import Remembered

#: Weeks around the programme in which an absence may matter at most.
BEYOND = 520


class Span(NamedTuple):
    """The weeks of one deployment, counted from the start week.

    Busy from ``first`` to ``last`` (R11); ``worked`` are those that bear no absence (R10).
    """

    first: int
    last: int
    worked: tuple[int, ...]


class Known:
    """Spans, masks, sizes and distances of one programme, remembered once asked for."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.margin = programme.policy.busy.lead_preparation_weeks
        self._tens: dict[tuple[str, str], int] = {}
        self._absent: dict[tuple[str, bool, date], int] = {}
        self._working_days: dict[int, int] = {}
        self._ranges: dict[tuple[str, Inspectorate], SizeRange] = {}

    @cached_property
    def body_of(self) -> dict[str, Inspectorate]:
        """The inspectorate of each inspector who can be on site, by id, sorted."""
        people = sorted(self.programme.inspectors, key=lambda each: each.inspector_id)
        return {
            each.inspector_id: each.inspectorate for each in people if each.inspectorate in ON_SITE
        }

    @cached_property
    def extra_hmic(self) -> int:
        """How many more from HMIC a force-wide review brings; 0 where HMIC takes no part."""
        policy = self.programme.policy
        return policy.force_wide_review.extra_hmic if policy.phase(Inspectorate.HMIC) else 0

    @cached_property
    def spans(self) -> dict[tuple[Inspectorate, bool], Span]:
        """The span of a deployment from each inspectorate, as member and as lead."""
        spans: dict[tuple[Inspectorate, bool], Span] = {}
        for body in ON_SITE:
            spans[body, False] = self._member_span(body)
            spans[body, True] = self._lead_span(body)
        return spans

    def _member_span(self, body: Inspectorate) -> Span:
        worked = tuple(week - 1 for week in self.programme.policy.phase(body))
        if not worked:
            return Span(0, -1, ())
        return Span(worked[0], worked[-1] + self.programme.policy.busy.rest_weeks, worked)

    def _lead_span(self, body: Inspectorate) -> Span:
        busy = self.programme.policy.busy
        first, last = -busy.lead_preparation_weeks, 1 + busy.lead_report_weeks
        phase = [week - 1 for week in self.programme.policy.phase(body)]
        return Span(first, last, (*range(first, 0), *phase, *range(2, last + 1)))

    def span(self, inspector_id: str, *, leads: bool) -> Span:
        """The span of the inspector's deployments."""
        return self.spans[self.body_of[inspector_id], leads]

    def absent_starts(self, inspector_id: str, *, leads: bool, since: date = date.min) -> int:
        """The start weeks in which an absence keeps the inspector away (R10), as a mask.

        Days before ``since`` keep nobody away.
        """
        key = (inspector_id, leads, since)
        if key not in self._absent:
            absent = self._absent_weeks(inspector_id, since)
            worked = self.span(inspector_id, leads=leads).worked
            self._absent[key] = mask_of(week - offset for week in absent for offset in worked)
        return self._absent[key]

    def _absent_weeks(self, inspector_id: str, since: date) -> frozenset[int]:
        weeks = self.programme.absent_weeks_of[inspector_id]
        if since == date.min or not weeks:
            return weeks
        spans = [
            (max(each.start, since), each.end)
            for each in self.programme.absences
            if each.inspector_id == inspector_id and each.end >= since
        ]
        later = opening.absent_weeks(spans, self.programme.calendar, BEYOND)
        return weeks & later

    def tens(self, inspector_id: str, la_code: str) -> int:
        """Tens of kilometres from base to authority (G4)."""
        key = (inspector_id, la_code)
        if key not in self._tens:
            self._tens[key] = self.programme.tens_of_km(inspector_id, la_code)
        return self._tens[key]

    def working_days(self, week: int) -> int:
        """How many days ``week`` is worked on."""
        if week not in self._working_days:
            days = self.programme.calendar.working_days(week)
            self._working_days[week] = len(days)
        return self._working_days[week]

    def size_range(self, la_code: str, body: Inspectorate) -> SizeRange:
        """Least, target and most of ``body`` at an authority, before any force-wide review."""
        key = (la_code, body)
        if key not in self._ranges:
            self._ranges[key] = self.programme.size_range(la_code, body, review=False)
        return self._ranges[key]

    def days_owed(self, la_code: str, body: Inspectorate, working_days: int) -> int:
        """Days on site that a member from ``body`` owes in a week of so many working days."""
        band, policy = self.programme.band_of[la_code], self.programme.policy
        return sizing.days_owed(body, band, working_days, policy, lead=False)

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """The authorities of each force, sorted."""
        groups = self.programme.authorities_in
        return {force: tuple(sorted(codes)) for force, codes in groups.items()}

    @cached_property
    def review_weeks(self) -> dict[str, tuple[int, ...]]:
        """The first week that counts for each force-wide review owed in a force, rising (R6).

        Week 0 stands for the first inspection of all; a change counts from the first Monday on
        or after its day.
        """
        weeks: dict[str, set[int]] = defaultdict(set)
        for change in self.programme.force_changes:
            days = (change.counts_from - self.programme.start).days
            weeks[change.police_force_code].add(max(0, -(-days // 7)))
        return {force: tuple(sorted({0, *weeks[force]})) for force in self.programme.authorities_in}

    @cached_property
    def counts_for_fairness(self) -> dict[Inspectorate, tuple[str, ...]]:
        """The ids of those whom G5 compares: half-time at least, seldom away."""
        weeks, away = range(self.programme.weeks), self.programme.absent_weeks_of
        fte = {each.inspector_id: each.fte_percent for each in self.programme.inspectors}
        found: dict[Inspectorate, list[str]] = {body: [] for body in ON_SITE}
        for code, body in self.body_of.items():
            if fte[code] >= 50 and 4 * sum(week in away[code] for week in weeks) <= len(weeks):
                found[body].append(code)
        return {body: tuple(codes) for body, codes in found.items()}


def mask_of(weeks: Iterable[int]) -> int:
    """The start weeks as bits; weeks before the programme have none."""
    mask = 0
    for week in weeks:
        if week >= 0:
            mask |= 1 << week
    return mask


#: What is known of a programme, remembered between models.
known_of = Remembered(Known)
