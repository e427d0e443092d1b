# Putting an inspection on the board and taking it off again.

cdef void place(Annealer s, int at, const Placed* wanted) noexcept nogil:
    """Stand an authority that has no slot."""
    s.now[at] = wanted[0]
    price_team(s, at)
    s.unplaced -= 1
    s.late_sum += s.late[at, wanted.week]
    s.starting[wanted.week, s.starts[wanted.week + 1]] = at
    count_start(s, wanted.week, 1)
    join_force(s, at, wanted.week)
    count_team(s, at, 1)


cdef void remove(Annealer s, int at) noexcept nogil:
    """Take an authority off; who was on its team stays readable."""
    cdef int week = s.now[at].week
    count_team(s, at, -1)
    leave_force(s, at)
    count_start(s, week, -1)
    leave_week(s, at, week)
    s.late_sum -= s.late[at, week]
    s.unplaced += 1
    s.now[at].week = -1


cdef int number_of(Annealer s, const Placed* team, int body) noexcept nogil:
    """How many of a body a team has, the lead among them."""
    cdef int each, number = s.body_of[team.lead] == body
    for each in range(team.size):
        number += s.body_of[team.members[each]] == body
    return number


cdef void price_team(Annealer s, int at) noexcept nogil:
    cdef Placed* team = &s.now[at]
    cdef int each, body, short = 0, travel = s.travel[at, team.lead]
    for each in range(team.size):
        travel += s.travel[at, team.members[each]]
    for body in range(s.bodies):
        short += max(0, s.ranges[at, team.review, body, 1] - number_of(s, team, body))
    s.travel_of[at] = travel
    s.short_of[at] = s.team_weight * short


cdef void count_start(Annealer s, int week, int sign) noexcept nogil:
    cdef int month = s.month_of[week], before = s.month_count[s.month_of[week]]
    s.starts[week + 1] += sign
    s.year_count[s.year_of[week]] += sign
    s.month_count[month] = before + sign
    s.level_sum += s.level_weight * (
        max(0, before + sign - s.even_month) - max(0, before - s.even_month)
    )


cdef void leave_week(Annealer s, int at, int week) noexcept nogil:
    """Strike an authority from those that start in a week; it is counted no more already."""
    cdef int rank = 0
    while s.starting[week, rank] != at:
        rank += 1
    s.starting[week, rank] = s.starting[week, s.starts[week + 1]]


cdef void join_force(Annealer s, int at, int week) noexcept nogil:
    cdef int force = s.force_of[at]
    cdef int rank = s.in_force[force]
    while rank > 0 and s.force_weeks[force, rank - 1] > week:
        s.force_weeks[force, rank] = s.force_weeks[force, rank - 1]
        s.force_places[force, rank] = s.force_places[force, rank - 1]
        rank -= 1
    s.force_weeks[force, rank] = week
    s.force_places[force, rank] = at
    s.in_force[force] += 1
    price_force(s, force)


cdef void leave_force(Annealer s, int at) noexcept nogil:
    cdef int force = s.force_of[at], rank = 0
    while s.force_places[force, rank] != at:
        rank += 1
    s.in_force[force] -= 1
    for rank in range(rank, s.in_force[force]):
        s.force_weeks[force, rank] = s.force_weeks[force, rank + 1]
        s.force_places[force, rank] = s.force_places[force, rank + 1]
    price_force(s, force)


cdef void price_force(Annealer s, int force) noexcept nogil:
    cdef int rank, short = 0
    for rank in range(1, s.in_force[force]):
        short += max(
            0, s.even[force] - s.force_weeks[force, rank] + s.force_weeks[force, rank - 1]
        )
    s.spacing_sum += s.spacing_weight * short - s.force_points[force]
    s.force_points[force] = s.spacing_weight * short


cdef void count_team(Annealer s, int at, int sign) noexcept nogil:
    cdef Placed* team = &s.now[at]
    cdef int each
    s.travel_sum += sign * s.travel_of[at]
    s.short_sum += sign * s.short_of[at]
    deploy(s, at, team.lead, s.lead_row, sign)
    for each in range(team.size):
        deploy(s, at, team.members[each], s.body_of[team.members[each]], sign)


cdef void deploy(Annealer s, int at, int who, int role, int sign) noexcept nogil:
    """Count one deployment; role is the row of busy."""
    cdef int body = s.body_of[who], week = s.now[at].week
    cdef int first = week + s.busy[role, 0], last = week + s.busy[role, 1]
    block(s.blocked, s, who, first - s.busy[body, 1], last - s.busy[body, 0], sign)
    if s.may_lead[who]:
        block(
            s.blocked_lead, s, who,
            first - s.busy[s.lead_row, 1], last - s.busy[s.lead_row, 0], sign,
        )
    count_year(s, who, s.year_of[week], sign)
    hold(s, at, who, sign)
    s.load[who] += sign * s.fieldwork[who]
    if s.counted[who]:
        count_share(s, who, body, 100 * s.load[who] // s.fte[who])


cdef void count_share(Annealer s, int who, int body, int share) noexcept nogil:
    """G5: move an inspector from one share to another; the body's least and most follow."""
    s.fair_sum -= s.most_share[body] - s.least_share[body]
    s.sharing[body, s.share[who]] -= 1
    s.sharing[body, share] += 1
    s.share[who] = share
    s.least_share[body] = min(s.least_share[body], share)
    s.most_share[body] = max(s.most_share[body], share)
    while s.sharing[body, s.least_share[body]] == 0:
        s.least_share[body] += 1
    while s.sharing[body, s.most_share[body]] == 0:
        s.most_share[body] -= 1
    s.fair_sum += s.most_share[body] - s.least_share[body]


cdef inline void block(
    int[:, ::1] table, Annealer s, int who, int first, int last, int sign
) noexcept nogil:
    """Count a reason more, or less, in the weeks from first to last."""
    cdef int week
    for week in range(max(0, first), min(s.weeks, last + 1)):
        table[who, week] += sign


cdef void count_year(Annealer s, int who, int year, int sign) noexcept nogil:
    """R15: at the ceiling the whole year is blocked."""
    cdef int week, before = s.deployments[who, year]
    s.deployments[who, year] = before + sign
    if max(before, before + sign) == s.ceiling[who]:
        for week in range(s.year_start[year], s.year_start[year + 1]):
            s.blocked[who, week] += sign
            s.blocked_lead[who, week] += sign


cdef void hold(Annealer s, int at, int who, int sign) noexcept nogil:
    cdef int rank = 0
    if sign > 0:
        s.held[who, s.holds[who]] = at
        s.holds[who] += 1
        return
    while s.held[who, rank] != at:
        rank += 1
    s.holds[who] -= 1
    s.held[who, rank] = s.held[who, s.holds[who]]


cdef inline long long total_points(Annealer s) noexcept nogil:
    """The total by problem.md, and a high price for each authority without a slot."""
    return (
        s.late_sum + s.travel_sum + s.short_sum + s.level_sum + s.spacing_sum
        + s.fairness_weight * s.fair_sum + PRICE_OF_UNPLACED * s.unplaced
    )
