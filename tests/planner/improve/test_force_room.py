"""The room of a force: what one more start may leave to the others, counted by hand."""

from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.facts import Facts
from planner.improve.force_room import ForceRoom
from tests.cases.programmes import make_programme

FORCE = [{"police_force_code": "F1"}]


def _room(authorities: int, gap: int, weeks: int) -> ForceRoom:
    programme = make_programme(
        FORCE * authorities, policy={"force": {"gap_weeks": gap}}, weeks=weeks
    )
    return ForceRoom(Facts(programme), "F1")


def _can_still_start(taken: list[int], gap: int, others: int, weeks: int) -> bool:
    left = [week for week in range(weeks - 1) if all(abs(week - each) >= gap for each in taken)]
    return any(
        all(b - a >= gap for a, b in pairwise(chosen)) for chosen in combinations(left, others)
    )


@given(st.lists(st.integers(0, 12), max_size=2, unique=True), st.integers(2, 4))
def test_a_week_is_left_open_exactly_when_the_others_still_fit(starts: list[int], gap: int) -> None:
    weeks, authorities = 14, 4
    room = _room(authorities, gap, weeks)
    asked = room.gap
    starts = [w for at, w in enumerate(starts) if all(abs(w - b) >= asked for b in starts[:at])]
    for authority, week in enumerate(starts):
        room.add(authority, week)
    opens = np.ones(weeks, bool)
    opens[weeks - 1] = False
    left = room.narrow(3, opens)
    others = authorities - len(starts) - 1
    for week in range(weeks - 1):
        apart = all(abs(week - each) >= asked for each in starts)
        expected = apart and _can_still_start([*starts, week], asked, others, weeks)
        assert bool(left[week]) == expected, (week, starts, asked)


def test_the_first_start_carries_the_review_wherever_it_falls() -> None:
    room = _room(3, 2, 14)
    assert room.would_carry()[:13].all()
    room.add(0, 6)
    assert room.would_carry()[:6].all()
    assert not room.would_carry()[6:].any()
    assert room.carriers() == {0}


def test_one_more_start_costs_the_spacing_it_breaks() -> None:
    # Three authorities over 13 open weeks: even gap floor(13 / 3) = 4.
    room = _room(3, 2, 14)
    room.add(0, 0)
    room.add(1, 8)
    assert room.points == 0
    prices = room.prices()
    # In week 2: 4 - 2 = 2 too near the first, 6 from the second; weight 4.
    assert prices[2] == 4 * 2
    assert prices[4] == 0
    # In week 10: 2 from the second: 4 x (4 - 2).
    assert prices[10] == 4 * 2
