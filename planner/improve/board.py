"""The board: one rota in the making, with every count that prices or forbids the next step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from planner.draft import Draft
from planner.facts import Busy, Facts
from planner.improve.calendar_board import CalendarBoard
from planner.improve.loads import Loads

#: Points for each authority without a slot, so that a whole rota is always better.
UNPLACED = 20_000


@dataclass(frozen=True, slots=True)
class Placement:
    """One inspection as placed: start week, lead, members (the lead not among them).

    ``review`` says whether the team was sized to carry a force-wide review; ``travel`` and
    ``shortage`` are the points of its kilometres and of its bodies below target.
    """

    week: int
    lead: int
    members: tuple[int, ...]
    review: bool
    travel: int
    shortage: int


class Board:
    """Placements, the weeks in which each inspector is still free, and the running points.

    ``blocked[i, w]`` counts the reasons why inspector i cannot start as a member in week w;
    ``blocked_lead`` likewise as lead. Zero means free.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.blocked = facts.absent.astype(np.int16)
        self.blocked_lead = facts.absent_as_lead.astype(np.int16)
        self.placed: list[Placement | None] = [None] * len(facts.codes)
        self.unplaced: set[int] = set(range(len(facts.codes)))
        self.held_by: list[set[int]] = [set() for _ in facts.ids]
        self.calendar = CalendarBoard(facts)
        self.loads = Loads(facts)
        self.travel = 0
        self.shortage = 0
        self._rows = list(self.blocked)
        self._lead_rows = list(self.blocked_lead)
        self._body = facts.body_list
        self._may_lead = facts.may_lead.tolist()
        self._ceiling = facts.ceiling.tolist()
        self._travel = facts.travel.T.tolist()
        self._lead_spans = _spans(facts, facts.lead_busy, facts.member_busy[0])
        self._member_spans = [_spans(facts, busy, busy) for busy in facts.member_busy]
        calendar = facts.programme.calendar
        self._year_of = [calendar.year_of(week) for week in range(facts.weeks)]
        self._deployments = [[0] * len(calendar.years) for _ in facts.ids]
        self._team_weight = facts.programme.goals.team

    @classmethod
    def holding(cls, facts: Facts, draft: Draft) -> Self:
        """A board that has every authority where a whole draft has it."""
        board = cls(facts)
        board.load(draft)
        return board

    def points(self) -> int:
        """The total by problem.md, and a high price for each authority without a slot."""
        rota = self.travel + self.shortage + self.calendar.points + self.loads.points
        return rota + UNPLACED * len(self.unplaced)

    def points_by_goal(self) -> dict[str, int]:
        """The points of a whole rota by goal."""
        late, spacing, level = self.calendar.points_by_goal()
        return {
            "priority": late,
            "team": self.shortage,
            "spacing": spacing,
            "travel": self.travel,
            "fairness": self.loads.points,
            "level": level,
        }

    def place(self, authority: int, placement: Placement) -> None:
        """Put an unplaced authority on the board; the caller has seen to the rules."""
        self.placed[authority] = placement
        self.unplaced.discard(authority)
        self.calendar.add(authority, placement.week)
        for who in (placement.lead, *placement.members):
            self.held_by[who].add(authority)
        self._count(placement, 1)

    def remove(self, authority: int) -> Placement:
        """Take an authority off the board; returns where it stood."""
        placement = self.placed[authority]
        assert placement is not None
        self.placed[authority] = None
        self.unplaced.add(authority)
        self.calendar.take(authority, placement.week)
        for who in (placement.lead, *placement.members):
            self.held_by[who].discard(authority)
        self._count(placement, -1)
        return placement

    def _count(self, placement: Placement, sign: int) -> None:
        week = placement.week
        year = self._year_of[week]
        self._block(placement.lead, self._lead_spans[week], year, sign)
        for who in placement.members:
            self._block(who, self._member_spans[self._body[who]][week], year, sign)
        self.travel += sign * placement.travel
        self.shortage += sign * placement.shortage
        self.loads.add((placement.lead, *placement.members), sign)

    def _block(self, who: int, spans: tuple[slice, slice], year: int, sign: int) -> None:
        self._rows[who][spans[0]] += sign
        if self._may_lead[who]:
            self._lead_rows[who][spans[1]] += sign
        before = self._deployments[who][year]
        self._deployments[who][year] = before + sign
        if before + (sign > 0) == self._ceiling[who]:
            weeks = self.facts.programme.calendar.years[year]
            self._rows[who][weeks.start : weeks.stop] += sign
            self._lead_rows[who][weeks.start : weeks.stop] += sign

    def admits(self, authority: int, placement: Placement) -> bool:
        """Whether an unplaced authority may stand so beside all that is placed."""
        week = placement.week
        return bool(
            self.calendar.open_weeks(authority)[week]
            and self.blocked_lead[placement.lead, week] == 0
            and all(self.blocked[who, week] == 0 for who in placement.members)
        )

    def placement(
        self, authority: int, week: int, lead: int, members: Iterable[int], review: bool
    ) -> Placement:
        """Price a placement: its travel, and what its team lacks."""
        team = tuple(members)
        travel = self._travel[authority]
        spent = travel[lead] + sum(travel[who] for who in team)
        sizes = self.sizes(lead, team)
        targets = self.facts.ranges_list[authority][review]
        lacks = sum(max(0, t - size) for (_, t, _), size in zip(targets, sizes, strict=True))
        return Placement(week, lead, team, review, spent, self._team_weight * lacks)

    def sizes(self, lead: int, members: Iterable[int]) -> list[int]:
        """How many of each body a team has (B)."""
        sizes = [0] * len(self.facts.bodies)
        sizes[self._body[lead]] += 1
        for who in members:
            sizes[self._body[who]] += 1
        return sizes

    def draft(self) -> Draft:
        """The board as a draft; every authority must be placed."""
        return self.draft_with(self.placed)

    def draft_with(self, placements: Sequence[Placement | None]) -> Draft:
        """A draft of placements, one for every authority (A)."""
        codes, ids = self.facts.codes, self.facts.ids
        placed = {code: each for code, each in zip(codes, placements, strict=True) if each}
        assert len(placed) == len(codes)
        return Draft(
            slots={code: each.week for code, each in placed.items()},
            teams={
                code: frozenset(ids[who] for who in (each.lead, *each.members))
                for code, each in placed.items()
            },
            leads={code: ids[each.lead] for code, each in placed.items()},
        )

    def load(self, draft: Draft, authorities: Iterable[int] | None = None) -> None:
        """Put unplaced authorities (all of them by default) where a whole draft has them."""
        wanted = range(len(self.facts.codes)) if authorities is None else authorities
        todo = [at for at in wanted if self.placed[at] is None]
        carriers = self.calendar.carriers_of(
            {self.facts.index_of_code[code]: week for code, week in draft.slots.items()}
        )
        for authority in todo:
            self.place(authority, self.placement_in(draft, authority, authority in carriers))

    def placement_in(self, draft: Draft, authority: int, review: bool) -> Placement:
        """The placement that a draft gives an authority."""
        code, index_of = self.facts.codes[authority], self.facts.index_of_id
        lead = index_of[draft.leads[code]]
        team = sorted(index_of[who] for who in draft.teams[code])
        members = [who for who in team if who != lead]
        return self.placement(authority, draft.slots[code], lead, members, review)


def _spans(facts: Facts, busy: Busy, member: Busy) -> list[tuple[slice, slice]]:
    """The start weeks that a deployment in each week takes from the same person (W).

    First those as a member (busy as ``member``), then those as lead.
    """
    spans = []
    for week in range(facts.weeks):
        first, last = week + busy.first, week + busy.last
        as_member = slice(max(0, first - member.last), max(0, last - member.first + 1))
        lead = facts.lead_busy
        as_lead = slice(max(0, first - lead.last), max(0, last - lead.first + 1))
        spans.append((as_member, as_lead))
    return spans
