"""The scan: for one unplaced inspection, the price of every week with the cheapest free team."""

from dataclasses import dataclass

import numpy as np

from models.deployment import Role
from models.inspectorate import ON_SITE, Inspectorate
from planner.facts import FORBIDDEN, Bools, Facts, Floats, Ints
from planner.improve.board import Board, Placement

OFSTED = ON_SITE.index(Inspectorate.OFSTED)
HMIC = ON_SITE.index(Inspectorate.HMIC)
#: Ranks somebody pinned before everybody else.
PINNED = -100_000.0


class Candidates:
    """Who may come to one authority, grouped by body, nearest first.

    ``people`` (K) are members; ``leads`` (L) may lead. ``below[j, k]`` is 1 where k is of j's body
    and ranks no later than j, so that ``below @ free`` counts those free up to each rank.
    """

    def __init__(self, facts: Facts, authority: int, ofsted_share: float) -> None:
        allowed = facts.allowed[:, authority]
        pinned = facts.pinned_people.get(authority, {})
        groups = []
        for body in range(len(facts.bodies)):
            if facts.ranges[authority, 1, body, 2] > 0:
                group = _nearest(facts, authority, allowed & (facts.body_of == body))
                keep = len(group)
                if body == OFSTED:
                    keep = max(18, int(np.ceil(ofsted_share * len(group))))
                groups.append([who for at, who in enumerate(group) if at < keep or who in pinned])
        leads = _nearest(facts, authority, allowed & facts.may_lead)
        if lead_pins := [who for who, role in pinned.items() if role is Role.LEAD]:
            leads = [who for who in leads if who in lead_pins]
        leads = [who for who in leads if pinned.get(who, Role.LEAD) is not Role.MEMBER]
        self.leads: Ints = np.array(leads, int)
        if groups:
            groups[0] = sorted({*groups[0], *leads})
        self.people: Ints = np.array([who for group in groups for who in group], int)
        self.body: Ints = facts.body_of[self.people]
        self.member_pins = [who for who, role in pinned.items() if role is not Role.LEAD]
        same = self.body[:, None] == self.body[None, :]
        self.below: Floats = (np.tri(len(self.people), dtype=bool) & same).astype(np.float32)
        self.groups: Floats = (np.arange(len(facts.bodies))[:, None] == self.body).astype(
            np.float32
        )
        self.travel = facts.travel[self.people, authority].astype(np.float32)
        self.lead_travel = facts.travel[self.leads, authority].astype(np.float32)
        self.rank = self.body * 1e6 + PINNED * np.isin(self.people, self.member_pins)
        self.may_be_seconded = bool(facts.seconded[self.people].any())


def _nearest(facts: Facts, authority: int, who: Bools) -> list[int]:
    people = np.flatnonzero(who)
    order = np.argsort(facts.travel[people, authority], kind="stable")
    return [int(each) for each in people[order]]


@dataclass(slots=True)
class Priced:
    """The outcome of a scan over the weeks still open (V of them).

    ``prices`` are points, or FORBIDDEN; ``chosen[k, v]`` marks the members of ``order`` picked
    in ``weeks[v]``, ``leads[v]`` the lead; ``review[v]`` whether the review is carried.
    """

    weeks: Ints
    prices: Floats
    order: Ints
    chosen: Bools
    leads: Ints
    review: Bools

    def placement(self, board: Board, authority: int, at: int) -> Placement:
        """The placement priced at ``prices[at]``."""
        members = self.order[self.chosen[:, at]].tolist()
        week, lead = int(self.weeks[at]), int(self.leads[at])
        return board.placement(authority, week, lead, members, bool(self.review[at]))


class Scanner:
    """Scans a board; ``person_price`` (I) holds points added for sending each inspector."""

    def __init__(self, facts: Facts, ofsted_share: float = 0.4) -> None:
        self.facts = facts
        self.person_price: Floats = np.zeros(len(facts.ids), np.float32)
        self._candidates = [
            Candidates(facts, authority, ofsted_share) for authority in range(len(facts.codes))
        ]
        share = facts.programme.policy.seconded.percent
        sizes = np.arange(64)
        #: The most seconded of one part of each size (R14): a part of one may be seconded.
        self._most_seconded = np.where(sizes == 1, 1, sizes * share // 100).astype(np.float32)
        self._team_weight = np.float32(facts.programme.goals.team)

    def scan(self, board: Board, authority: int, weeks: Bools | None = None) -> Priced | None:
        """Price the weeks that the rules leave open (of ``weeks``, if given); None if none."""
        opens = board.calendar.open_weeks(authority)
        if weeks is not None:
            opens = opens & weeks
        columns = np.flatnonzero(opens)
        if not len(columns):
            return None
        carries = board.calendar.room_of[authority].would_carry()[columns]
        wishes = self.facts.wishes[authority]
        wish = np.where(carries, wishes[1][:, columns], wishes[0][:, columns])
        priced = self._teams(board, authority, columns, wish, carries)
        priced.prices += board.calendar.prices(authority)[columns]
        return priced

    def _teams(
        self, board: Board, authority: int, columns: Ints, wish: Floats, carries: Bools
    ) -> Priced:
        each = self._candidates[authority]
        leads, lead_price, has_lead = self._leads(board, each, columns)
        price = each.travel + self.person_price[each.people]
        ranked = np.argsort(each.rank + price, kind="stable")
        order, price = each.people[ranked], price[ranked]
        free = board.blocked[order[:, None], columns] == 0
        prices = np.where(has_lead, lead_price, FORBIDDEN)
        for who in each.member_pins:
            prices[~free[np.flatnonzero(order == who)[0]]] = FORBIDDEN
        self._keep_back(free, order, leads)
        wanted = wish.copy()
        wanted[OFSTED] -= 1
        chosen, sizes = self._choose(each, order, free, wanted, wish)
        sizes[OFSTED] += 1
        prices += price @ chosen
        ranges = self.facts.ranges[authority][carries.astype(int)]
        prices += self._team_weight * np.maximum(0, ranges[:, :, 1].T - sizes).sum(axis=0)
        broken = (sizes < ranges[:, :, 0].T).any(axis=0) | (wish[OFSTED] < 0)
        prices[broken] = FORBIDDEN
        return Priced(columns, prices.astype(np.float32), order, chosen, leads, carries)

    def _leads(self, board: Board, each: Candidates, columns: Ints) -> tuple[Ints, Floats, Bools]:
        """The cheapest free lead of each week, the price, and whether there is one."""
        if not len(each.leads):
            nobody = np.zeros(len(columns), int)
            return nobody, nobody.astype(np.float32), np.zeros(len(columns), bool)
        price = each.lead_travel + self.person_price[each.leads]
        ranked = np.argsort(price, kind="stable")
        leads = each.leads[ranked]
        free = board.blocked_lead[leads[:, None], columns] == 0
        first = free.argmax(axis=0)
        return leads[first], price[ranked][first], free.any(axis=0)

    def _keep_back(self, free: Bools, order: Ints, leads: Ints) -> None:
        """Strike the lead of each week from those free to be a member."""
        place = np.zeros(len(self.facts.ids), int)
        place[order] = np.arange(len(order))
        free[place[leads], np.arange(len(leads))] = False

    def _choose(
        self, each: Candidates, order: Ints, free: Bools, wanted: Floats, wish: Floats
    ) -> tuple[Bools, Floats]:
        """The first so many of each body who are free, with R14; and how many that makes."""
        if each.may_be_seconded:
            seconded = self.facts.seconded[order]
            most = self._most_seconded[np.maximum(0, wish).astype(int)]
            counted = each.below @ (free & seconded[:, None]).astype(np.float32)
            free = free & ~(seconded[:, None] & (counted > most[each.body]))
        counted = each.below @ free.astype(np.float32)
        chosen = free & (counted <= wanted[each.body])
        sizes = each.groups @ chosen.astype(np.float32)
        if each.may_be_seconded:
            inside = each.groups @ (chosen & seconded[:, None]).astype(np.float32)
            total = sizes.copy()
            total[OFSTED] += 1
            over = inside > self._most_seconded[np.maximum(0, total).astype(int)]
            sizes[over] = -FORBIDDEN
        return chosen, sizes
