# Simulated annealing by ruin and recreate.

cdef void step(Annealer s, double temperature) noexcept nogil:
    """Take a few inspections out of a whole rota, put them back, and keep the outcome or not."""
    cdef int each, other, number = draw(s), saved = 0
    cdef long long now, worse
    for each in range(number):
        saved = save(s, s.taken[each], saved)
    for each in range(number):
        remove(s, s.taken[each])
    for each in range(number - 1, 0, -1):
        other = below(s, each + 1)
        s.taken[each], s.taken[other] = s.taken[other], s.taken[each]
    saved = recreate(s, number, saved, BLUR * temperature)
    if s.unplaced == 0:
        now = total_points(s)
        worse = now - s.points
        if worse <= 0 or unit(s) < exp(-worse / temperature):
            s.points = now
            for each in range(saved):
                note_change(s, s.saved_at[each])
            return
    put_back(s, saved)


cdef int recreate(Annealer s, int number, int saved, double noise) noexcept nogil:
    """Put what was taken back, each in its cheapest week; how many placements are saved then."""
    cdef int each, kept
    for each in range(number):
        if scan(s, s.taken[each], noise) < 0:
            return saved
        place(s, s.taken[each], &s.found)
    for each in range(number):
        kept = settle(s, s.force_of[s.taken[each]], saved)
        if kept == -TOUCHED:
            # More reviews moved than a move may touch: as if there were no room.
            remove(s, s.taken[0])
            return saved
        if kept < 0:
            return -kept - 1
        saved = kept
    return saved


cdef void follow_loads(Annealer s) noexcept nogil:
    """Raise the price of those above their body's mean share, lower it of those below.

    The dearest prices that G5 can justify are its multipliers: those of the largest share add up
    to its weight, and so do those of the smallest. Prices beyond are scaled down.
    """
    cdef int body, who, number
    cdef double total, above, under, a_share
    for body in range(s.bodies):
        total, number, above, under = 0, 0, 0, 0
        for who in range(s.people_count):
            if s.body_of[who] == body and s.counted[who]:
                total += 100.0 * s.load[who] / s.fte[who]
                number += 1
        if number < 2:
            continue
        for who in range(s.people_count):
            if s.body_of[who] == body and s.counted[who]:
                a_share = 100.0 * s.fieldwork[who] / s.fte[who]
                s.price[who] += FOLLOW * (100.0 * s.load[who] / s.fte[who] - total / number)
                above += max(0.0, s.price[who]) / a_share
                under += max(0.0, -s.price[who]) / a_share
        above = s.fairness_weight / max(above, 1.0 * s.fairness_weight)
        under = s.fairness_weight / max(under, 1.0 * s.fairness_weight)
        for who in range(s.people_count):
            if s.body_of[who] == body and s.counted[who]:
                s.price[who] *= above if s.price[who] > 0 else under


cdef void remember(Annealer s) noexcept nogil:
    """Keep the board as the best seen: what has changed since it last was."""
    cdef int each
    s.best_points = s.points
    for each in range(s.changes):
        s.best[s.changed[each]] = s.now[s.changed[each]]
        s.is_changed[s.changed[each]] = False
    s.changes = 0
