# Which start weeks the rules leave to an authority, and their points, all at once.

cdef void open_weeks(Annealer s, int at) noexcept nogil:
    """Fill room with the weeks that R1, R7, R8, R9 and R16 leave to an unplaced authority."""
    cdef bint tight = years_are_tight(s)
    cdef int week, year, here, force = s.force_of[at]
    for week in range(s.weeks):
        here, year = s.starts[week + 1], s.year_of[week]
        s.room[week] = (
            s.opens[at, week]
            and here < s.starts_a_week
            and here + max(s.starts[week], s.starts[week + 2]) < s.running_a_week
            and s.year_count[year] < s.year_most[year]
            and not (tight and s.year_count[year] >= s.year_least[year])
        )
    keep_apart(s, force)
    if s.tight[force] >= 0:
        keep_room(s, force)


cdef bint years_are_tight(Annealer s) noexcept nogil:
    """Whether every start still to come is needed by a year below its least (R9)."""
    cdef int year, lacking = 0
    for year in range(s.years):
        lacking += max(0, s.year_least[year] - s.year_count[year])
    return lacking >= s.unplaced


cdef void keep_apart(Annealer s, int force) noexcept nogil:
    """R7: nothing within the gap of the force's starts."""
    cdef int rank, week, start, gap = s.gap[force]
    for rank in range(s.in_force[force]):
        start = s.force_weeks[force, rank]
        for week in range(max(0, start - gap + 1), min(s.weeks, start + gap)):
            s.room[week] = 0


cdef inline int first_after(Annealer s, int force, int rank) noexcept nogil:
    """The first week that a start of this rank leaves to those after it; 0 before all."""
    return s.force_weeks[force, rank - 1] + s.gap[force] if rank > 0 else 0


cdef inline int stop_before(Annealer s, int force, int rank) noexcept nogil:
    """The week before which those ahead of a start of this rank must start."""
    if rank >= s.in_force[force]:
        return s.weeks
    return max(0, s.force_weeks[force, rank] - s.gap[force] + 1)


cdef void keep_room(Annealer s, int force) noexcept nogil:
    """Strike the weeks that would leave too few places to a crowded force's others."""
    cdef int table = s.tight[force], gap = s.gap[force]
    cdef int others = s.members[force] - s.in_force[force] - 1
    cdef int week, first, stop, left, rank, total = 0
    for rank in range(s.in_force[force] + 1):
        total += s.fits[table, first_after(s, force, rank), stop_before(s, force, rank)]
    rank = 0
    for week in range(s.weeks):
        while rank < s.in_force[force] and s.force_weeks[force, rank] <= week:
            rank += 1
        first, stop = first_after(s, force, rank), stop_before(s, force, rank)
        left = total - s.fits[table, first, stop]
        left += s.fits[table, first, max(0, week - gap + 1)]
        left += s.fits[table, min(week + gap, s.weeks), stop]
        if left < others:
            s.room[week] = 0


cdef void price_weeks(Annealer s, int at) noexcept nogil:
    """Fill week_price and carries for one more start of an authority in each week."""
    cdef int force = s.force_of[at]
    cdef int number = s.in_force[force], even = s.even[force]
    cdef int week, bunched, full, rank = 0
    for week in range(s.weeks):
        while rank < number and s.force_weeks[force, rank] <= week:
            rank += 1
        bunched = 0
        if rank > 0:
            bunched += max(0, even - week + s.force_weeks[force, rank - 1])
        if rank < number:
            bunched += max(0, even - s.force_weeks[force, rank] + week)
        if 0 < rank < number:
            bunched -= max(
                0, even - s.force_weeks[force, rank] + s.force_weeks[force, rank - 1]
            )
        full = s.month_count[s.month_of[week]] >= s.even_month
        s.week_price[week] = (
            s.late[at, week] + s.spacing_weight * bunched + s.level_weight * full
        )
        s.carries[week] = 0
    mark_reviews(s, force)


cdef void mark_reviews(Annealer s, int force) noexcept nogil:
    """R6: a start ahead of the first since the programme or a change began carries the review."""
    cdef int each, rank, week, since, until
    for each in range(s.since.shape[1]):
        since, until = s.since[force, each], s.weeks
        for rank in range(s.in_force[force]):
            if s.force_weeks[force, rank] >= since:
                until = s.force_weeks[force, rank]
                break
        for week in range(max(0, since), until):
            s.carries[week] = 1
