# R6: a review that moved from one inspection to another; and taking a move back.

cdef int save(Annealer s, int at, int saved) noexcept nogil:
    """Keep where an authority stands, unless that is kept already; how many are kept then.

    TOUCHED says that no more can be kept.
    """
    cdef int row
    for row in range(saved):
        if s.saved_at[row] == at:
            return saved
    if saved >= TOUCHED - 1:
        return TOUCHED
    s.saved_at[saved] = at
    s.saved[saved] = s.now[at]
    return saved + 1


cdef void put_back(Annealer s, int saved) noexcept nogil:
    """Stand everything that was saved where it stood."""
    cdef int row
    for row in range(saved):
        if s.now[s.saved_at[row]].week >= 0:
            remove(s, s.saved_at[row])
    for row in range(saved):
        place(s, s.saved_at[row], &s.saved[row])


cdef int settle(Annealer s, int force, int saved) noexcept nogil:
    """Refit the HMIC part of every team in a force whose review moved.

    Returns how many placements are saved then; minus that number less one where HMIC has nobody
    to send.
    """
    cdef int rank, at, carries
    for rank in range(s.in_force[force]):
        at = s.force_places[force, rank]
        carries = carries_review(s, force, rank)
        if s.now[at].review != carries:
            saved = save(s, at, saved)
            if saved == TOUCHED:
                return -TOUCHED
            if not refit(s, at, carries):
                return -saved - 1
    return saved


cdef bint carries_review(Annealer s, int force, int rank) noexcept nogil:
    """Whether the force's start of this rank is the first since the programme or a change began."""
    cdef int each, before = s.force_weeks[force, rank - 1] if rank > 0 else -1
    for each in range(s.since.shape[1]):
        if before < s.since[force, each] <= s.force_weeks[force, rank]:
            return True
    return False


cdef bint refit(Annealer s, int at, int review) noexcept nogil:
    """Choose HMIC's part of a team afresh: who is pinned first, then who was on it, then near."""
    cdef Placed former = s.now[at]
    cdef int each, size, kept
    cdef int wish = s.wishes[at, review, s.hmic, former.week]
    remove(s, at)
    s.trial = former
    s.trial.review, s.trial.size = review, 0
    for each in range(former.size):
        if s.body_of[former.members[each]] != s.hmic:
            s.trial.members[s.trial.size] = former.members[each]
            s.trial.size += 1
    kept = s.trial.size
    size = wish
    while size >= s.ranges[at, review, s.hmic, 0] and size > 0:
        s.trial.size = kept
        gather(s, at, &former, size)
        if s.trial.size - kept == size and fits_wish(s, at):
            place(s, at, &s.trial)
            return True
        size -= 1
    return False


cdef void gather(Annealer s, int at, const Placed* former, int size) noexcept nogil:
    """Add up to size free HMIC inspectors to trial, R14 kept."""
    cdef int preference, rank, who, mine, kept = s.trial.size, inside = 0
    for preference in range(3):
        rank = 0
        while s.trial.size - kept < size and s.people[at, s.hmic, rank] >= 0:
            who = s.people[at, s.hmic, rank]
            rank += 1
            mine = 0 if s.pinned[at, who] else (1 if is_member(former, who) else 2)
            if mine != preference or s.blocked[who, former.week]:
                continue
            if s.seconded[who] and inside >= s.most_seconded[size]:
                continue
            s.trial.members[s.trial.size] = who
            s.trial.size += 1
            inside += s.seconded[who]


cdef bint is_member(const Placed* team, int who) noexcept nogil:
    cdef int each
    for each in range(team.size):
        if team.members[each] == who:
            return True
    return False


cdef bint fits_wish(Annealer s, int at) noexcept nogil:
    """Whether the team in trial is no larger than what fits (R5), no smaller than R4's least."""
    cdef int body, number, review = s.trial.review
    for body in range(s.bodies):
        number = number_of(s, &s.trial, body)
        if number > s.wishes[at, review, body, s.trial.week]:
            return False
        if number < s.ranges[at, review, body, 0]:
            return False
    return True
