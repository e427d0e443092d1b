# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
# cython: initializedcheck=False, embedsignature=True
"""The inner loop of the search, compiled: the moves of improve/anneal.py, some hundred times faster.

Everything works on one Annealer, s, and touches no Python object while it moves.
"""

from libc.math cimport INFINITY, exp, log
from libc.stdlib cimport calloc, free

cdef enum:
    # Points for each authority without a slot, so that a whole rota is always better.
    PRICE_OF_UNPLACED = 20000
    # How many weeks apart two starts may lie for their teams to get in one another's way.
    CLOSE = 4
    # Moves between two looks at the loads.
    FOLLOW_EVERY = 20
    MOST_MEMBERS = 32
    # How many of the nearest people of a body a scan looks at first.
    REACH = 40

# Ranks somebody pinned before everybody else.
cdef double PINNED = 1e9
# How fast the prices of people follow their loads.
cdef double FOLLOW = 0.01
# How soon the nearness of somebody else falls off, by rank.
cdef double NEARNESS = 0.2
# The chance that a ruin takes one inspection more, and the most it takes.
cdef double LARGER = 0.6
cdef int LARGEST_RUIN = 12
# The share of the temperature that blurs the prices of weeks.
cdef double BLUR = 0.5
# The share of moves that change names alone. They are so small that they need little heat.
cdef double NAMES_SHARE = 0.5
cdef double NAMES_HEAT = 0.05

include "dice.pxi"
include "place.pxi"
include "weeks.pxi"
include "scan.pxi"
include "reviews.pxi"
include "ruins.pxi"
include "names.pxi"
include "moves.pxi"


cdef class Annealer:
    """One search on one board; keeps the best whole rota it has seen."""

    def __cinit__(self, known, state, unsigned long long seed):
        self._arrays = (known, state)
        self.dice = seed
        self.places, self.bodies = known["people"].shape[:2]
        self.people_count, self.weeks = state["blocked"].shape
        self.years = len(known["year_least"])
        self.lead_row = self.bodies
        self.unplaced = self.places
        self.now = <Placed*>calloc(self.places, sizeof(Placed))
        self.best = <Placed*>calloc(self.places, sizeof(Placed))
        if self.now == NULL or self.best == NULL:
            raise MemoryError
        for at in range(self.places):
            self.now[at].week = -1
        self._hold_known(known)
        self._hold_state(state)

    def __dealloc__(self):
        free(self.now)
        free(self.best)

    def _hold_known(self, known):
        self.opens, self.late, self.travel = known["opens"], known["late"], known["travel"]
        self.people, self.leads = known["people"], known["leads"]
        self.pinned, self.pins = known["pinned"], known["pins"]
        self.wishes, self.ranges = known["wishes"], known["ranges"]
        self.may_come, self.fixed = known["may_come"], known["fixed"]
        self.people_at, self.leads_at = known["people_at"], known["leads_at"]
        self.cheapest, self.near = known["cheapest"], known["near"]
        self.nearest_people = known["nearest_people"]
        self.body_of, self.fieldwork, self.fte = (
            known["body_of"], known["fieldwork"], known["fte"]
        )
        self.counted, self.seconded = known["counted"], known["seconded"]
        self.may_lead, self.ceiling = known["may_lead"], known["ceiling"]
        self.most_seconded, self.busy = known["most_seconded"], known["busy"]
        self.force_of, self.members, self.gap = (
            known["force_of"], known["members"], known["gap"]
        )
        self.even, self.since = known["even"], known["since"]
        self.tight, self.fits = known["tight"], known["fits"]
        self.year_of, self.month_of = known["year_of"], known["month_of"]
        self.year_least, self.year_most = known["year_least"], known["year_most"]
        self.year_start = known["year_start"]
        (
            self.ofsted, self.hmic, self.starts_a_week, self.running_a_week, self.even_month,
            self.team_weight, self.spacing_weight, self.fairness_weight, self.level_weight,
        ) = known["numbers"]

    def _hold_state(self, state):
        self.blocked, self.blocked_lead = state["blocked"], state["blocked_lead"]
        self.travel_of, self.short_of = state["travel_of"], state["short_of"]
        self.starts, self.in_force = state["starts"], state["in_force"]
        self.force_weeks, self.force_places = state["force_weeks"], state["force_places"]
        self.force_points = state["force_points"]
        self.held, self.holds = state["held"], state["holds"]
        self.deployments, self.load = state["deployments"], state["load"]
        self.share, self.sharing = state["share"], state["sharing"]
        self.least_share, self.most_share = state["least_share"], state["most_share"]
        self.starting = state["starting"]
        self.changed, self.is_changed = state["changed"], state["is_changed"]
        self.year_count, self.month_count = state["year_count"], state["month_count"]
        self.price, self.order, self.lead_order = (
            state["price"], state["order"], state["lead_order"]
        )
        self.cost, self.least, self.lead_cost = state["cost"], state["least"], state["lead_cost"]
        self.room, self.carries = state["room"], state["carries"]
        self.week_price, self.drawn = state["week_price"], state["drawn"]

    def place(self, int at, int week, int lead, members, bint review):
        """Stand an authority that has no slot; once all stand, the board is remembered."""
        cdef Placed wanted
        if len(members) > MOST_MEMBERS:
            raise ValueError(f"a team of more than {MOST_MEMBERS}")
        wanted.week, wanted.lead, wanted.review = week, lead, review
        wanted.size = 0
        for who in members:
            wanted.members[wanted.size] = who
            wanted.size += 1
        place(self, at, &wanted)
        note_change(self, at)
        if self.unplaced == 0:
            self.points = total_points(self)
            remember(self)

    def remove(self, int at):
        """Take an authority off the board."""
        remove(self, at)
        note_change(self, at)

    def fill(self, int[::1] order):
        """Place unplaced authorities in that order, each where it is cheapest, if anywhere.

        Where HMIC has nobody to send to a review, that inspection is left without a slot.
        """
        cdef int each, force
        with nogil:
            for each in range(order.shape[0]):
                if scan(self, order[each], 0.0) >= 0:
                    place(self, order[each], &self.found)
                    note_change(self, order[each])
            for force in range(self.gap.shape[0]):
                settle(self, force, 0)

    def anneal(self, int moves, double hot, double cold):
        """So many moves on a whole rota, the temperature falling evenly in ratio."""
        cdef int move
        cdef double temperature
        if self.unplaced > 0:
            raise ValueError("annealing begins from a whole rota")
        with nogil:
            for move in range(moves):
                temperature = hot * (cold / hot) ** (<double>move / moves)
                if unit(self) < NAMES_SHARE:
                    rename(self, NAMES_HEAT * temperature)
                else:
                    step(self, temperature)
                if self.points < self.best_points:
                    remember(self)
                if move % FOLLOW_EVERY == 0:
                    follow_loads(self)
        self.moves += moves

    def total(self):
        """The points of what stands on the board."""
        return total_points(self)

    def scan(self, int at):
        """The cheapest placement of an unplaced authority, as ``best`` has them, or None."""
        if scan(self, at, 0.0) < 0:
            return None
        return _row(&self.found)

    def rota(self):
        """What stands on the board, as ``best_rota`` has it; week -1 where there is no slot."""
        return [_row(&self.now[at]) for at in range(self.places)]

    def best_rota(self):
        """By authority: week, lead, members, and whether the team carries a review."""
        return [_row(&self.best[at]) for at in range(self.places)]


cdef _row(const Placed* placed):
    members = [placed.members[each] for each in range(placed.size)]
    return placed.week, placed.lead, members, bool(placed.review)
