"""Unpredictability: whom an observer who knows every earlier start must still suspect (§34)."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.anonymity import anonymity_sizes, week_rows
from models.events import Blackout, BlackoutScope
from models.inspection import Inspection
from models.programme import Programme
from models.rota import Rota
from tests.planner.tiny import MONDAY, authority, programme

CODES = "ABCD"


def two_forces(**fields: object) -> Programme:
    forces = {"A": "F", "B": "F", "C": "G", "D": "G"}
    places = tuple(authority(code, police_force_code=forces[code]) for code in CODES)
    return programme(authorities=places, weeks=16, **fields)


def rota(slots: dict[str, int]) -> Rota:
    return Rota(
        inspections=tuple(
            Inspection(la_code=code, start=MONDAY + timedelta(weeks=week))
            for code, week in slots.items()
        ),
        deployments=(),
    )


def test_a_start_hides_its_force_for_the_gap_and_itself_for_ever() -> None:
    # A starts in week 1: B is out of the question in weeks 2 to 4, A from week 2 on.
    sizes = anonymity_sizes(two_forces(), {"A": 1, "B": 7, "C": 7, "D": 14})
    # Weeks 0 and 1: everybody. Weeks 2 to 4: C and D. Weeks 5 to 7: B, C and D.
    assert sizes[:8] == (4, 4, 2, 2, 2, 3, 3, 3)


def test_the_week_of_the_start_itself_still_hides_the_authority() -> None:
    assert anonymity_sizes(two_forces(), dict.fromkeys(CODES, 0))[:2] == (4, 0)


def test_a_blackout_takes_an_authority_out_of_the_set() -> None:
    closed = Blackout(scope=BlackoutScope.AUTHORITY, key="D", start=MONDAY, end=MONDAY)
    sizes = anonymity_sizes(two_forces(blackouts=(closed,)), dict.fromkeys(CODES, 15))
    assert sizes[:2] == (3, 4)


def test_each_week_says_its_days_starts_and_running_inspections() -> None:
    holiday = ((MONDAY + timedelta(weeks=5), "holiday"),)
    rows = week_rows(two_forces(bank_holidays=holiday), rota({"A": 4, "C": 4, "B": 5}))
    assert [row.week for row in rows] == list(range(16))
    assert (rows[4].starts, rows[4].running) == (2, 2)
    assert (rows[5].starts, rows[5].running) == (1, 3)
    assert (rows[6].starts, rows[6].running) == (0, 1)
    assert (rows[4].working_days, rows[5].working_days) == (5, 4)
    assert rows[1].monday == MONDAY + timedelta(weeks=1)


def test_an_open_week_is_one_that_the_nation_may_start_in() -> None:
    # August 2013 begins with the week of 5 August, number 9: starts in weeks 8 to 12 are shut.
    rows = week_rows(two_forces(), rota({}))
    assert [row.week for row in rows if not row.open] == [8, 9, 10, 11, 12, 15]


@given(st.dictionaries(st.sampled_from(CODES), st.integers(0, 14)))
def test_the_set_holds_exactly_those_who_could_start(slots: dict[str, int]) -> None:
    asked = two_forces()
    force_of = {code: each.police_force_code for code, each in asked.authority_of.items()}
    for week, size in enumerate(anonymity_sizes(asked, slots)):
        started = {code for code, start in slots.items() if start < week}
        suspects = [
            code
            for code in CODES
            if code not in started
            and week in asked.open_starts[code]
            and all(
                week - slots[other] >= 4 for other in started if force_of[other] == force_of[code]
            )
        ]
        assert size == len(suspects)
