"""The board: one rota in the making, with every count that prices or forbids the next step."""

from collections.abc import Iterable
from dataclasses import dataclass

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

    ``review`` says whether the team was sized to carry a force-wide review.
    """

    week: int
    lead: int
    members: tuple[int, ...]
    review: bool


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
        self.calendar = CalendarBoard(facts)
        self.loads = Loads(facts)
        self.travel = 0
        self.shortage = 0
        self._member_busy = [facts.member_busy[body] for body in facts.body_of]
        self._deployments = np.zeros((len(facts.ids), len(facts.programme.calendar.years)), int)
        self._team_weight = facts.programme.goals.team

    def points(self) -> int:
        """The total by problem.md, and a high price for each authority without a slot."""
        rota = self.travel + self.shortage + self.calendar.points + self.loads.points
        return rota + UNPLACED * len(self.unplaced)

    def place(self, authority: int, placement: Placement) -> None:
        """Put an unplaced authority on the board; the caller has seen to the rules."""
        self.placed[authority] = placement
        self.unplaced.discard(authority)
        self.calendar.add(authority, placement.week)
        self._count(authority, placement, 1)

    def remove(self, authority: int) -> Placement:
        """Take an authority off the board; returns where it stood."""
        placement = self.placed[authority]
        assert placement is not None
        self.placed[authority] = None
        self.unplaced.add(authority)
        self.calendar.take(authority, placement.week)
        self._count(authority, placement, -1)
        return placement

    def _count(self, authority: int, placement: Placement, sign: int) -> None:
        travel = self.facts.travel[:, authority]
        week, lead = placement.week, placement.lead
        self._block(lead, week, self.facts.lead_busy, sign)
        moved = int(travel[lead])
        for who in placement.members:
            self._block(who, week, self._member_busy[who], sign)
            moved += int(travel[who])
        self.travel += sign * moved
        self.loads.add((lead, *placement.members), sign)
        self.shortage += sign * self._shortage(authority, placement)

    def _block(self, who: int, week: int, busy: Busy, sign: int) -> None:
        first, last = week + busy.first, week + busy.last
        member, lead = self._member_busy[who], self.facts.lead_busy
        start, stop = max(0, first - member.last), max(0, last - member.first + 1)
        self.blocked[who, start:stop] += sign
        if self.facts.may_lead[who]:
            start, stop = max(0, first - lead.last), max(0, last - lead.first + 1)
            self.blocked_lead[who, start:stop] += sign
        self._count_deployment(who, self.facts.programme.calendar.year_of(week), sign)

    def _count_deployment(self, who: int, year: int, sign: int) -> None:
        before = self._deployments[who, year]
        self._deployments[who, year] = after = before + sign
        full = self.facts.ceiling[who]
        if (before >= full) != (after >= full):
            weeks = self.facts.programme.calendar.years[year]
            self.blocked[who, weeks.start : weeks.stop] += sign
            self.blocked_lead[who, weeks.start : weeks.stop] += sign

    def _shortage(self, authority: int, placement: Placement) -> int:
        return self._team_weight * sum(self.below_target(authority, placement))

    def below_target(self, authority: int, placement: Placement) -> list[int]:
        """By how many each body's part of a team is below target (B)."""
        targets = self.facts.ranges_list[authority][placement.review]
        sizes = self.sizes(placement)
        return [max(0, target - size) for (_, target, _), size in zip(targets, sizes, strict=True)]

    def sizes(self, placement: Placement) -> list[int]:
        """How many of each body a placement deploys (B)."""
        sizes = [0] * len(self.facts.bodies)
        body_of = self.facts.body_list
        sizes[body_of[placement.lead]] += 1
        for who in placement.members:
            sizes[body_of[who]] += 1
        return sizes

    def draft(self) -> Draft:
        """The board as a draft; every authority must be placed."""
        codes, ids = self.facts.codes, self.facts.ids
        placed = {code: each for code, each in zip(codes, self.placed, strict=True) if each}
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
        """Put the authorities of a draft (all of them by default) where it has them."""
        wanted = range(len(self.facts.codes)) if authorities is None else authorities
        todo = [at for at in wanted if self.facts.codes[at] in draft.slots]
        for authority in todo:
            if self.placed[authority] is not None:
                self.remove(authority)
        carriers = self.calendar.carriers_of(
            {self.facts.index_of_code[code]: week for code, week in draft.slots.items()}
        )
        for authority in todo:
            code = self.facts.codes[authority]
            lead = self.facts.index_of_id[draft.leads[code]]
            team = (self.facts.index_of_id[who] for who in draft.teams[code])
            members = tuple(sorted(who for who in team if who != lead))
            placement = Placement(draft.slots[code], lead, members, authority in carriers)
            self.place(authority, placement)
