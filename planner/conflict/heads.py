"""Head-count: what each inspectorate must send in a run of weeks against who is there (R4 to R15).

Necessary, not sufficient: whoever may be in one place at a time is in as many runs of weeks as it
pleases here, and each run counts people, not names. So what does not fit here fits nowhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from ortools.sat.python import cp_model

from models import opening
from models.inspector import Inspector
from models.inspectorate import Inspectorate
from models.programme import Programme
from planner.arithmetic.room import Room, Span
from planner.conflict.counts import Alike
from planner.conflict.member import FIRST, LEAD, Member, Subject, fact, inspected, of_body
from planner.conflict.switches import Switches

OFSTED = Inspectorate.OFSTED
#: The most combinations of absences that together keep one person away from a run of weeks.
MOST_WAYS = 8

Terms = list[tuple[cp_model.IntVar, int]]


class Heads:
    """Posts the head-count of every inspectorate that comes."""

    def __init__(self, switches: Switches, programme: Programme, groups: Sequence[Alike]) -> None:
        self.switches, self.programme, self.room = switches, programme, Room(programme)
        self.groups, self.weeks = groups, programme.weeks - 1
        self._away: dict[tuple[str, int, int, Span], cp_model.IntVar | None] = {}
        self._rows = _rows_by_week(programme)
        self._reviews = self._post_reviews()

    def post(self) -> None:
        """Post runs of weeks and years for members, for leads, and for both of Ofsted."""
        for body in self.room.coming:
            people = self.programme.inspectors_from[body]
            held = [of_body("team_size", body), of_body("one_place", body)]
            self._post_present(people, body)
            self._post_runs(shortest_span(self.room, body), people, held, body)
            self._post_years(people, body, [of_body("ceiling", body), held[0]])
        if OFSTED in self.room.coming:
            leads = [LEAD, of_body("one_place", OFSTED)]
            self._post_runs(self.room.lead_span, self.room.leads, leads, None)
            self._post_years(self.room.leads, None, [of_body("ceiling", OFSTED), LEAD])
            self._post_both()

    def _needed(self, week: int, body: Inspectorate | None) -> Terms:
        """How many of a body start in a week at least; leads where no body is named."""
        if not 0 <= week < self.weeks:
            return []
        if body is None:
            return [(each.starts[week], 1) for each in self.groups]
        leasts = ((each.starts[week], self.room.least(each.codes[0], body)) for each in self.groups)
        extra = self._reviews[week : week + 1] if body is Inspectorate.HMIC else []
        return [*((starts, least) for starts, least in leasts if least), *extra]

    def _post_present(self, people: Sequence[Inspector], body: Inspectorate) -> None:
        """No inspection starts where fewer are there than it needs, whatever else they do (R10)."""
        span, team = self.room.member_span(body), self.switches.of(of_body("team_size", body))
        cp = self.switches.cp
        for week in range(self.weeks):
            barred = [
                each
                for each in self._barred(people, span, range(week, week + 1))
                if each is not None
            ]
            needing: dict[int, list[Alike]] = defaultdict(list)
            for group in self.groups:
                needing[self.room.least(group.codes[0], body)].append(group)
            for least, groups in needing.items():
                if least > len(people) - len(barred):
                    enough = cp.new_bool_var(f"enough[{body.value},{week},{least}]")
                    cp.add(cp_model.LinearExpr.sum(barred) + least * enough <= len(people))
                    for group in groups:
                        cp.add(group.starts[week] == 0).only_enforce_if(enough.negated(), team)

    def _post_runs(
        self,
        span: Span,
        people: Sequence[Inspector],
        held: Sequence[Member],
        body: Inspectorate | None,
    ) -> None:
        """Starts in so short a run of weeks all keep busy at once: each needs people of its own."""
        for first in range(self.weeks):
            barred_before: list[cp_model.IntVar] = []
            for length in range(span.length, 0, -1):
                weeks = range(first, min(first + length, self.weeks))
                barred = [each for each in self._barred(people, span, weeks) if each is not None]
                # A shorter run says something only where more people are away from all of it.
                if length == span.length or len(barred) > len(barred_before):
                    terms = [term for week in weeks for term in self._needed(week, body)]
                    self._limit(terms, len(people), barred, held)
                    barred_before = barred

    def _barred(
        self, people: Sequence[Inspector], span: Span, weeks: range
    ) -> Iterator[cp_model.IntVar | None]:
        for each in people:
            key = (each.inspector_id, weeks.start, weeks.stop, span)
            if key not in self._away:
                self._away[key] = self._away_from(each, span, weeks)
            yield self._away[key]

    def _away_from(self, person: Inspector, span: Span, weeks: range) -> cp_model.IntVar | None:
        """The literal "absences keep this person from every start in these weeks" (R10)."""
        rows_of = self._rows[person.inspector_id]
        if not rows_of:
            return None
        by_start = [
            {row for offset in span.worked for row in rows_of.get(week + offset, ())}
            for week in weeks
        ]
        if not by_start or not all(by_start):
            return None
        ways = {frozenset([row]) for row in set[int].intersection(*by_start)}
        ways |= {frozenset(way) for way in _first(product(*map(sorted, by_start)), MOST_WAYS)}
        shortest = [way for way in ways if not any(other < way for other in ways)]
        if len(shortest) == 1 and len(shortest[0]) == 1:
            return self._switch(next(iter(shortest[0])))
        away = self.switches.cp.new_bool_var(f"away[{person.inspector_id},{weeks.start}]")
        for way in shortest:
            self.switches.cp.add_bool_or(away, *(self._switch(row).negated() for row in way))
        return away

    def _switch(self, row: int) -> cp_model.IntVar:
        return self.switches.of(fact("available", Subject.ABSENCE, row))

    def _limit(
        self,
        terms: Terms,
        most: int,
        barred: Sequence[cp_model.IntVar],
        held: Sequence[Member],
    ) -> None:
        if not terms:
            return
        total = cp_model.LinearExpr.weighted_sum(
            [*(each for each, _ in terms), *barred],
            [*(weight for _, weight in terms), *[1] * len(barred)],
        )
        literals = [self.switches.of(member) for member in held]
        self.switches.cp.add(total <= most).only_enforce_if(*literals)

    def _post_years(
        self, people: Sequence[Inspector], body: Inspectorate | None, held: Sequence[Member]
    ) -> None:
        """A year's deployments against everybody's ceiling (R15)."""
        span = self.room.lead_span if body is None else self.room.member_span(body)
        ceilings = [self.programme.ceiling(each.inspector_id) for each in people]
        for year in self.programme.calendar.years:
            terms = [term for week in year for term in self._needed(week, body)]
            away = self._barred(people, span, range(year[0], min(year[-1] + 1, self.weeks)))
            # Whoever is away all year can take on nothing in it.
            terms += [
                (each, most) for each, most in zip(away, ceilings, strict=True) if each is not None
            ]
            self._limit(terms, sum(ceilings), (), held)

    def _post_both(self) -> None:
        """Leads and members of Ofsted are the same people, busy for spans of two lengths."""
        member, lead = self.room.member_span(OFSTED), self.room.lead_span
        people = self.programme.inspectors_from[OFSTED]
        held = [LEAD, of_body("team_size", OFSTED), of_body("one_place", OFSTED)]
        for week in range(-lead.last, self.programme.weeks + lead.last):
            led = range(week - lead.last, week - lead.first + 1)
            joined = range(week - member.last, week - member.first + 1)
            weeks = range(min(led.start, joined.start), max(led.stop, joined.stop))
            terms = [
                (each.starts[start], self.room.least(each.codes[0], OFSTED) - 1)
                for start in joined
                if 0 <= start < self.weeks
                for each in self.groups
            ]
            terms += [term for start in led for term in self._needed(start, None)]
            both = range(max(0, weeks.start), min(weeks.stop, self.weeks))
            barred = [each for each in self._barred(people, member, both) if each is not None]
            self._limit(terms, len(people), barred, held)

    def _post_reviews(self) -> Terms:
        """For each force, in a week with a start, HMIC sends more for the review (R6).

        Said of all forces together, and only where every authority is inspected.
        """
        cp, extra = self.switches.cp, self.programme.policy.force_wide_review.extra_hmic
        if not extra or not self.programme.policy.phase(Inspectorate.HMIC):
            return []
        begun, free = self.switches.held, [code for each in self.groups for code in each.codes]
        # A force with an inspection that has begun has had its first.
        forces = sum(
            not any(code in begun for code in each)
            for each in self.programme.authorities_in.values()
        )
        reviews = [cp.new_int_var(0, forces, f"reviews[{week}]") for week in range(self.weeks)]
        for week, number in enumerate(reviews):
            cp.add(number <= cp_model.LinearExpr.sum([each.starts[week] for each in self.groups]))
        everybody = [inspected(code) for code in free]
        held = [self.switches.of(member) for member in (FIRST, *everybody)]
        cp.add(cp_model.LinearExpr.sum(reviews) >= forces).only_enforce_if(*held)
        return [(number, extra) for number in reviews]


def shortest_span(room: Room, body: Inspectorate) -> Span:
    """The weeks that somebody of a body is busy in whatever the role; a lead may rest less."""
    member, lead = room.member_span(body), room.lead_span
    if body is not OFSTED:
        return member
    return Span(member.worked, max(member.first, lead.first), min(member.last, lead.last))


def _rows_by_week(programme: Programme) -> Mapping[str, Mapping[int, Sequence[int]]]:
    """Which absences keep each person from working in each week, by row."""
    busy = programme.policy.busy
    beyond = max(busy.lead_preparation_weeks, busy.lead_report_weeks, busy.rest_weeks)
    found: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, each in enumerate(programme.absences):
        weeks = opening.absent_weeks([(each.start, each.end)], programme.calendar, beyond)
        for week in weeks:
            found[each.inspector_id][week].append(row)
    return found


def _first(ways: Iterator[tuple[int, ...]], most: int) -> Iterator[tuple[int, ...]]:
    return (way for _, way in zip(range(most), ways, strict=False))
