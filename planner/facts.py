"""A programme as arrays: what never changes while a rota is searched for, by index."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.deployment import Role
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from planner.concerns import concern_options
from planner.fitting import fitting_sizes

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

#: More than any rota's points: the price of what may not be.
FORBIDDEN = np.float32(1e7)


@dataclass(frozen=True)
class Busy:
    """The weeks, counted from the start week, in which a deployment keeps somebody busy."""

    first: int
    last: int
    worked: tuple[int, ...]


class Facts:
    """Arrays over authorities (A), inspectors on site (I), bodies (B) and start weeks (W).

    Authorities and inspectors are sorted by code, so that the order of input never matters.
    """

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.codes = tuple(sorted(programme.authority_of))
        on_site = (each for each in programme.inspectors if each.inspectorate in ON_SITE)
        self.inspectors = tuple(sorted(on_site, key=lambda each: each.inspector_id))
        self.ids = tuple(each.inspector_id for each in self.inspectors)
        self.index_of_code = {code: at for at, code in enumerate(self.codes)}
        self.index_of_id = {code: at for at, code in enumerate(self.ids)}
        self.weeks = programme.weeks
        self.bodies = ON_SITE
        self._nearest_of: dict[int, list[list[int]]] = {}

    @cached_property
    def body_of(self) -> Ints:
        """The body's index of each inspector (I)."""
        return np.array([ON_SITE.index(each.inspectorate) for each in self.inspectors], int)

    @cached_property
    def force_of(self) -> tuple[str, ...]:
        """The force code of each authority (A)."""
        return tuple(self.programme.authority_of[code].police_force_code for code in self.codes)

    @cached_property
    def in_force(self) -> dict[str, tuple[int, ...]]:
        """The authorities of each force."""
        members: dict[str, list[int]] = {}
        for authority, force in enumerate(self.force_of):
            members.setdefault(force, []).append(authority)
        return {force: tuple(each) for force, each in members.items()}

    @cached_property
    def seconded(self) -> Bools:
        """Whether each inspector is seconded (I)."""
        return np.array([each.is_seconded for each in self.inspectors], bool)

    @cached_property
    def most_seconded(self) -> Ints:
        """The most seconded in a part of each size from 0 to 63 (R14); a part of one may be."""
        sizes = np.arange(64)
        share = self.programme.policy.seconded.percent
        return np.where(sizes == 1, 1, sizes * share // 100)

    @cached_property
    def may_lead(self) -> Bools:
        """Whether each inspector may lead by R13 (I)."""
        return np.array([each.may_lead for each in self.inspectors], bool)

    @cached_property
    def fieldwork(self) -> Ints:
        """Fieldwork weeks of one deployment of each inspector (I)."""
        weeks = [self.programme.fieldwork_weeks(each.inspectorate) for each in self.inspectors]
        return np.array(weeks, int)

    @cached_property
    def tens(self) -> Ints:
        """Tens of kilometres from each inspector's base to each authority (I, A)."""
        table = [[self.programme.tens_of_km(who, code) for code in self.codes] for who in self.ids]
        return np.array(table, int).reshape(len(self.ids), len(self.codes))

    @cached_property
    def travel(self) -> Ints:
        """G4's points of each inspector at each authority (I, A)."""
        return self.tens * self.fieldwork[:, None] * self.programme.goals.travel

    @cached_property
    def allowed(self) -> Bools:
        """Whether R12 lets each inspector work at each authority (I, A)."""
        conflicts = self.programme.conflicts_of
        table = [[code not in conflicts[who] for code in self.codes] for who in self.ids]
        return np.array(table, bool).reshape(len(self.ids), len(self.codes))

    @cached_property
    def lateness(self) -> Ints:
        """G1's points of each authority in each start week (A, W)."""
        programme, weeks = self.programme, np.arange(self.weeks)
        due = np.array([programme.due_week_of[code] for code in self.codes])[:, None]
        risk = np.array([programme.risk_weight_of[code] for code in self.codes])[:, None]
        late: Ints = np.maximum(0, weeks[None, :] - due) * risk * programme.goals.priority
        return late

    @cached_property
    def opens(self) -> Bools:
        """Whether each authority may start in each week by R1, R16 and §33 (A, W)."""
        table = np.zeros((len(self.codes), self.weeks), bool)
        for at, code in enumerate(self.codes):
            table[at, list(self.programme.open_starts[code])] = True
        for pin in self.programme.pins:
            if pin.start is not None:
                only = np.arange(self.weeks) == self.programme.calendar.week_of(pin.start)
                table[self.index_of_code[pin.la_code]] &= only
        for concern in self.programme.cps_concerns:
            at = self.index_of_code[concern.la_code]
            for week in np.flatnonzero(table[at]):
                # A slot after which no HMCPSI inspector is free would leave the concern unmet.
                options = concern_options(self.programme, concern, int(week))
                table[at, week] = next(options, None) is not None
        return table

    @cached_property
    def pinned_people(self) -> dict[int, dict[int, Role | None]]:
        """The inspectors pinned to each authority, with the role if one is pinned (R16)."""
        found: dict[int, dict[int, Role | None]] = {}
        for pin in self.programme.pins:
            if pin.inspector_id in self.index_of_id:
                people = found.setdefault(self.index_of_code[pin.la_code], {})
                who = self.index_of_id[pin.inspector_id]
                people[who] = pin.role or people.get(who)
        return found

    @cached_property
    def member_busy(self) -> tuple[Busy, ...]:
        """When a member of each body is busy (B); a body that never comes is never busy."""
        rest = self.programme.policy.busy.rest_weeks
        return tuple(_member_busy(self.programme, body, rest) for body in self.bodies)

    @cached_property
    def lead_busy(self) -> Busy:
        """When a lead is busy: preparation, the two weeks, report writing (R11)."""
        busy = self.programme.policy.busy
        first, last = -busy.lead_preparation_weeks, 1 + busy.lead_report_weeks
        phase = [week - 1 for week in self.programme.policy.phase(Inspectorate.OFSTED)]
        around = [*range(first, 0), *phase, *range(2, last + 1)]
        return Busy(first, last, tuple(around))

    @cached_property
    def absent(self) -> Bools:
        """Whether R10 keeps each inspector from starting as a member in each week (I, W)."""
        patterns = [self.member_busy[body].worked for body in self.body_of]
        return self._absent_in(patterns)

    @cached_property
    def absent_as_lead(self) -> Bools:
        """Whether R10 or R13 keeps each inspector from starting as lead in each week (I, W)."""
        table = self._absent_in([self.lead_busy.worked] * len(self.ids))
        return table | ~self.may_lead[:, None]

    def _absent_in(self, patterns: list[tuple[int, ...]]) -> Bools:
        table = np.zeros((len(self.ids), self.weeks), bool)
        for who, worked in enumerate(patterns):
            away = self.programme.absent_weeks_of[self.ids[who]]
            hit = {week - offset for week in away for offset in worked}
            table[who, [week for week in hit if 0 <= week < self.weeks]] = True
        return table

    @cached_property
    def ceiling(self) -> Ints:
        """Deployments each inspector may have in a programme year (I), by R15."""
        return np.array([self.programme.ceiling(who) for who in self.ids], int)

    @cached_property
    def fte(self) -> Ints:
        """Full-time equivalent of each inspector in hundredths (I)."""
        return np.array([each.fte_percent for each in self.inspectors], int)

    @cached_property
    def counts_for_fairness(self) -> Bools:
        """Whether G5 looks at each inspector (I)."""
        weeks = range(self.weeks)
        away = [len(self.programme.absent_weeks_of[who] & set(weeks)) for who in self.ids]
        return (self.fte >= 50) & (4 * np.array(away, int) <= self.weeks)

    @cached_property
    def ranges(self) -> Ints:
        """Least, target, most by authority, review or not, and body (A, 2, B, 3), by R4."""
        return np.array(
            [
                [[self._range(code, body, review) for body in self.bodies] for review in (0, 1)]
                for code in self.codes
            ],
            int,
        )

    @cached_property
    def ranges_list(self) -> list[list[list[list[int]]]]:
        """``ranges`` as lists, faster to look one up in."""
        ranges: list[list[list[list[int]]]] = self.ranges.tolist()
        return ranges

    @cached_property
    def body_list(self) -> list[int]:
        """``body_of`` as a list, faster to look one up in."""
        bodies: list[int] = self.body_of.tolist()
        return bodies

    def _range(self, code: str, body: Inspectorate, review: int) -> tuple[int, int, int]:
        sizes = self.programme.size_range(code, body, review=bool(review))
        return sizes.least, sizes.target, sizes.most

    def nearest_of(self, body: int) -> list[list[int]]:
        """The inspectors of a body whom R12 allows, nearest first, by authority (A)."""
        if body not in self._nearest_of:
            self._nearest_of[body] = [
                self._nearest(body, authority) for authority in range(len(self.codes))
            ]
        return self._nearest_of[body]

    def _nearest(self, body: int, authority: int) -> list[int]:
        people = np.flatnonzero(self.allowed[:, authority] & (self.body_of == body))
        order = np.argsort(self.tens[people, authority], kind="stable")
        nearest: list[int] = people[order].tolist()
        return nearest

    @cached_property
    def wishes(self) -> NDArray[np.float32]:
        """The sizes to aim for in each week (A, 2, B, W): nearest to target of those that fit R5.

        All -1 where no team fits.
        """
        shape = (len(self.codes), 2, len(self.bodies), self.weeks)
        table = np.full(shape, -1, np.float32)
        for alike in self.weeks_alike:
            for at, code in enumerate(self.codes):
                for review in (0, 1):
                    fitting = fitting_sizes(self.programme, code, int(alike[0]), bool(review))
                    if fitting:
                        sizes = _nearest_sizes(fitting, self.ranges[at, review, :, 1])
                        table[at, review, :, alike] = sizes
        return table

    @cached_property
    def weeks_alike(self) -> list[Ints]:
        """The start weeks, grouped by the working days of both their weeks."""
        working_days = self.programme.calendar.working_days
        days = np.array([len(working_days(week)) for week in range(self.weeks + 1)])
        shapes = days[:-1] * 6 + days[1:]
        return [np.flatnonzero(shapes == shape) for shape in np.unique(shapes)]


def _member_busy(programme: Programme, body: Inspectorate, rest: int) -> Busy:
    worked = tuple(week - 1 for week in programme.policy.phase(body))
    if not worked:
        return Busy(0, -1, ())
    return Busy(worked[0], worked[-1] + rest, worked)


def _nearest_sizes(fitting: tuple[tuple[int, ...], ...], targets: Ints) -> Ints:
    """The sizes with least below target; among these the smallest team, cheapest to send."""
    sizes = np.array(fitting)
    short = np.maximum(0, targets - sizes).sum(axis=1)
    people = sizes.sum(axis=1)
    best: Ints = sizes[np.lexsort((sizes[:, 0], people, short))[0]]
    return best
