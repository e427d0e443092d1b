# Which inspections to take off together; the kinds are those of improve/ruin.py.

cdef int draw(Annealer s) noexcept nogil:
    """Fill taken with authorities related in a way drawn by lot, two or three mostly; how many."""
    cdef int size = 1, kind = below(s, 14), seed = below(s, s.places)
    while size < LARGEST_RUIN and unit(s) < LARGER:
        size += 1
    if kind < 4:
        return near(s, seed, size)
    if kind < 7:
        return same_time(s, seed, size)
    if kind < 10:
        return sharing_inspector(s, seed, size)
    if kind < 12:
        return wanting_the_same(s, seed, size)
    if kind < 13:
        return same_force(s, seed, size)
    return anywhere(s, seed, size)


cdef int take(Annealer s, int number, int at) noexcept nogil:
    cdef int each
    for each in range(number):
        if s.taken[each] == at:
            return number
    s.taken[number] = at
    return number + 1


cdef int take_from(Annealer s, int number, int drawn, int size) noexcept nogil:
    """Take up to size of the first so many of drawn, by lot."""
    cdef int each, other
    for each in range(min(size, drawn)):
        other = each + below(s, drawn - each)
        s.drawn[each], s.drawn[other] = s.drawn[other], s.drawn[each]
        number = take(s, number, s.drawn[each])
    return number


cdef int near(Annealer s, int seed, int size) noexcept nogil:
    """Inspections near one another."""
    cdef int each, number = take(s, 0, seed), around = <int>s.near.shape[1]
    for each in range(size - 1):
        if around > 0:
            number = take(s, number, s.near[seed, min(waiting(s, 0.15), around - 1)])
    return number


cdef int close_to(Annealer s, int week) noexcept nogil:
    """Fill drawn with those that start at most CLOSE weeks from a week; how many."""
    cdef int each, rank, number = 0
    for each in range(max(0, week - CLOSE), min(s.weeks, week + CLOSE + 1)):
        for rank in range(s.starts[each + 1]):
            s.drawn[number] = s.starting[each, rank]
            number += 1
    return number


cdef int same_time(Annealer s, int seed, int size) noexcept nogil:
    """Inspections whose teams cannot overlap."""
    cdef int number = take(s, 0, seed)
    return take_from(s, number, close_to(s, s.now[seed].week), size - 1)


cdef int sharing_inspector(Annealer s, int seed, int size) noexcept nogil:
    """Inspections of one inspector of the seed's team."""
    cdef int each, number = take(s, 0, seed), pick = below(s, s.now[seed].size + 1)
    cdef int who = s.now[seed].members[pick - 1] if pick > 0 else s.now[seed].lead
    for each in range(s.holds[who]):
        s.drawn[each] = s.held[who, each]
    return take_from(s, number, s.holds[who], size - 1)


cdef int wanting_the_same(Annealer s, int seed, int size) noexcept nogil:
    """The most wasteful of three, with those that hold its near inspectors around its week."""
    cdef int each, other, number, close, holders = 0
    for each in range(2):
        other = below(s, s.places)
        if s.travel_of[other] - s.cheapest[other] > s.travel_of[seed] - s.cheapest[seed]:
            seed = other
    number, close = take(s, 0, seed), close_to(s, s.now[seed].week)
    for each in range(close):
        if has_one_of(s, s.drawn[each], seed):
            s.drawn[holders] = s.drawn[each]
            holders += 1
    return take_from(s, number, holders, size - 1)


cdef bint has_one_of(Annealer s, int at, int seed) noexcept nogil:
    """Whether a team holds one of the people nearest to another authority."""
    cdef int rank
    for rank in range(s.nearest_people.shape[1]):
        if s.now[at].lead == s.nearest_people[seed, rank]:
            return True
        if is_member(&s.now[at], s.nearest_people[seed, rank]):
            return True
    return False


cdef int same_force(Annealer s, int seed, int size) noexcept nogil:
    """Consecutive inspections of one force."""
    cdef int force = s.force_of[seed], number = 0, rank
    cdef int first = below(s, s.in_force[force])
    for rank in range(first, min(first + size, s.in_force[force])):
        number = take(s, number, s.force_places[force, rank])
    return number


cdef int anywhere(Annealer s, int seed, int size) noexcept nogil:
    """Inspections with nothing in common."""
    cdef int each, number = take(s, 0, seed)
    for each in range(size - 1):
        number = take(s, number, below(s, s.places))
    return number
