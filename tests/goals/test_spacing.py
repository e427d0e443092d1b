"""G3: a force's inspections bunched."""

import pytest

from models.measures.spacing import measure
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import make_rota

TOGETHER = {"police_force_code": "F1"}


@pytest.mark.parametrize(
    ("slots", "short"),
    [
        # Start weeks 0 to 18 of 20 weeks: span 19, three inspections, even gap 6.
        ((0, 6, 12), 0),
        ((0, 5, 12), 1),
        ((0, 5, 10), 2),
        ((0, 1, 18), 5),  # a wide gap makes up for nothing
        ((7, 7, 7), 12),
        ((12, 0, 4), 2),  # in order of start: 0, 4, 12
    ],
)
def test_each_week_short_of_the_even_gap_counts_one(slots: tuple[int, ...], short: int) -> None:
    programme = make_programme([TOGETHER] * 3)
    rota = make_rota(programme, dict(zip(("A1", "A2", "A3"), slots, strict=True)))
    assert measure(programme, rota) == short


@pytest.mark.parametrize(("weeks", "even_gap"), [(18, 5), (19, 6), (21, 6), (22, 7)])
def test_the_even_gap_is_the_open_span_over_the_inspections_rounded_down(
    weeks: int, even_gap: int
) -> None:
    # The last start week is weeks - 2, so the span is weeks - 1: 17, 18, 20 and 21 over 3.
    programme = make_programme([TOGETHER] * 3, weeks=weeks)
    rota = make_rota(programme, {"A1": 0, "A2": even_gap, "A3": 2 * even_gap - 1})
    assert measure(programme, rota) == 1


def test_forces_are_counted_apart_and_a_force_of_one_not_at_all() -> None:
    other = {"police_force_code": "F2"}
    programme = make_programme([TOGETHER, TOGETHER, other, other, {"police_force_code": "F3"}])
    # Two each: even gap floor(19 / 2) = 9; short by 9 - 4 and 9 - 7.
    slots = {"A1": 0, "A2": 4, "A3": 1, "A4": 8, "A5": 1}
    assert measure(programme, make_rota(programme, slots)) == 5 + 2


def test_the_even_gap_is_capped() -> None:
    # 40 weeks: span 39, two inspections, floor 19, capped at 13.
    programme = make_programme([TOGETHER] * 2, weeks=40)
    assert measure(programme, make_rota(programme, {"A1": 0, "A2": 13})) == 0
    assert measure(programme, make_rota(programme, {"A1": 0, "A2": 12})) == 1
    tighter = make_programme([TOGETHER] * 2, weeks=40, policy={"force": {"even_gap_cap_weeks": 5}})
    assert measure(tighter, make_rota(tighter, {"A1": 0, "A2": 3})) == 2


def test_the_span_runs_from_the_first_nationally_open_start_to_the_last() -> None:
    # Weeks 0 and 19 are blacked out: open starts are 1 to 17, span 17, even gap 8.
    ends = [{"scope": "national", "start": monday(w), "end": monday(w)} for w in (0, 19)]
    programme = make_programme([TOGETHER] * 2, blackouts=ends)
    assert measure(programme, make_rota(programme, {"A1": 1, "A2": 9})) == 0
    assert measure(programme, make_rota(programme, {"A1": 1, "A2": 8})) == 1
    # One in the middle changes no span: 19, even gap 9.
    middle = {"scope": "national", "start": monday(9), "end": monday(9)}
    programme = make_programme([TOGETHER] * 2, blackouts=[middle])
    assert measure(programme, make_rota(programme, {"A1": 1, "A2": 11})) == 0


def test_without_an_open_week_nothing_is_bunched() -> None:
    always = {"scope": "national", "start": monday(0), "end": monday(30)}
    programme = make_programme([TOGETHER] * 2, blackouts=[always])
    assert measure(programme, make_rota(programme, {"A1": 1, "A2": 2})) == 0
