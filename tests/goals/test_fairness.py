"""G5: uneven work."""

from collections.abc import Mapping
from typing import Any

import pytest

from models.measures.fairness import measure
from models.programme import Programme
from models.rota import Rota
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import deployment, inspection


def _programme(people: Mapping[str, Mapping[str, Any]] | None = None, **fields: Any) -> Programme:
    """Three of CQC and two of Ofsted; eight authorities in twenty weeks."""
    numbers = {"cqc": 3, "ofsted": 2, "hmcpsi": 2}
    return make_programme(8, inspectors=numbers, people=people, **fields)


def _rota(**inspections: int) -> Rota:
    """So many inspections for each inspector; ids are written with an underscore."""
    ids = {name: name.replace("_", "-") for name in inspections}
    codes = [f"A{number}" for number in range(1, 9)]
    return Rota(
        inspections=tuple(inspection(code, 2) for code in codes),
        deployments=tuple(
            deployment(code, ids[name])
            for name, count in inspections.items()
            for code in codes[:count]
        ),
    )


@pytest.mark.parametrize(
    ("held", "uneven"),
    [
        ({}, 0),
        ({"cqc_1": 2, "cqc_2": 2, "cqc_3": 2}, 0),
        ({"cqc_1": 4, "cqc_2": 3, "cqc_3": 1}, 3),
        ({"cqc_1": 4, "cqc_2": 4}, 4),  # the third has none
        ({"ofsted_1": 3, "ofsted_2": 1}, 4),  # two weeks each: 6 - 2
        ({"cqc_1": 4, "cqc_2": 3, "cqc_3": 1, "ofsted_1": 3, "ofsted_2": 1}, 7),
    ],
)
def test_largest_less_smallest_load_of_each_inspectorate(
    held: Mapping[str, int], uneven: int
) -> None:
    assert measure(_programme(), _rota(**held)) == uneven


def test_a_load_is_by_full_time_equivalent_rounded_down() -> None:
    programme = _programme({"cqc-1": {"fte_percent": 60}})
    # 3 weeks at 60 % are floor(300 / 60) = 5; the others have 5 and 5.
    assert measure(programme, _rota(cqc_1=3, cqc_2=5, cqc_3=5)) == 0
    # 5 weeks at 63 % are floor(7.94) = 7.
    more = _programme({"cqc-1": {"fte_percent": 63}})
    assert measure(more, _rota(cqc_1=5, cqc_2=7, cqc_3=7)) == 0
    # 4 weeks at 60 %: floor(6.67) = 6.
    assert measure(programme, _rota(cqc_1=4, cqc_2=5, cqc_3=5)) == 1


def test_half_time_counts_and_less_does_not() -> None:
    half = _programme({"cqc-1": {"fte_percent": 50}})
    assert measure(half, _rota(cqc_2=3, cqc_3=3)) == 3
    less = _programme({"cqc-1": {"fte_percent": 49}})
    assert measure(less, _rota(cqc_2=3, cqc_3=3)) == 0
    assert measure(less, _rota(cqc_1=8, cqc_2=3, cqc_3=3)) == 0


@pytest.mark.parametrize(("weeks", "counts"), [(5, True), (6, False)])
def test_somebody_absent_in_more_than_a_quarter_of_the_weeks_does_not_count(
    weeks: int, counts: bool
) -> None:
    # A quarter of 20 weeks is 5. One working day makes a week of absence.
    days = [monday(3 * number, number % 5) for number in range(weeks)]
    rows = [{"inspector_id": "cqc-1", "start": day, "end": day} for day in days]
    programme = _programme(absences=rows)
    assert measure(programme, _rota(cqc_2=3, cqc_3=3)) == (3 if counts else 0)


def test_weekends_bank_holidays_and_days_outside_the_programme_are_no_absence() -> None:
    spans = [(monday(w, 5), monday(w, 6)) for w in range(6)]
    spans += [(monday(19, 5), monday(60)), (monday(-9), monday(-1, 6)), (monday(8), monday(8))]
    rows = [{"inspector_id": "cqc-1", "start": start, "end": end} for start, end in spans]
    programme = _programme(absences=rows, bank_holidays=[(monday(8), "holiday")])
    assert measure(programme, _rota(cqc_2=3, cqc_3=3)) == 3


def test_an_inspectorate_of_which_nobody_counts_is_even() -> None:
    few = {f"cqc-{number}": {"fte_percent": 40} for number in (1, 2, 3)}
    assert measure(_programme(few), _rota(cqc_1=5)) == 0


def test_hmcpsi_is_left_aside() -> None:
    assert measure(_programme(), _rota(hmcpsi_1=5)) == 0
