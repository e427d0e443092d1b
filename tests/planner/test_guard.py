"""A guard against a worse search or bound: so much work, counted and not timed, must bring this."""

from pathlib import Path

from data import read_programme
from planner import PlanOptions, plan

N152 = Path(__file__).parents[1] / "benchmarks" / "programmes" / "n152"


def test_a_fixed_amount_of_work_brings_a_national_rota_this_good() -> None:
    options = PlanOptions(seconds=5, seed="guard", repeatable=True)
    goals = plan(read_programme(N152), options).goals
    assert goals is not None
    assert goals.bound is not None
    # 14,119 and 13,132 when this was written.
    assert goals.total <= 14_500
    assert goals.bound >= 13_100
