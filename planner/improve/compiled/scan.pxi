# The scan: the cheapest week for an unplaced authority, with the cheapest free team.

cdef int scan(Annealer s, int at, double noise) noexcept nogil:
    """The cheapest week, with the placement in found; -1 where no week is left.

    Up to noise points blur the prices, so that tries differ. The nearest people are looked at
    first, all of them where those are not enough.
    """
    cdef int chosen
    open_weeks(s, at)
    price_weeks(s, at)
    s.reach = 0 if s.pins[at] else REACH
    chosen = cheapest_week(s, at, noise)
    if chosen < 0 and s.reach > 0:
        s.reach = 0
        chosen = cheapest_week(s, at, noise)
    return chosen


cdef int cheapest_week(Annealer s, int at, double noise) noexcept nogil:
    cdef int week, chosen = -1
    cdef double price, best = INFINITY
    rank_people(s, at)
    for week in range(s.weeks):
        if not s.room[week]:
            continue
        price = s.week_price[week]
        if noise > 0:
            price += noise * unit(s)
        if price + least_cost(s, at, week) >= best:
            continue
        price += team_in(s, at, week, best - price)
        if price < best:
            best, chosen = price, week
            s.found = s.trial
    return chosen


cdef inline int looked_at(Annealer s, int at, int body) noexcept nogil:
    """How many people of a body the scan looks at."""
    return min(s.people_at[at, body], s.reach) if s.reach > 0 else s.people_at[at, body]


cdef void rank_people(Annealer s, int at) noexcept nogil:
    """Sort the people of each body by what they cost now, those pinned first."""
    cdef int body, who, number, place, rank
    cdef double price, least
    for body in range(s.bodies):
        number = looked_at(s, at, body)
        for place in range(number):
            who = s.order[at, body, place]
            price = s.travel[at, who] + s.price[who] - PINNED * s.pinned[at, who]
            rank = place
            while rank > 0 and s.cost[body, rank - 1] > price:
                s.cost[body, rank] = s.cost[body, rank - 1]
                s.order[at, body, rank] = s.order[at, body, rank - 1]
                rank -= 1
            s.cost[body, rank] = price
            s.order[at, body, rank] = who
        least = 0
        s.least[body, 0] = 0
        for rank in range(number):
            s.cost[body, rank] += PINNED * s.pinned[at, s.order[at, body, rank]]
            least += min(s.cost[body, rank], s.team_weight)
            s.least[body, rank + 1] = least
    rank_leads(s, at)


cdef void rank_leads(Annealer s, int at) noexcept nogil:
    cdef int who, rank, place
    cdef double price
    for place in range(s.leads_at[at]):
        who = s.lead_order[at, place]
        price = s.travel[at, who] + s.price[who]
        rank = place
        while rank > 0 and s.lead_cost[rank - 1] > price:
            s.lead_cost[rank] = s.lead_cost[rank - 1]
            s.lead_order[at, rank] = s.lead_order[at, rank - 1]
            rank -= 1
        s.lead_cost[rank] = price
        s.lead_order[at, rank] = who


cdef double least_cost(Annealer s, int at, int week) noexcept nogil:
    """What a team would cost if everybody were free: never more than it does cost."""
    cdef int body, wish, review = s.carries[week]
    cdef double total = 0
    if s.wishes[at, review, s.ofsted, week] < 0:
        return INFINITY
    for body in range(s.bodies):
        wish = min(s.wishes[at, review, body, week], looked_at(s, at, body))
        total += s.least[body, wish]
    return total


cdef double team_in(Annealer s, int at, int week, double limit) noexcept nogil:
    """The cost of the cheapest free team, which is in trial; infinite from limit on."""
    cdef int body, each, pins, rank = 0
    cdef double total
    while rank < s.leads_at[at] and s.blocked_lead[s.lead_order[at, rank], week]:
        rank += 1
    if rank == s.leads_at[at]:
        return INFINITY
    s.trial.week, s.trial.review = week, s.carries[week]
    s.trial.lead, s.trial.size = s.lead_order[at, rank], 0
    total = s.lead_cost[rank]
    for body in range(s.bodies):
        if s.ranges[at, 1, body, 2] > 0:
            total += part_in(s, at, week, body)
            if total >= limit:
                return INFINITY
    if s.pins[at] > 0:
        pins = s.pinned[at, s.trial.lead]
        for each in range(s.trial.size):
            pins += s.pinned[at, s.trial.members[each]]
        if pins < s.pins[at]:
            return INFINITY
    return total


cdef double part_in(Annealer s, int at, int week, int body) noexcept nogil:
    """Add a body's part to trial: the cheapest who are free; its cost, R4 and R14 kept.

    Somebody dearer than a place below target stays at home.
    """
    cdef int review = s.carries[week]
    cdef int least = s.ranges[at, review, body, 0], target = s.ranges[at, review, body, 1]
    cdef int wish = s.wishes[at, review, body, week]
    cdef int number = body == s.ofsted, inside = 0, rank = 0, people = looked_at(s, at, body)
    cdef int who, worth, most = s.most_seconded[max(0, wish)]
    cdef double price, total = 0
    while number < wish and rank < people:
        who, price = s.order[at, body, rank], s.cost[body, rank]
        rank += 1
        if s.blocked[who, week] or who == s.trial.lead:
            continue
        if s.seconded[who] and inside >= most:
            continue
        if number >= least and inside <= s.most_seconded[number] and not s.pinned[at, who]:
            worth = s.team_weight if number < target else 0
            if price > worth:
                break
        s.trial.members[s.trial.size] = who
        s.trial.size += 1
        number += 1
        inside += s.seconded[who]
        total += price
    if number < least or inside > s.most_seconded[number]:
        return INFINITY
    return total + s.team_weight * max(0, target - number)
