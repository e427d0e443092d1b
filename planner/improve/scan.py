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


@dataclass(frozen=True)
class Reach:
    """How many of the nearest people of each kind a scan looks at."""

    ofsted: int
    leads: int
    others: int


#: Looked at first; nearly always enough.
NEAR = Reach(ofsted=18, leads=8, others=9)
EVERYBODY = Reach(ofsted=10**6, leads=10**6, others=10**6)


class Candidates:
    """Who may come to one authority, grouped by body, nearest first.

    ``people`` (K) are members; ``leads`` (L) may lead. ``below[j, k]`` is 1 where k is of j's body
    and ranks no later than j, so that ``below @ free`` counts those free up to each rank.
    """

    def __init__(self, facts: Facts, authority: int, reach: Reach) -> None:
        pinned = facts.pinned_people.get(authority, {})
        groups = []
        for body in range(len(facts.bodies)):
            if facts.ranges[authority, 1, body, 2] > 0:
                group = facts.nearest_of(body)[authority]
                keep = reach.ofsted if body == OFSTED else reach.others
                groups.append([who for at, who in enumerate(group) if at < keep or who in pinned])
        leads = [who for who in facts.nearest_of(OFSTED)[authority] if facts.may_lead[who]]
        leads = [who for at, who in enumerate(leads) if at < reach.leads or who in pinned]
        if lead_pins := [who for who, role in pinned.items() if role is Role.LEAD]:
            leads = [who for who in leads if who in lead_pins]
        elif crowd := pinned_too_many(facts, authority):
            leads = [who for who in leads if who in crowd] or leads
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


def pinned_too_many(facts: Facts, authority: int) -> list[int]:
    """Those pinned from Ofsted, in whatever role, where one of them must lead to find room."""
    pinned = facts.pinned_people.get(authority, {})
    ofsted = [who for who in pinned if facts.body_list[who] == OFSTED]
    target = facts.ranges_list[authority][0][OFSTED][1]
    return ofsted if len(ofsted) >= target else []


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

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.person_price: Floats = np.zeros(len(facts.ids), np.float32)
        self._candidates: dict[tuple[int, Reach], Candidates] = {}
        self._most_seconded = facts.most_seconded.astype(np.float32)
        self._team_weight = np.float32(facts.programme.goals.team)

    def scan(self, board: Board, authority: int, reach: Reach = NEAR) -> Priced | None:
        """Price the weeks that the rules leave open; None if none."""
        columns = np.flatnonzero(board.calendar.open_weeks(authority))
        if not len(columns):
            return None
        carries = board.calendar.room_of[authority].would_carry()[columns]
        wishes = self.facts.wishes[authority]
        wish = np.where(carries, wishes[1][:, columns], wishes[0][:, columns])
        priced = self._teams(board, (authority, reach), columns, wish, carries)
        priced.prices += board.calendar.prices(authority)[columns]
        return priced

    def _teams(
        self,
        board: Board,
        key: tuple[int, Reach],
        columns: Ints,
        wish: Floats,
        carries: Bools,
    ) -> Priced:
        each, authority = self._known(key), key[0]
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
        for who in each.member_pins:
            prices[~chosen[np.flatnonzero(order == who)[0]] & (leads != who)] = FORBIDDEN
        prices += price @ chosen
        ranges = self.facts.ranges[authority][carries.astype(int)]
        prices += self._team_weight * np.maximum(0, ranges[:, :, 1].T - sizes).sum(axis=0)
        broken = (sizes < ranges[:, :, 0].T).any(axis=0) | (wish[OFSTED] < 0)
        prices[broken] = FORBIDDEN
        return Priced(columns, prices.astype(np.float32), order, chosen, leads, carries)

    def _known(self, key: tuple[int, Reach]) -> Candidates:
        if key not in self._candidates:
            self._candidates[key] = Candidates(self.facts, *key)
        return self._candidates[key]

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
