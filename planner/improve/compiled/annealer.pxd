"""What the compiled search holds: the programme as arrays, and one rota in the making."""

# Most inspections that one move may touch, those that R6 makes it refit included.
cdef enum:
    TOUCHED = 24


cdef struct Placed:
    # One inspection as placed: its week (-1: none), lead, number of members and review.
    int week
    int lead
    int size
    int review
    int members[32]


cdef class Annealer:
    # What never changes: see known.py, which gives shapes.
    cdef int places, people_count, bodies, weeks, years, lead_row, ofsted, hmic
    cdef int[:, ::1] opens, late, travel, people_at, leads, may_come, pinned
    cdef int[:, ::1] near, nearest_people, busy, since
    cdef int[:, :, ::1] people, fits
    cdef int[:, :, :, ::1] wishes, ranges
    cdef int[::1] fixed, leads_at, pins, cheapest, force_of
    cdef int[::1] body_of, fieldwork, fte, counted, seconded, may_lead, ceiling, most_seconded
    cdef int[::1] members, gap, even, tight, year_of, month_of
    cdef int[::1] year_least, year_most, year_start
    cdef int starts_a_week, running_a_week, even_month
    cdef int team_weight, spacing_weight, fairness_weight, level_weight
    # The rota in the making. blocked counts why an inspector cannot start, by inspector and week.
    cdef int[:, ::1] blocked, blocked_lead
    cdef Placed* now
    cdef Placed* best
    cdef Placed saved[TOUCHED]
    cdef int saved_at[TOUCHED]
    cdef int taken[TOUCHED]
    cdef int[::1] travel_of, short_of
    # Starts by week, shifted by one so that the week before the first can be asked for.
    cdef int[::1] starts
    # The starts of each force in order, and the authorities that start.
    cdef int[:, ::1] force_weeks, force_places
    cdef int[::1] in_force, force_points
    # The authorities that start in each week, and those of each inspector, in no order.
    cdef int[:, ::1] starting
    cdef int[:, ::1] held
    cdef int[::1] holds
    cdef int[:, ::1] deployments
    cdef int[::1] load, share, year_count, month_count
    # How many of each body have each share of G5, and the least and the most there are.
    cdef int[:, ::1] sharing
    cdef int[::1] least_share, most_share
    # Running sums of points, and how many have no slot.
    cdef long long fair_sum, late_sum, travel_sum, short_sum, level_sum, spacing_sum
    cdef int unplaced
    # Points added for sending each inspector, so that loads even out.
    cdef double[::1] price
    cdef unsigned long long dice
    # The authority being scanned: its people by what they cost now, and what each week costs.
    cdef int[:, :, ::1] order
    cdef int[:, ::1] lead_order
    cdef double[:, ::1] cost, least
    cdef double[::1] lead_cost
    cdef int reach
    cdef int[::1] room, carries, week_price, drawn
    cdef Placed trial, found
    # The authorities whose placement may differ from the best rota's.
    cdef int[::1] changed, is_changed
    cdef int changes
    cdef readonly long long points, best_points
    cdef readonly long long moves
    cdef object _arrays
