"""What answers claim: better or worse where all runs agree, by the same measure both ways."""

import pytest

from models.answers import WhatIf, Worth
from models.inspectorate import Inspectorate
from models.made_up import with_more
from models.measures import measure_goals
from models.yardstick import yardstick
from tests.cases.programmes import changed, make_programme, merged, monday
from tests.cases.rotas import make_rota


def answer(today: tuple[int, ...], after: tuple[int, ...], runs: int = 5) -> tuple[WhatIf, Worth]:
    worth = Worth(goal="total", today=today, changed=after)
    return WhatIf(runs=runs, seconds=1, from_rota=True, recounted=False, total=worth), worth


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        ((9, 19, 29, 39, 49), "better"),
        ((11, 21, 31, 41, 51), "worse"),
        ((9, 19, 29, 39, 51), ""),
        ((9, 19, 29, 39, 50), ""),
        ((10, 20, 30, 40, 50), ""),
    ],
)
def test_better_or_worse_is_claimed_only_where_all_runs_agree(
    after: tuple[int, ...], verdict: str
) -> None:
    whole, worth = answer((10, 20, 30, 40, 50), after)
    assert whole.verdict(worth) == verdict


def test_nothing_is_claimed_before_all_runs_are_made() -> None:
    part, worth = answer((10, 20), (9, 19))
    assert part.verdict(worth) == ""
    whole, worth = answer((10, 20), (9, 19), runs=2)
    assert whole.verdict(worth) == "better"


def test_runs_are_compared_pair_by_pair() -> None:
    # Every run with the change is better than its own pair, though not than every other.
    whole, worth = answer((10, 50), (9, 49), runs=2)
    assert worth.differences == (-1, -1)
    assert whole.verdict(worth) == "better"


def test_other_weights_count_as_those_of_today() -> None:
    programme = make_programme([{"due": monday(0)}, {}])
    rota = make_rota(programme, {"A1": 3, "A2": 13})
    dearer = changed(programme, goals={"priority": 50, "team": 0})
    counted = yardstick(programme, dearer)
    assert measure_goals(counted, rota) == measure_goals(programme, rota)
    assert measure_goals(dearer, rota) != measure_goals(programme, rota)


def test_other_due_weeks_and_targets_count_as_those_of_today() -> None:
    programme = make_programme([{"last_grade": "inadequate"}, {}])
    rota = make_rota(programme, {"A1": 13, "A2": 3})
    policy = merged(
        programme.policy.model_dump(),
        {"due_weeks": {"inadequate": 0}, "team": {"small": {"cqc": [1, 2, 2]}}},
    )
    other = changed(programme, policy=policy)
    assert measure_goals(other, rota).total > measure_goals(programme, rota).total
    assert measure_goals(yardstick(programme, other), rota) == measure_goals(programme, rota)


def test_the_yardstick_leaves_the_rules_and_the_staff_as_changed() -> None:
    programme = make_programme(2)
    policy = merged(programme.policy.model_dump(), {"force": {"gap_weeks": 2}})
    other = with_more(changed(programme, policy=policy), {Inspectorate.CQC: 1})
    counted = yardstick(programme, other)
    assert counted.policy.force.gap_weeks == 2
    assert counted.inspectors == other.inspectors


def test_made_up_inspectors_live_in_the_middle_and_work_full_time() -> None:
    programme = make_programme(
        1,
        inspectors={"cqc": 2, "ofsted": 4},
        people={"cqc-1": {"latitude": 51.0, "longitude": 0.0}, "cqc-2": {"latitude": 53.0}},
    )
    more = with_more(programme, {Inspectorate.CQC: 2, Inspectorate.OFSTED: 1})
    first, second, lead = more.inspectors[-3:]
    assert (first.latitude, first.longitude) == (52.0, -0.5)
    assert (first.fte_percent, first.is_seconded, first.may_lead) == (100, False, False)
    assert first.inspector_id != second.inspector_id
    assert lead.may_lead


def test_somebody_made_up_of_a_body_without_inspectors_lives_in_the_middle_of_all() -> None:
    programme = make_programme(1, inspectors={"ofsted": 4})
    (made_up,) = with_more(programme, {Inspectorate.HMIC: 1}).inspectors_from[Inspectorate.HMIC]
    assert (made_up.latitude, made_up.longitude) == (52.0, -1.0)
