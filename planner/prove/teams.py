"""The cheapest team of one inspectorate at every authority, once deployments have prices.

R4, R5 (the sizes that fit), R6, R12 to R14 hold, whoever is busy elsewhere. Within one size the
cheapest established and the cheapest seconded people are the best, with one exception: if none of
the established may lead, the cheapest who may takes the place of the dearest.
"""

from dataclasses import dataclass

import numpy as np

from planner.facts import Bools, Ints
from planner.prove.part import Doubles, Part


@dataclass(frozen=True)
class _Pool:
    """The cheapest of some of the people at each authority, cheapest first."""

    people: Ints
    #: (A, k): who they are, as indices into ``people``.
    order: Ints
    #: (A, k + 1): what the first so many cost together.
    sums: Doubles


@dataclass(frozen=True)
class Chosen:
    """The points of the cheapest teams, prices included, and each one's deployments (P)."""

    points: float
    loads: Doubles


class Teams:
    """Chooses the cheapest teams of one part."""

    def __init__(self, part: Part) -> None:
        self.part = part
        seconded = part.facts.seconded[part.people]
        self.established = np.flatnonzero(~seconded)
        self.seconded = np.flatnonzero(seconded)
        self.may_lead = part.facts.may_lead[part.people][self.established]
        self.sizes = part.short.shape[2]
        self.splits = [
            (size, some)
            for size in range(self.sizes)
            for some in range(min(size, int(part.facts.most_seconded[size])) + 1)
        ]

    def choose(self, prices: Doubles) -> Chosen:
        """The cheapest teams, when each deployment of one of the people costs a price more (P)."""
        options = _Options(self, prices)
        carries = options.carries()
        points = np.where(carries, options.best[1], options.best[0])
        splits = np.where(carries, options.split[1], options.split[0])
        # Where no team is possible there is no rota, and nothing to count.
        possible = np.isfinite(points)
        return Chosen(float(points[possible].sum()), options.loads(splits, possible))

    def raised(self, prices: Doubles) -> Doubles:
        """By how many points, at least, the sum rises when one of the people must come (A, P)."""
        options = _Options(self, prices)
        best = np.full((2, *options.costs.shape), np.inf)
        for size, some in self.splits:
            forced = options.forced(size, some)
            best = np.minimum(best, forced + self.part.short[:, :, size].T[:, :, None])
        with np.errstate(invalid="ignore"):
            rise = best - options.best[:, :, None]
        # A person who cannot come at all is out; an authority without a team proves nothing.
        rise = np.where(np.isfinite(options.best)[:, :, None], rise, np.inf)
        least: Doubles = rise.min(axis=0) if self.part.reviews else rise[0]
        return least


class _Options:
    """What every size and share of seconded people costs at each authority, at some prices."""

    def __init__(self, teams: Teams, prices: Doubles) -> None:
        self.teams, self.part = teams, teams.part
        self.costs = self.part.travel + prices
        self.established = self._pool(teams.established)
        self.seconded = self._pool(teams.seconded)
        self._lead()
        self._choose()

    def _pool(self, people: Ints) -> _Pool:
        costs, most = self.costs[:, people], self.teams.sizes - 1
        if len(people) > most:
            nearest = np.argpartition(costs, most - 1, axis=1)[:, :most]
        else:
            nearest = np.broadcast_to(np.arange(len(people)), costs.shape)
        there = np.take_along_axis(costs, nearest, 1)
        rank = np.argsort(there, axis=1, kind="stable")
        sums = np.full((len(costs), most + 1), np.inf)
        sums[:, 0] = 0
        sums[:, 1 : rank.shape[1] + 1] = np.cumsum(np.take_along_axis(there, rank, 1), axis=1)
        return _Pool(people, np.take_along_axis(nearest, rank, 1), sums)

    def _lead(self) -> None:
        """The established with one who may lead among them (A, n), and where one was put in."""
        sums = self.established.sums
        self.led, self.put_in = sums, np.zeros(sums.shape, bool)
        if self.part.needs_lead:
            may = self.teams.may_lead
            found = np.logical_or.accumulate(may[self.established.order], axis=1)
            self.put_in[:, 1 : found.shape[1] + 1] = ~found
            leads = np.where(may, self.costs[:, self.teams.established], np.inf)
            self.lead = leads.argmin(axis=1) if leads.size else np.zeros(len(leads), int)
            cheapest = leads.min(axis=1, initial=np.inf)
            with_lead = np.full(sums.shape, np.inf)
            with_lead[:, 1:] = sums[:, :-1] + cheapest[:, None]
            self.led = np.where(self.put_in, with_lead, sums)
            self.led[:, 0] = np.inf

    def _choose(self) -> None:
        """The cheapest split at each authority, without and with a review (2, A)."""
        places = len(self.part.places)
        self.best, self.split = np.full((2, places), np.inf), np.zeros((2, places), int)
        for number, (size, some) in enumerate(self.teams.splits):
            base = self.led[:, size - some] + self.seconded.sums[:, some]
            points = base + self.part.short[:, :, size].T
            better = points < self.best
            self.best, self.split = (
                np.where(better, points, self.best),
                np.where(better, number, self.split),
            )

    def carries(self) -> Bools:
        """Which inspections carry a review: the cheapest of each force, more where that pays."""
        carries = np.zeros(len(self.part.places), bool)
        if self.part.reviews:
            without = np.where(np.isfinite(self.best[0]), self.best[0], self.best[1])
            self.best[0] = without
            with np.errstate(invalid="ignore"):
                dearer = np.where(np.isfinite(self.best[1]), self.best[1] - without, np.inf)
            for members, most in self.part.forces:
                cheapest = members[np.argsort(dearer[members], kind="stable")[:most]]
                pays = dearer[cheapest] < 0
                pays[0] = np.isfinite(dearer[cheapest[0]])
                carries[cheapest[pays]] = True
        return carries

    def loads(self, splits: Ints, possible: Bools) -> Doubles:
        """How often each of the people is chosen."""
        split = np.array(self.teams.splits)[splits]
        some = np.where(possible, split[:, 1], 0)
        others = np.where(possible, split[:, 0] - split[:, 1], 0)
        rows = np.arange(len(splits))
        put_in = self.put_in[rows, others] & possible
        chosen = [
            self._first(self.seconded, some),
            self._first(self.established, others - put_in),
        ]
        if put_in.any():
            chosen.append(self.teams.established[self.lead[put_in]])
        everyone = np.concatenate(chosen)
        return np.bincount(everyone, minlength=len(self.part.people)).astype(float)

    def _first(self, pool: _Pool, numbers: Ints) -> Ints:
        taken = np.arange(pool.order.shape[1]) < numbers[:, None]
        first: Ints = pool.people[pool.order[taken]]
        return first

    def forced(self, size: int, some: int) -> Doubles:
        """The least that a team of this split costs when one of the people is in it (A, P)."""
        others = size - some
        least = self.led[:, others] + self.seconded.sums[:, some]
        table = np.full(self.costs.shape, np.inf)
        if others:
            people = self.teams.established
            rest = np.repeat(self.led[:, others - 1, None], len(people), axis=1)
            if self.part.needs_lead:
                rest[:, self.teams.may_lead] = self.established.sums[:, others - 1, None]
            alone = self.costs[:, people] + rest + self.seconded.sums[:, some, None]
            table[:, people] = np.maximum(least[:, None], alone)
        if some:
            people = self.teams.seconded
            rest = self.led[:, others] + self.seconded.sums[:, some - 1]
            table[:, people] = np.maximum(least[:, None], self.costs[:, people] + rest[:, None])
        return table
