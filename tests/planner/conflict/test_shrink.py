"""Making a clash small, with clashes that are known beforehand."""

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from planner.conflict.member import Member, Members, inspected
from planner.conflict.shrink import Clash, Decide, shrink, take_apart
from planner.solve import Outcome

GROUPS = tuple(frozenset([inspected(str(number))]) for number in range(30))


def _clashing(numbers: Collection[int]) -> Decide:
    """Only all of these members together clash."""
    needed = {inspected(str(number)) for number in numbers}

    def decide(members: Members) -> Outcome:
        return Outcome.INFEASIBLE if needed <= members else Outcome.OPTIMAL

    return decide


def _weight(member: Member) -> tuple[int, Member]:
    return int(member.key), member


def _nothing_stays(_group: Members) -> bool:
    return False


@given(st.sets(st.integers(0, 29), min_size=1))
def test_leaves_exactly_the_groups_that_are_needed(needed: set[int]) -> None:
    clash = shrink(_clashing(needed), GROUPS)
    assert set(clash.groups) == {GROUPS[number] for number in needed}
    assert not clash.unsettled


@given(st.sets(st.integers(0, 29), min_size=1, max_size=12))
def test_takes_a_group_apart_where_few_of_it_are_needed(needed: set[int]) -> None:
    whole = Clash((frozenset(member for group in GROUPS for member in group),))
    clash = take_apart(_clashing(needed), whole, _nothing_stays, _weight)
    assert set(clash.groups) == {GROUPS[number] for number in needed}


def test_leaves_a_group_whole_where_nearly_all_of_it_is_needed() -> None:
    group = frozenset(member for group in GROUPS for member in group)
    clash = take_apart(_clashing(range(30)), Clash((group,)), _nothing_stays, _weight)
    assert clash.groups == (group,)


def test_leaves_a_group_whole_that_is_to_stay() -> None:
    group = frozenset(member for group in GROUPS for member in group)
    clash = take_apart(_clashing([3]), Clash((group,)), lambda _: True, _weight)
    assert clash.groups == (group,)


def test_keeps_what_time_did_not_settle_and_says_so() -> None:
    def decide(members: Members) -> Outcome:
        return Outcome.INFEASIBLE if inspected("7") in members else Outcome.UNKNOWN

    clash = shrink(decide, GROUPS)
    assert clash.groups == (GROUPS[7],)
    assert clash.unsettled == {GROUPS[7]}


def test_the_first_groups_are_the_first_to_go() -> None:
    def any_two(members: Members) -> Outcome:
        return Outcome.INFEASIBLE if len(members) > 1 else Outcome.OPTIMAL

    assert shrink(any_two, GROUPS[:4]).groups == GROUPS[2:4]
