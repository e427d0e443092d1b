"""A re-plan's question: what stands, what is frozen, what is still ahead (Re-plan)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from models.deployment import Deployment, Role
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota
from planner.assemble import busy_weeks
from planner.draft import Draft
from planner.scope import StoodIn


class TakeOver(NamedTuple):
    """One inspector takes over the place of another who is lost, from a working day on.

    Where the lost one has been on site already, that deployment stays and the other is a
    substitute; else the other comes instead. ``leads`` says that the place is the lead's.
    """

    la_code: str
    lost: str
    inspector_id: str
    since: date
    leads: bool
    lost_stays: bool


#: One inspectorate's part of the team at one authority.
Part = tuple[str, Inspectorate]
#: An inspector, and whether he or she leads.
Pair = tuple[str, bool]

EVERY_BODY = frozenset(ON_SITE)


@dataclass(frozen=True)
class Question:
    """The programme with its changes folded in, the baseline, and the day on which it is asked.

    ``unfrozen`` are the authorities whose date may be known: the freeze does not hold them.
    ``taken`` are the places of people lost on site that others take over. A ``broken`` baseline
    may break rules that no change has to do with.
    """

    programme: Programme
    baseline: Rota
    today: date
    freeze_weeks: int
    unfrozen: frozenset[str] = frozenset()
    taken: tuple[TakeOver, ...] = ()
    broken: bool = False

    @cached_property
    def slots(self) -> Mapping[str, int]:
        """The baseline's start weeks of the authorities that the programme still has."""
        week_of, known = self.programme.calendar.week_of, self.programme.authority_of
        return {
            code: week_of(each.start)
            for code, each in self.baseline.inspection_of.items()
            if code in known
        }

    @cached_property
    def begun(self) -> frozenset[str]:
        """The authorities whose inspection started before today: their slot never changes."""
        monday = self.programme.calendar.monday
        return frozenset(code for code, week in self.slots.items() if monday(week) < self.today)

    @cached_property
    def under_way(self) -> tuple[str, ...]:
        """The authorities that have begun and whose second week is not over."""
        monday = self.programme.calendar.monday
        return tuple(
            code for code in sorted(self.begun) if monday(self.slots[code] + 2) > self.today
        )

    @cached_property
    def _away(self) -> Mapping[str, tuple[tuple[date, date], ...]]:
        """The first and last days of everybody's absences."""
        found: dict[str, list[tuple[date, date]]] = defaultdict(list)
        for absence in self.programme.absences:
            found[absence.inspector_id].append((absence.start, absence.end))
        return {who: tuple(spans) for who, spans in found.items()}

    def is_away(self, inspector_id: str, day: date) -> bool:
        """Whether somebody is absent on a day."""
        return any(start <= day <= end for start, end in self._away.get(inspector_id, ()))

    def busy_for(self, inspector_id: str, first: int, last: int) -> Iterator[str]:
        """The authorities for which the baseline keeps somebody busy in weeks first to last."""
        for each in self.baseline.deployments_of.get(inspector_id, ()):
            week = self.slots.get(each.la_code)
            if week is not None:
                begins, ends = busy_weeks(self.programme, inspector_id, each.role, week)
                if begins <= last and first <= ends:
                    yield each.la_code

    @cached_property
    def frozen(self) -> frozenset[str]:
        """The authorities that start within the freeze; what is left of one begun counts too."""
        until = self.today + timedelta(weeks=self.freeze_weeks)
        monday = self.programme.calendar.monday
        near = (code for code, week in self.slots.items() if monday(week) < until)
        return frozenset(code for code in near if code not in self.unfrozen or code in self.begun)

    @cached_property
    def new(self) -> frozenset[str]:
        """The authorities that the baseline lacks: they are placed, which moves nothing."""
        return frozenset(self.programme.authority_of.keys() - self.slots.keys())

    def bodies_ahead(self, la_code: str) -> frozenset[Inspectorate]:
        """The inspectorates whose part may still change: at one begun, those not yet due."""
        if la_code not in self.begun:
            return EVERY_BODY
        phase, week = self.programme.policy.phase, self.slots[la_code]
        return frozenset(body for body in ON_SITE if phase(body) and self._is_ahead(body, week))

    def _is_ahead(self, body: Inspectorate, week: int) -> bool:
        first = self.programme.policy.phase(body)[0]
        return self.programme.calendar.monday(week + first - 1) >= self.today

    @cached_property
    def ahead(self) -> Mapping[str, frozenset[Inspectorate]]:
        """The inspectorates that may still change at each authority with a slot, if any may."""
        parts = {code: self.bodies_ahead(code) for code in sorted(self.slots)}
        return {code: bodies for code, bodies in parts.items() if bodies}

    @cached_property
    def pairs(self) -> Mapping[Part, frozenset[Pair]]:
        """Who is deployed in each part of the baseline, stand-ins aside."""
        found: dict[Part, set[Pair]] = defaultdict(set)
        stand_ins = {(each.la_code, each.inspector_id) for each in self.stood_before}
        for each in self.baseline.deployments:
            body = self.body_of(each)
            if (
                each.la_code in self.slots
                and body in EVERY_BODY
                and (each.la_code, each.inspector_id) not in stand_ins
            ):
                found[each.la_code, body].add((each.inspector_id, each.role is Role.LEAD))
        return {part: frozenset(pairs) for part, pairs in found.items()}

    def body_of(self, deployment: Deployment) -> Inspectorate | None:
        """The inspectorate; of somebody whom the programme no longer has, as the rota says."""
        known = self.programme.inspector_of.get(deployment.inspector_id)
        return known.inspectorate if known else deployment.inspectorate

    @cached_property
    def stood_before(self) -> tuple[StoodIn, ...]:
        """Those who stand in for somebody in the baseline already."""
        return tuple(
            self._stood(each, lead=each.role is Role.LEAD)
            for each in stand_ins(self.baseline)
            if each.la_code in self.slots and each.inspector_id in self.programme.inspector_of
        )

    def _stood(self, deployment: Deployment, *, lead: bool) -> StoodIn:
        who, week = deployment.inspector_id, self.slots[deployment.la_code]
        days = [
            each.date
            for each in self.baseline.attendance_at.get(deployment.la_code, ())
            if each.inspector_id == who
        ]
        first = min(days, default=deployment.busy_from)
        since = self.programme.calendar.week_of(first) if first else week
        return self.stood_in(who, deployment.la_code, since, lead=lead)

    def stood_in(self, inspector_id: str, la_code: str, since: int, *, lead: bool) -> StoodIn:
        """A stand-in who comes from week ``since`` on, busy to the end that the role brings."""
        role, week = Role.LEAD if lead else Role.MEMBER, self.slots[la_code]
        first, last = busy_weeks(self.programme, inspector_id, role, week)
        return StoodIn(inspector_id, la_code, week, max(first, since), last)

    @cached_property
    def called_away(self) -> tuple[StoodIn, ...]:
        """Those who take over a place from now on, and when that keeps them busy."""
        week_of = self.programme.calendar.week_of
        return tuple(
            self.stood_in(each.inspector_id, each.la_code, week_of(each.since), lead=each.leads)
            for each in self.taken
        )

    @cached_property
    def stood(self) -> tuple[StoodIn, ...]:
        """Everybody who stands in for somebody on site, before and from now on."""
        pairs = zip(self.taken, self.called_away, strict=True)
        return (*self.stood_before, *(stood for taken, stood in pairs if taken.lost_stays))

    @cached_property
    def draft(self) -> Draft:
        """The baseline's decisions, of people and authorities that the programme still has."""
        known = self.programme.inspector_of
        instead = {
            (each.la_code, each.lost): each.inspector_id
            for each in self.taken
            if not each.lost_stays
        }
        teams: dict[str, set[str]] = {code: set() for code in self.slots}
        leads: dict[str, str] = {}
        for (code, _), pairs in self.pairs.items():
            for before, is_lead in sorted(pairs):
                inspector_id = instead.get((code, before), before)
                if inspector_id in known:
                    teams[code].add(inspector_id)
                    leads |= {code: inspector_id} if is_lead else {}
        whole = {code: frozenset(team) for code, team in teams.items()}
        return Draft(slots=dict(self.slots), teams=whole, leads=leads)


def stand_ins(rota: Rota) -> tuple[Deployment, ...]:
    """Those who took the place of somebody lost on site: substitutes, and a second lead.

    Of two leads of one team the one who came later took over.
    """
    found = [each for each in rota.deployments if each.role is Role.SUBSTITUTE]
    for code, team in rota.team_of.items():
        leads = [each for each in team if each.role is Role.LEAD]
        if len(leads) > 1:
            first_day = {
                each.inspector_id: min(
                    (
                        row.date
                        for row in rota.attendance_at.get(code, ())
                        if row.inspector_id == each.inspector_id
                    ),
                    default=date.max,
                )
                for each in leads
            }
            found += sorted(leads, key=lambda each: first_day[each.inspector_id])[1:]
    return tuple(found)
