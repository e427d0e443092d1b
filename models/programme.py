"""The question, whole: one three-year cycle with its calendar, policy and data (§9, §30)."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from models import geography, opening, sizing, spacing
from models.authority import Authority, Establishment, EstablishmentKind, Force, ProbationTrust
from models.calendar import Calendar
from models.events import Blackout, BlackoutScope, CpsConcern, ForceChange, Pin
from models.inspection import Band
from models.inspector import Absence, Conflict, Inspector
from models.inspectorate import ON_SITE, Inspectorate
from models.policy import GoalWeights, Policy, SizeRange
from models.word import Word


class Programme(Word):
    """Everything a planner or a checker needs to know; look-ups are by code, weeks are numbers.

    ``bank_holidays`` is the whole list. A code that a record names must be that of an authority,
    force or inspector here; the readers of ``data`` say which row is wrong, this only refuses.
    """

    name: str = "England 2013 to 2016"
    start: date = date(2013, 6, 3)
    weeks: Annotated[int, Field(ge=2)] = 156
    policy: Policy = Policy()
    goals: GoalWeights = GoalWeights()
    authorities: tuple[Authority, ...]
    forces: tuple[Force, ...]
    probation_trusts: tuple[ProbationTrust, ...] = ()
    establishments: tuple[Establishment, ...] = ()
    inspectors: tuple[Inspector, ...]
    absences: tuple[Absence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    blackouts: tuple[Blackout, ...] = ()
    force_changes: tuple[ForceChange, ...] = ()
    bank_holidays: tuple[tuple[date, str], ...] = ()
    cps_concerns: tuple[CpsConcern, ...] = ()
    pins: tuple[Pin, ...] = ()

    @model_validator(mode="after")
    def _starts_on_a_monday(self) -> Self:
        if self.start.weekday() != 0:
            raise ValueError(f"the programme must start on a Monday; {self.start} is not one")
        return self

    @model_validator(mode="after")
    def _codes_are_known(self) -> Self:
        unknown = {
            "authority": self._codes_used("la_code") - self.authority_of.keys(),
            "force": self._codes_used("police_force_code") - self.force_of.keys(),
            "inspector": self._codes_used("inspector_id") - self.inspector_of.keys(),
        }
        said = [
            f"unknown {kind}: {', '.join(sorted(codes))}"
            for kind, codes in unknown.items()
            if codes
        ]
        if said:
            raise ValueError("; ".join(said))
        return self

    def _codes_used(self, field: str) -> set[str]:
        records = (
            *self.authorities, *self.establishments, *self.absences, *self.conflicts,
            *self.force_changes, *self.cps_concerns, *self.pins,
        )  # fmt: skip
        return {getattr(record, field, "") for record in records} - {""}

    @cached_property
    def authority_of(self) -> Mapping[str, Authority]:
        """Each authority by its code."""
        return {authority.la_code: authority for authority in self.authorities}

    @cached_property
    def force_of(self) -> Mapping[str, Force]:
        """Each force by its code."""
        return {force.police_force_code: force for force in self.forces}

    @cached_property
    def inspector_of(self) -> Mapping[str, Inspector]:
        """Each inspector by id."""
        return {inspector.inspector_id: inspector for inspector in self.inspectors}

    @cached_property
    def inspectors_from(self) -> Mapping[Inspectorate, tuple[Inspector, ...]]:
        """The inspectors of each inspectorate, in the order given."""
        return {
            body: tuple(each for each in self.inspectors if each.inspectorate is body)
            for body in Inspectorate
        }

    @cached_property
    def authorities_in(self) -> Mapping[str, tuple[str, ...]]:
        """The authority codes of each force that has any."""
        groups: dict[str, list[str]] = defaultdict(list)
        for authority in self.authorities:
            groups[authority.police_force_code].append(authority.la_code)
        return {code: tuple(members) for code, members in groups.items()}

    @cached_property
    def calendar(self) -> Calendar:
        """The programme's weeks."""
        holidays = frozenset(day for day, _ in self.bank_holidays)
        return Calendar(
            start=self.start,
            weeks=self.weeks,
            policy=self.policy.calendar,
            bank_holidays=holidays,
        )

    @cached_property
    def kinds_at(self) -> Mapping[str, frozenset[EstablishmentKind]]:
        """The kinds of establishment in each authority; empty where there are none."""
        return {
            code: frozenset(each.kind for each in self.establishments if each.la_code == code)
            for code in self.authority_of
        }

    @cached_property
    def band_of(self) -> Mapping[str, Band]:
        """The band of each authority."""
        counts: dict[str, int] = defaultdict(int)
        for establishment in self.establishments:
            counts[establishment.la_code] += 1
        return {
            code: sizing.band(authority, counts[code], self.policy)
            for code, authority in self.authority_of.items()
        }

    def size_range(self, la_code: str, body: Inspectorate, *, review: bool) -> SizeRange:
        """Least, target and most inspectors of ``body`` at an authority (R4)."""
        return sizing.size_range(
            body, self.band_of[la_code], self.kinds_at[la_code], self.policy, review=review
        )

    def bodies_at(self, la_code: str) -> tuple[Inspectorate, ...]:
        """The inspectorates that come to an authority, in file order."""
        return tuple(
            body for body in ON_SITE if self.size_range(la_code, body, review=False).most > 0
        )

    def fieldwork_weeks(self, body: Inspectorate) -> int:
        """How many weeks an inspector of ``body`` is on site at one inspection."""
        return len(self.policy.phase(body))

    @cached_property
    def national_shut_weeks(self) -> frozenset[int]:
        """Weeks closed to everybody: closed periods, the summer and national blackouts."""
        national = [each for each in self.blackouts if each.scope is BlackoutScope.NATIONAL]
        return opening.shut_weeks(self.calendar, national)

    @cached_property
    def national_open_starts(self) -> tuple[int, ...]:
        """The start weeks that closed periods and national blackouts leave (R7, G3, G6)."""
        return opening.open_start_weeks(self.calendar, self.national_shut_weeks, ())

    @cached_property
    def open_starts(self) -> Mapping[str, tuple[int, ...]]:
        """The start weeks open to each authority (Calendar, R1), rising."""
        return {code: self._open_starts(code) for code in self.authority_of}

    def _open_starts(self, la_code: str) -> tuple[int, ...]:
        force = self.authority_of[la_code].police_force_code
        local = {(BlackoutScope.AUTHORITY, la_code), (BlackoutScope.FORCE, force)}
        touched = self._weeks_touched
        shut = self.national_shut_weeks.union(*(touched.get(place, ()) for place in local))
        in_phase = [
            (phase, touched.get((BlackoutScope.INSPECTORATE, body.value), frozenset()))
            for body in self.bodies_at(la_code)
            for phase in self.policy.phase(body)
        ]
        return opening.open_start_weeks(self.calendar, shut, in_phase)

    @cached_property
    def _weeks_touched(self) -> Mapping[tuple[BlackoutScope, str], frozenset[int]]:
        weeks: dict[tuple[BlackoutScope, str], frozenset[int]] = defaultdict(frozenset)
        for blackout in self.blackouts:
            place = (blackout.scope, blackout.key)
            weeks[place] |= opening.touched_weeks(blackout, self.calendar)
        return weeks

    @cached_property
    def gap_of(self) -> Mapping[str, int]:
        """The gap in weeks between two starts in each force (R7)."""
        gap = self.policy.force.gap_weeks
        return {
            force: spacing.force_gap(self.national_open_starts, len(members), gap)
            for force, members in self.authorities_in.items()
        }

    @cached_property
    def even_gap_of(self) -> Mapping[str, int]:
        """The gap in weeks between two starts in each force that G3 would like."""
        cap = self.policy.force.even_gap_cap_weeks
        return {
            force: spacing.even_gap(self.national_open_starts, len(members), cap)
            for force, members in self.authorities_in.items()
        }

    @cached_property
    def due_week_of(self) -> Mapping[str, int]:
        """The week by which each authority should start (G1)."""
        return {code: self._due_week(each) for code, each in self.authority_of.items()}

    def _due_week(self, authority: Authority) -> int:
        if authority.due is not None:
            return self.calendar.week_of(authority.due)
        return int(getattr(self.policy.due_weeks, authority.last_grade or "none"))

    @cached_property
    def risk_weight_of(self) -> Mapping[str, int]:
        """The points of one week's lateness, before the goal's weight (G1)."""
        table = self.policy.risk_weight
        return {
            code: each.risk_weight or int(getattr(table, each.last_grade or "none"))
            for code, each in self.authority_of.items()
        }

    @cached_property
    def absent_weeks_of(self) -> Mapping[str, frozenset[int]]:
        """The weeks in which each inspector is absent on a working day (R10, G5)."""
        spans: dict[str, list[tuple[date, date]]] = defaultdict(list)
        for absence in self.absences:
            spans[absence.inspector_id].append((absence.start, absence.end))
        busy = self.policy.busy
        beyond = max(busy.lead_preparation_weeks, busy.lead_report_weeks, busy.rest_weeks)
        beyond += self.policy.cps.within_weeks
        return {
            code: opening.absent_weeks(spans[code], self.calendar, beyond)
            for code in self.inspector_of
        }

    @cached_property
    def conflicts_of(self) -> Mapping[str, frozenset[str]]:
        """The authority codes at which each inspector has a conflict of interest (R12)."""
        found: dict[str, set[str]] = {code: set() for code in self.inspector_of}
        for conflict in self.conflicts:
            inside = self.authorities_in.get(conflict.police_force_code, ())
            found[conflict.inspector_id].update(inside, {conflict.la_code} - {""})
        return {code: frozenset(places) for code, places in found.items()}

    def ceiling(self, inspector_id: str) -> int:
        """Deployments that an inspector may have in a programme year (R15)."""
        full = self.policy.ceiling.deployments_per_year
        return -(-full * self.inspector_of[inspector_id].fte_percent // 100)

    def km(self, inspector_id: str, la_code: str) -> float:
        """Great-circle kilometres from an inspector's base to an authority."""
        base, place = self.inspector_of[inspector_id], self.authority_of[la_code]
        return geography.great_circle_km(
            base.latitude, base.longitude, place.latitude, place.longitude
        )

    def tens_of_km(self, inspector_id: str, la_code: str) -> int:
        """The nearest whole number to km / 10, halves up (G4)."""
        return geography.halves_up(self.km(inspector_id, la_code) / 10)
