# Moves that change who goes and nothing else: a person for a person, at slots that stay.

cdef void rename(Annealer s, double temperature) noexcept nogil:
    """Send somebody else of the same body to an inspection, who is free or changes places."""
    cdef int at = below(s, s.places), other, who, role, rank
    cdef int pick = below(s, s.now[at].size + 1)
    if s.fixed[at]:
        return
    who = person_of(s, at, pick)
    role = s.lead_row if pick == 0 else s.body_of[who]
    other = another(s, at, who, role)
    if other == who or other < 0:
        return
    if s.now[at].lead == other or is_member(&s.now[at], other):
        return
    if is_free(s, other, role, s.now[at].week):
        if s.holds[other] == 0 or unit(s) < 0.5:
            replace(s, at, pick, role, other, temperature)
            return
        rank = below(s, s.holds[other])
    else:
        rank = in_the_way(s, other, s.now[at].week)
    if rank >= 0:
        exchange(s, at, pick, role, s.held[other, rank], other, temperature)


cdef inline int person_of(Annealer s, int at, int pick) noexcept nogil:
    """The lead for 0, else a member."""
    return s.now[at].members[pick - 1] if pick > 0 else s.now[at].lead


cdef inline void put_person(Annealer s, int at, int pick, int who) noexcept nogil:
    if pick > 0:
        s.now[at].members[pick - 1] = who
    else:
        s.now[at].lead = who


cdef inline bint is_free(Annealer s, int who, int role, int week) noexcept nogil:
    if role == s.lead_row:
        return s.blocked_lead[who, week] == 0
    return s.blocked[who, week] == 0


cdef int another(Annealer s, int at, int who, int role) noexcept nogil:
    """Somebody of the same body who may come in that role, the near sooner than the far."""
    cdef int rank = waiting(s, NEARNESS)
    if role == s.lead_row:
        return s.leads[at, rank] if rank < s.leads_at[at] else -1
    return s.people[at, role, rank] if rank < s.people_at[at, role] else -1


cdef int in_the_way(Annealer s, int who, int week) noexcept nogil:
    """Which of somebody's inspections starts nearest to a week; -1 where absence is in the way."""
    cdef int each, gap, nearest = 6, found = -1
    for each in range(s.holds[who]):
        gap = abs(s.now[s.held[who, each]].week - week)
        if gap < nearest:
            nearest, found = gap, each
    return found


cdef bint few_seconded(Annealer s, int at, int body) noexcept nogil:
    """R14 for one body's part of a team; a lead is established."""
    cdef int each, who, inside = 0, number = s.body_of[s.now[at].lead] == body
    for each in range(s.now[at].size):
        who = s.now[at].members[each]
        if s.body_of[who] == body:
            number += 1
            inside += s.seconded[who]
    return inside <= s.most_seconded[number]


cdef inline void note_change(Annealer s, int at) noexcept nogil:
    """Remember that an authority may stand elsewhere than in the best rota."""
    if not s.is_changed[at]:
        s.is_changed[at] = True
        s.changed[s.changes] = at
        s.changes += 1


cdef void replace(
    Annealer s, int at, int pick, int role, int other, double temperature
) noexcept nogil:
    """Send somebody who is free instead."""
    cdef int who = person_of(s, at, pick)
    change(s, at, pick, role, who, other)
    if few_seconded(s, at, s.body_of[who]) and accepts(s, temperature):
        note_change(s, at)
        return
    change(s, at, pick, role, other, who)


cdef void exchange(
    Annealer s, int at, int pick, int role, int there, int other, double temperature
) noexcept nogil:
    """Two people change places."""
    cdef int who = person_of(s, at, pick), pick_there = 0, role_there, week = s.now[at].week
    if s.fixed[there] or there == at:
        return
    while pick_there <= s.now[there].size and person_of(s, there, pick_there) != other:
        pick_there += 1
    role_there = s.lead_row if pick_there == 0 else s.body_of[other]
    if not s.may_come[there, who] or (pick_there == 0 and s.may_come[there, who] < 2):
        return
    deploy(s, at, who, role, -1)
    deploy(s, there, other, role_there, -1)
    if is_free(s, other, role, week):
        deploy(s, at, other, role, 1)
        if is_free(s, who, role_there, s.now[there].week):
            deploy(s, there, who, role_there, 1)
            swap_names(s, at, pick, there, pick_there)
            if (
                few_seconded(s, at, s.body_of[who])
                and few_seconded(s, there, s.body_of[who])
                and accepts(s, temperature)
            ):
                note_change(s, at)
                note_change(s, there)
                return
            swap_names(s, at, pick, there, pick_there)
            deploy(s, there, who, role_there, -1)
        deploy(s, at, other, role, -1)
    deploy(s, at, who, role, 1)
    deploy(s, there, other, role_there, 1)


cdef void change(
    Annealer s, int at, int pick, int role, int who, int other
) noexcept nogil:
    """One person for another in one place, counts and all."""
    cdef int more = s.travel[at, other] - s.travel[at, who]
    deploy(s, at, who, role, -1)
    put_person(s, at, pick, other)
    deploy(s, at, other, role, 1)
    s.travel_of[at] += more
    s.travel_sum += more


cdef void swap_names(Annealer s, int at, int pick, int there, int pick_there) noexcept nogil:
    """Change two people's names on two teams and what they travel, not their weeks."""
    cdef int who = person_of(s, at, pick), other = person_of(s, there, pick_there)
    cdef int here = s.travel[at, other] - s.travel[at, who]
    cdef int away = s.travel[there, who] - s.travel[there, other]
    put_person(s, at, pick, other)
    put_person(s, there, pick_there, who)
    s.travel_of[at] += here
    s.travel_of[there] += away
    s.travel_sum += here + away


cdef bint accepts(Annealer s, double temperature) noexcept nogil:
    """Whether the board as it stands is taken; its points are then counted."""
    cdef long long now = total_points(s)
    cdef long long worse = now - s.points
    if worse <= 0 or unit(s) < exp(-worse / temperature):
        s.points = now
        return True
    return False
