"""HMCPSI: every recorded concern gets a week and an inspector, or is named with what bars it."""

from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from models.events import CpsConcern, Pin
from models.inspector import Absence, Conflict
from models.programme import Programme
from planner.concerns import concern_options, concern_weeks, place_concerns
from tests.planner.tiny import MONDAY, authority, inspectors, programme

CODES = "ABCD"
LONG_AGO = MONDAY - timedelta(weeks=30)


def week(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


def concern(la_code: str, recorded_on: date = LONG_AGO) -> CpsConcern:
    return CpsConcern(la_code=la_code, recorded_on=recorded_on)


def asked(*concerns: CpsConcern, hmcpsi: int = 1, within: int = 6, **fields: object) -> Programme:
    return programme(
        authorities=tuple(authority(code) for code in CODES),
        weeks=20,
        inspectors=inspectors(hmcpsi=hmcpsi),
        policy={"cps": {"within_weeks": within}},
        cps_concerns=concerns,
        **fields,
    )


def away(first: int, last: int, inspector_id: str = "hmcpsi-1") -> Absence:
    end = week(last) + timedelta(days=4)
    return Absence(inspector_id=inspector_id, start=week(first), end=end, reason="secret")


def test_a_concern_is_followed_up_in_the_week_after_the_inspection_ends() -> None:
    (activity,) = place_concerns(asked(concern("A")), {"A": 3}).activities
    assert activity.start == week(5)


def test_a_concern_recorded_later_waits_for_the_first_week_that_begins_after_the_record() -> None:
    # A record on a Monday: the week that begins on that day does not begin after it.
    assert concern_weeks(asked(), concern("A", week(9)), 3)[0] == 10
    assert concern_weeks(asked(), concern("A", week(10) - timedelta(days=1)), 3)[0] == 10


def test_closed_weeks_use_up_the_weeks_within_which_a_concern_is_followed_up() -> None:
    # Christmas closes the weeks of 23 and 30 December 2013, numbers 29 and 30.
    assert concern_weeks(asked(), concern("A", week(27)), 3) == (28, 31, 32, 33)


def test_a_concern_may_be_followed_up_beyond_the_programme() -> None:
    (activity,) = place_concerns(
        asked(concern("A"), absences=(away(20, 23),)), {"A": 18}
    ).activities
    assert activity.start == week(24)


def test_nobody_follows_up_two_concerns_in_one_week() -> None:
    plan = place_concerns(asked(concern("A"), concern("B"), within=2), {"A": 3, "B": 3})
    assert sorted(each.start for each in plan.activities) == [week(5), week(6)]


def test_a_concern_without_a_place_is_named_with_the_figures() -> None:
    said = asked(
        concern("A"),
        hmcpsi=3,
        within=2,
        absences=(away(5, 6),),
        conflicts=(
            Conflict(inspector_id="hmcpsi-2", la_code="A"),
            Conflict(inspector_id="hmcpsi-3", police_force_code="F"),
        ),
    )
    (sentence,) = place_concerns(said, {"A": 3}).sentences
    assert sentence == (
        "Authority A (A): the concern recorded on 5 November 2012 has no HMCPSI inspector in the "
        "2 weeks from that of 8 July 2013 to that of 15 July 2013: of 3, 2 with a conflict of "
        "interest, 1 absent in all of them, 0 absent or with other concerns in each."
    )
    assert "secret" not in sentence


def test_a_pinned_hmcpsi_inspector_takes_the_concern() -> None:
    pinned = asked(concern("A"), hmcpsi=2, pins=(Pin(la_code="A", inspector_id="hmcpsi-2"),))
    (activity,) = place_concerns(pinned, {"A": 3}).activities
    assert activity.inspector_id == "hmcpsi-2"


def test_a_hundred_concerns_in_one_month_are_placed_as_far_as_they_can_be() -> None:
    crowded = programme(
        authorities=tuple(authority(f"A{n}") for n in range(100)),
        weeks=20,
        inspectors=inspectors(hmcpsi=2),
        cps_concerns=tuple(concern(f"A{n}") for n in range(100)),
    )
    plan = place_concerns(crowded, {f"A{n}": 3 for n in range(100)})
    # Two people for six weeks.
    assert len(plan.activities) == 12
    assert len(plan.sentences) == 88


@st.composite
def crowds(draw: st.DrawFn) -> tuple[Programme, dict[str, int]]:
    codes = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=4))
    people = draw(st.integers(0, 2))
    ids = [f"hmcpsi-{number + 1}" for number in range(people)]
    firsts = st.integers(4, 9)
    absences = [away(first, first, who) for who in ids for first in draw(st.sets(firsts))]
    barred = [
        Conflict(inspector_id=who, la_code=code)
        for who in ids
        for code in draw(st.sets(st.sampled_from(CODES), max_size=2))
    ]
    whole = asked(
        *(concern(code) for code in codes),
        hmcpsi=people,
        within=draw(st.integers(1, 3)),
        absences=tuple(absences),
        conflicts=tuple(barred),
    )
    return whole, {code: draw(st.integers(2, 5)) for code in CODES}


def most_by_trying(whole: Programme, slots: dict[str, int]) -> int:
    """The most concerns that can be placed: every choice, nobody in two places at once."""
    choices = [
        [None, *concern_options(whole, each, slots[each.la_code])] for each in whole.cps_concerns
    ]
    placed = [[place for place in choice if place] for choice in product(*choices)]
    return max(len(each) for each in placed if len(each) == len(set(each)))


@settings(max_examples=100, deadline=None)
@given(crowds())
def test_as_many_concerns_are_placed_as_any_choice_places(
    crowd: tuple[Programme, dict[str, int]],
) -> None:
    whole, slots = crowd
    plan = place_concerns(whole, slots)
    assert len(plan.activities) == most_by_trying(whole, slots)
    assert len(plan.activities) + len(plan.sentences) == len(whole.cps_concerns)
    taken = [(each.inspector_id, each.start) for each in plan.activities]
    assert len(taken) == len(set(taken))
    for each in plan.activities:
        free = concern_options(whole, concern(each.la_code), slots[each.la_code])
        assert (whole.calendar.week_of(each.start), each.inspector_id) in set(free)
