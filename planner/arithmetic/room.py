"""What each authority and each week has room for, with every rule that is not said left out.

All of it is necessary and none of it sufficient: a week that is missing here is in no rota, a
week that is here may still be. So whatever does not fit in here fits nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from models.authority import EstablishmentKind
from models.inspection import Band
from models.inspector import Inspector
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from planner.fitting import fitting_of

Weeks = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Span:
    """The weeks of a deployment, counted from the start week: those worked, and those busy."""

    worked: tuple[int, ...]
    first: int
    last: int

    @property
    def length(self) -> int:
        """Weeks busy; two deployments of one person start at least as many weeks apart."""
        return self.last - self.first + 1


class Room:
    """Masks over the programme's weeks as start weeks, for each authority and each person."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.weeks = programme.weeks
        self.coming = tuple(body for body in ON_SITE if programme.policy.phase(body))
        self._least: dict[tuple[Band, frozenset[EstablishmentKind], Inspectorate], int] = {}

    def member_span(self, body: Inspectorate) -> Span:
        """When a member of ``body``, which has a week, works and is busy (R10, R11)."""
        worked = tuple(phase - 1 for phase in self.programme.policy.phase(body))
        return Span(worked, worked[0], worked[-1] + self.programme.policy.busy.rest_weeks)

    @cached_property
    def lead_span(self) -> Span:
        """When a lead works and is busy (R10, R11)."""
        busy = self.programme.policy.busy
        first, last = -busy.lead_preparation_weeks, 1 + busy.lead_report_weeks
        fieldwork = (phase - 1 for phase in self.programme.policy.phase(Inspectorate.OFSTED))
        worked = (*range(first, 0), *fieldwork, *range(2, last + 1))
        return Span(tuple(worked), first, last)

    def present(self, inspector: Inspector, span: Span) -> Weeks:
        """The start weeks at which nothing of ``span`` that is worked meets an absence."""
        away = self.programme.absent_weeks_of[inspector.inspector_id]
        free = np.ones(self.weeks, bool)
        barred = [week - offset for week in away for offset in span.worked]
        free[[week for week in barred if 0 <= week < self.weeks]] = False
        return free

    @cached_property
    def leads(self) -> tuple[Inspector, ...]:
        """Those who may lead (R13)."""
        return tuple(each for each in self.programme.inspectors if each.may_lead)

    def unconflicted(self, people: Sequence[Inspector], la_code: str) -> tuple[Inspector, ...]:
        """Those of ``people`` whom no conflict of interest keeps from an authority (R12)."""
        conflicts = self.programme.conflicts_of
        return tuple(each for each in people if la_code not in conflicts[each.inspector_id])

    def least(self, la_code: str, body: Inspectorate) -> int:
        """The least of ``body`` at an authority, without a force-wide review (R4)."""
        programme = self.programme
        kind = programme.band_of[la_code], programme.kinds_at[la_code], body
        if kind not in self._least:
            self._least[kind] = programme.size_range(la_code, body, review=False).least
        return self._least[kind]

    def least_established(self, size: int) -> int:
        """How many of a part of ``size`` must be established (R14)."""
        if size <= 1:
            return 0
        return size - self.programme.policy.seconded.percent * size // 100

    def open(self, la_code: str) -> Weeks:
        """The start weeks open to an authority (R1)."""
        return self._open[la_code]

    @cached_property
    def _open(self) -> dict[str, Weeks]:
        starts = self.programme.open_starts
        return {code: self._mask(starts[code]) for code in self.programme.authority_of}

    def pinned(self, la_code: str) -> Weeks:
        """The start weeks that the pins of an authority's slot leave (R16)."""
        allowed = np.ones(self.weeks, bool)
        for pin in self.programme.pins:
            if pin.la_code == la_code and pin.start is not None:
                allowed &= np.arange(self.weeks) == self.programme.calendar.week_of(pin.start)
        return allowed

    def fits(self, la_code: str, *, review: bool = False) -> Weeks:
        """The start weeks in which some team within R4 fits under R5."""
        fitting, fits = fitting_of(self.programme), self.open(la_code).copy()
        for weeks in self._alike:
            some = np.flatnonzero(fits & weeks)
            if some.size and not fitting.sizes(la_code, int(some[0]), review=review):
                fits &= ~weeks
        return fits

    @cached_property
    def _alike(self) -> tuple[Weeks, ...]:
        """The start weeks that have the same working days in both weeks, in groups."""
        days = [fitting_of(self.programme).working_days(week) for week in range(self.weeks + 1)]
        pairs = list(pairwise(days))
        return tuple(np.array([pair == each for pair in pairs]) for each in sorted(set(pairs)))

    def staffed(self, la_code: str, body: Inspectorate) -> Weeks:
        """The start weeks at which enough of ``body`` are present and in no conflict."""
        least = self.least(la_code, body)
        here, established = self._present_number(la_code, body)
        return (here >= least) & (established >= self.least_established(least))

    def led(self, la_code: str) -> Weeks:
        """The start weeks at which somebody who may lead is present and in no conflict."""
        free = self.unconflicted(self.leads, la_code)
        return self._any([self._present_as_lead[each.inspector_id] for each in free])

    @cached_property
    def possible(self) -> dict[str, Weeks]:
        """The start weeks that an authority can have; nowhere else will a rota place it."""
        return {code: self._possible(code) for code in self.programme.authority_of}

    def _possible(self, la_code: str) -> Weeks:
        mask = self.open(la_code) & self.pinned(la_code)
        if mask.any():
            mask &= self.fits(la_code) & self.led(la_code)
        for body in self.coming:
            mask &= self.staffed(la_code, body)
        return mask

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The authorities with a possible week, sorted: the rows of ``matrix``.

        Why another has none is said once; counting it again would only say it twice.
        """
        return tuple(sorted(code for code, mask in self.possible.items() if mask.any()))

    @cached_property
    def matrix(self) -> Weeks:
        """The possible weeks of those authorities (authorities, weeks)."""
        shape = (len(self.codes), self.weeks)
        return np.array([self.possible[code] for code in self.codes], bool).reshape(shape)

    @cached_property
    def anybody(self) -> Weeks:
        """The start weeks that at least one authority can have; open is enough for the others."""
        others = self.possible.keys() - set(self.codes)
        return self._any([*self.matrix, *(self.open(code) for code in others)])

    def present_as_member(self, inspector: Inspector) -> Weeks:
        """The start weeks at which somebody could be a member, whoever is inspected (R10)."""
        return self._present_as_member[inspector.inspector_id]

    def present_as_lead(self, inspector: Inspector) -> Weeks:
        """The start weeks at which somebody who may lead could lead (R10)."""
        return self._present_as_lead[inspector.inspector_id]

    @cached_property
    def _present_as_member(self) -> dict[str, Weeks]:
        return {
            each.inspector_id: self.present(each, self.member_span(body))
            for body in self.coming
            for each in self.programme.inspectors_from[body]
        }

    @cached_property
    def _present_as_lead(self) -> dict[str, Weeks]:
        return {each.inspector_id: self.present(each, self.lead_span) for each in self.leads}

    @cached_property
    def _numbers(self) -> dict[tuple[Inspectorate, bool], Numbers]:
        """How many of each inspectorate, all or established, are present at each start week."""
        return {
            (body, established): self._count(
                [
                    each
                    for each in self.programme.inspectors_from[body]
                    if not (established and each.is_seconded)
                ]
            )
            for body in self.coming
            for established in (False, True)
        }

    def _present_number(self, la_code: str, body: Inspectorate) -> tuple[Numbers, Numbers]:
        barred = [
            each
            for each in self.programme.inspectors_from[body]
            if la_code in self.programme.conflicts_of[each.inspector_id]
        ]
        established = [each for each in barred if not each.is_seconded]
        return (
            self._numbers[body, False] - self._count(barred),
            self._numbers[body, True] - self._count(established),
        )

    def _count(self, people: Sequence[Inspector]) -> Numbers:
        number = np.zeros(self.weeks, np.int64)
        for each in people:
            number += self._present_as_member[each.inspector_id]
        return number

    def _any(self, masks: Sequence[Weeks]) -> Weeks:
        return np.any(masks, axis=0) if masks else np.zeros(self.weeks, bool)

    def _mask(self, weeks: Sequence[int]) -> Weeks:
        mask = np.zeros(self.weeks, bool)
        mask[list(weeks)] = True
        return mask
