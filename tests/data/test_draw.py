"""A drawn programme has the size asked for, can be repeated, and leaves everywhere a team."""

from collections import Counter
from pathlib import Path

import pytest

from data import read_programme, reference_programme, write_programme
from data.draw import draw_programme
from data.drawing.people import heads
from models.inspectorate import Inspectorate
from models.programme import Programme

SIZES = (1, 2, 4, 8, 12, 40, 151, 152, 153, 304, 608)


@pytest.fixture(scope="module", params=SIZES)
def drawn(request: pytest.FixtureRequest) -> Programme:
    return draw_programme(request.param, seed=1)


def test_has_the_size_asked_for(drawn: Programme) -> None:
    assert len(drawn.authority_of) == len(drawn.authorities)
    assert len(drawn.authorities) in SIZES
    assert drawn.authorities_in.keys() == drawn.force_of.keys()
    trusts = {each.probation_trust_code for each in drawn.probation_trusts}
    assert trusts == {each.probation_trust_code for each in drawn.authorities}


def test_every_authority_keeps_enough_people_free_of_conflict(drawn: Programme) -> None:
    for code in drawn.authority_of:
        free = [
            each for each in drawn.inspectors if code not in drawn.conflicts_of[each.inspector_id]
        ]
        counts = Counter(each.inspectorate for each in free)
        for body in drawn.bodies_at(code):
            assert counts[body] >= drawn.size_range(code, body, review=True).most
        assert counts[Inspectorate.HMCPSI] >= 1
        assert sum(each.may_lead for each in free) >= 2


def test_no_inspectorate_is_mostly_seconded(drawn: Programme) -> None:
    for people in drawn.inspectors_from.values():
        assert sum(each.is_seconded for each in people) <= len(people) / 2


def test_people_take_leave_and_all_of_it_is_in_the_programme(drawn: Programme) -> None:
    last = drawn.calendar.monday(drawn.weeks)
    assert {each.inspector_id for each in drawn.absences} == drawn.inspector_of.keys()
    assert all(drawn.start <= each.start <= each.end < last for each in drawn.absences)
    assert 8 <= len(drawn.absences) / len(drawn.inspectors) <= 10


def test_the_open_weeks_hold_every_start_and_every_force(drawn: Programme) -> None:
    places = len(drawn.national_open_starts) * drawn.policy.concurrency.starts_per_week
    assert places >= len(drawn.authorities)
    assert all(gap == 4 for gap in drawn.gap_of.values())


@pytest.mark.parametrize(
    ("authorities", "starts", "running", "tolerance"),
    [(8, 1, 2, 1), (76, 2, 3, 2), (152, 3, 5, 4), (304, 6, 10, 8), (608, 12, 20, 16)],
)
def test_concurrency_and_tolerance_follow_the_size(
    authorities: int, starts: int, running: int, tolerance: int
) -> None:
    policy = draw_programme(authorities, seed=1).policy
    assert policy.concurrency.starts_per_week == starts
    assert policy.concurrency.running_per_week == running
    assert policy.year_quota.tolerance == tolerance


@pytest.mark.parametrize(
    ("authorities", "ofsted", "hmic"), [(4, 7, 4), (152, 30, 10), (304, 60, 20), (608, 120, 40)]
)
def test_inspectors_come_in_proportion(authorities: int, ofsted: int, hmic: int) -> None:
    assert heads(Inspectorate.OFSTED, authorities) == ofsted
    assert heads(Inspectorate.HMIC, authorities) == hmic


def test_the_same_seed_draws_the_same_programme_and_another_another() -> None:
    assert draw_programme(12, 7) == draw_programme(12, "7")
    assert draw_programme(12, 7) != draw_programme(12, 8)


def test_copies_lie_a_little_off_what_they_copy() -> None:
    england = read_programme(reference_programme())
    drawn = draw_programme(304, 1)
    for authority in england.authorities:
        assert drawn.authority_of[authority.la_code] == authority
        copy = drawn.authority_of[f"{authority.la_code}-1"]
        assert copy.police_force_code == f"{authority.police_force_code}-1"
        moved = (copy.latitude - authority.latitude, copy.longitude - authority.longitude)
        assert moved != (0, 0)
        assert max(map(abs, moved)) < 0.09


def test_a_thinned_programme_has_forces_with_several_authorities() -> None:
    sizes = [len(codes) for codes in draw_programme(40, 1).authorities_in.values()]
    assert max(sizes) > 1


@pytest.mark.parametrize("authorities", [0, -1])
def test_cannot_draw_less_than_one_authority(authorities: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        draw_programme(authorities, 1)


def test_a_drawn_programme_reads_back(tmp_path: Path) -> None:
    drawn = draw_programme(153, "somebody's trial")
    write_programme(drawn, tmp_path / "drawn")
    assert read_programme(tmp_path / "drawn") == drawn
