"""Every way to hold one inspection that breaks none of some members, in plain Python."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import NamedTuple

from models import opening, sizing
from models.deployment import Role
from models.events import Blackout, BlackoutScope
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from planner.conflict.member import Member, Members, Subject

OFSTED = Inspectorate.OFSTED


class Piece(NamedTuple):
    """One inspection: its week, and who comes, True for a lead."""

    week: int
    team: Mapping[str, bool]


@dataclass(frozen=True)
class Held:
    """A programme, and the members that are held to."""

    programme: Programme
    members: Members

    def holds(self, rule: str, subject: Subject = Subject.ALL, key: object = "") -> bool:
        return Member(rule, subject, str(key)) in self.members

    def holds_body(self, rule: str, body: Inspectorate) -> bool:
        return self.holds(rule, Subject.BODY, body.value)

    def rows(self, subject: Subject) -> set[int]:
        return {each.row for each in self.members if each.subject is subject}


class Alone(Held):
    """One inspection by itself."""

    def pieces(self, code: str) -> list[Piece | None]:
        pinned = [
            pin
            for row, pin in enumerate(self.programme.pins)
            if row in self.rows(Subject.PIN) and pin.la_code == code
        ]
        asked = self.holds("universal", Subject.AUTHORITY, code) or bool(pinned)
        found: list[Piece | None] = [] if asked else [None]
        week_of = self.programme.calendar.week_of
        wanted = {pin.inspector_id: pin.role for pin in pinned if pin.inspector_id}
        roles = [(pin.inspector_id, pin.role) for pin in pinned if pin.inspector_id and pin.role]
        for week in range(self.programme.weeks - 1):
            starts = all(pin.start is None or week_of(pin.start) == week for pin in pinned)
            if starts and not self._is_shut(code, week):
                for team in self._teams(code, set(wanted)):
                    right = all(team[who] == (role is Role.LEAD) for who, role in roles)
                    if right and self._is_allowed(code, week, team):
                        found.append(Piece(week, team))
        return found

    def _is_shut(self, code: str, week: int) -> bool:
        calendar = self.programme.calendar
        if self.holds("universal", Subject.CALENDAR):
            shut = opening.shut_weeks(calendar, ())
            if week in shut or week + 1 in shut:
                return True
        return any(
            self._bars(self.programme.blackouts[row], code, week)
            for row in self.rows(Subject.BLACKOUT)
        )

    def _bars(self, blackout: Blackout, code: str, week: int) -> bool:
        scope, key = blackout.scope, blackout.key
        force = self.programme.authority_of[code].police_force_code
        phases: Sequence[int] = (1, 2)
        if scope is BlackoutScope.INSPECTORATE:
            comes = Inspectorate(key) in self.programme.bodies_at(code)
            phases = self.programme.policy.phase(Inspectorate(key)) if comes else ()
        elif key != {BlackoutScope.AUTHORITY: code, BlackoutScope.FORCE: force}.get(scope, key):
            return False
        first, last = blackout.start, blackout.end
        days = [
            day for phase in phases for day in self.programme.calendar.weekdays(week + phase - 1)
        ]
        return any(first <= day <= last for day in days)

    def _teams(self, code: str, pinned: set[str]) -> Iterator[dict[str, bool]]:
        parts = [self._parts(code, body, pinned) for body in ON_SITE]
        for chosen in product(*parts):
            members = [each for part in chosen for each in part]
            yield from self._led(members, pinned, code)

    def _parts(self, code: str, body: Inspectorate, pinned: set[str]) -> list[tuple[str, ...]]:
        people = [each.inspector_id for each in self.programme.inspectors_from[body]]
        must = [each for each in people if each in pinned]
        if not self.programme.policy.phase(body):
            return [()] if not must else []
        least, most = len(must), len(must)
        if self.holds_body("team_size", body):
            least = self.programme.size_range(code, body, review=False).least
            most = self.programme.size_range(code, body, review=True).most
        elif body is OFSTED and self.holds("lead"):
            most = max(1, len(must) + 1)
        return [
            part
            for size in range(least, most + 1)
            for part in combinations(people, size)
            if set(must) <= set(part)
        ]

    def _led(self, team: Sequence[str], pinned: set[str], code: str) -> Iterator[dict[str, bool]]:
        ofsted = [each for each in team if self.programme.inspector_of[each].inspectorate is OFSTED]
        if self.holds("lead"):
            leads = [each for each in ofsted if self.programme.inspector_of[each].may_lead]
            yield from ({each: each == lead for each in team} for lead in leads)
            return
        leading = {
            pin.inspector_id
            for row, pin in enumerate(self.programme.pins)
            if row in self.rows(Subject.PIN) and pin.la_code == code and pin.role is Role.LEAD
        }
        # A lead may rest less than a member: without R13 whoever likes may be one.
        busy = self.programme.policy.busy
        others = [each for each in ofsted if each not in leading]
        most = len(others) if busy.lead_report_weeks < busy.rest_weeks else 0
        for number in range(most + 1) if leading <= set(ofsted) else ():
            for more in combinations(others, number):
                yield {each: each in leading or each in more for each in team}

    def _is_allowed(self, code: str, week: int, team: Mapping[str, bool]) -> bool:
        return (
            all(self._may_come(who, code) for who in team)
            and all(self._is_there(who, week, leads) for who, leads in team.items())
            and self._is_established(team)
            and self._fits(code, week, team)
        )

    def _may_come(self, who: str, code: str) -> bool:
        force = self.programme.authority_of[code].police_force_code
        rows = (self.programme.conflicts[row] for row in self.rows(Subject.CONFLICT))
        return not any(
            row.inspector_id == who and (row.la_code == code or row.police_force_code == force)
            for row in rows
        )

    def _worked(self, who: str, week: int, leads: bool) -> Iterator[date]:
        busy = self.programme.policy.busy
        body = self.programme.inspector_of[who].inspectorate
        weeks = [week + phase - 1 for phase in self.programme.policy.phase(body)]
        if leads:
            weeks += [week - each for each in range(1, busy.lead_preparation_weeks + 1)]
            weeks += [week + 1 + each for each in range(1, busy.lead_report_weeks + 1)]
        for each in weeks:
            yield from self.programme.calendar.working_days(each)

    def _is_there(self, who: str, week: int, leads: bool) -> bool:
        rows = [self.programme.absences[row] for row in self.rows(Subject.ABSENCE)]
        mine = [each for each in rows if each.inspector_id == who]
        days = self._worked(who, week, leads) if mine else ()
        return not any(each.start <= day <= each.end for day in days for each in mine)

    def _is_established(self, team: Mapping[str, bool]) -> bool:
        percent = self.programme.policy.seconded.percent
        for body in ON_SITE:
            part = [
                self.programme.inspector_of[each]
                for each in team
                if self.programme.inspector_of[each].inspectorate is body
            ]
            seconded = sum(each.is_seconded for each in part)
            too_many = len(part) > 1 and 100 * seconded > percent * len(part)
            if self.holds_body("established", body) and too_many:
                return False
        return True

    def _fits(self, code: str, week: int, team: Mapping[str, bool]) -> bool:
        """R5, counted here: of two leads, which R13 alone forbids, the check would make a pair."""
        policy, band = self.programme.policy, self.programme.band_of[code]
        for phase in (1, 2) if self.holds("seven_on_site") else ():
            days = len(self.programme.calendar.working_days(week + phase - 1))
            owed = []
            for who, leads in team.items():
                body = self.programme.inspector_of[who].inspectorate
                if phase in policy.phase(body):
                    owed.append((body, sizing.days_owed(body, band, days, policy, lead=leads)))
            daily = [body for body, number in owed if number == days]
            others = {body for body, _ in owed} - {OFSTED, *daily}
            if days and sum(number for _, number in owed) > policy.on_site.most * days:
                return False
            if days and phase == 2 and len(daily) + len(others) > policy.on_site.most:
                return False
        return True
