"""Explanations of re-plans: what has begun stands, changes are folded in, ways out are re-plans."""

import threading
from collections.abc import Sequence
from datetime import date
from functools import cache

from models.changes import Change, ChangeKind
from models.checks import check_rota
from models.explanation import Explanation, ExplanationStatus
from models.programme import Programme
from models.rota import Rota
from planner import PlanOptions, plan
from planner.conflict import ExplainOptions, explain_changes
from planner.replanning import ReplanOptions, replan
from planner.ways_out import FromBaseline
from tests.cases.programmes import make_programme, monday

#: Three inspections of one force, the first of which has begun by this day.
TODAY = monday(6)
SECONDS = 60.0


@cache
def _programme() -> Programme:
    return make_programme(
        [{"police_force_code": "F1"}] * 3,
        inspectors={"ofsted": 8, "hmic": 4, "cqc": 2, "hmi_probation": 2},
        weeks=40,
        policy={"year_quota": {"tolerance": 9}},
        pins=[{"la_code": "A1", "start": monday(5)}],
    )


@cache
def _baseline() -> Rota:
    rota = plan(_programme(), PlanOptions(seconds=SECONDS, workers=1, seed="a", gap=0.99)).rota
    assert rota is not None
    return rota


def _explained(*changes: Change, today: date = TODAY) -> Explanation:
    options = ExplainOptions(seconds=SECONDS, workers=1, seed="a test")
    return explain_changes(_programme(), _baseline(), changes, today, options)


def _pin(la_code: str, week: int) -> Change:
    return Change(kind=ChangeKind.PIN, la_code=la_code, start=monday(week))


def _away(ids: Sequence[str], first: int, last: int) -> list[Change]:
    span = {"start": monday(first), "end": monday(last, 4)}
    return [Change(kind=ChangeKind.ABSENCE, inspector_id=each, **span) for each in ids]


def test_says_that_the_changes_can_be_taken_in() -> None:
    explanation = _explained(*_away(["cqc-1"], 8, 10))
    assert explanation.status is ExplanationStatus.ROTA_EXISTS


def test_an_inspection_that_has_begun_holds_its_place() -> None:
    # A1 started in week 5, and R7 asks for four weeks in between.
    explanation = _explained(_pin("A2", 7))
    assert explanation.status is ExplanationStatus.IMPOSSIBLE
    clash = explanation.clash
    assert clash is not None
    assert clash.sentence == (
        "F1 Police (F1): 2 inspections must start from 10 February 2014 to 24 February 2014, "
        "where there is room for 1 at a gap of 4 weeks."
    )
    assert [each.rule for each in clash.members] == ["force_spacing", "pinned"]


def test_every_way_out_is_a_re_plan_that_the_checker_passes() -> None:
    explanation = _explained(_pin("A2", 7))
    assert {way.kind for way in explanation.ways_out} == {"pin", "gap"}
    for way in explanation.ways_out:
        options = ReplanOptions(today=TODAY, seconds=SECONDS, workers=1, seed="b", repair=True)
        rota = replan(way.programme, _baseline(), (), options).result.rota
        assert rota is not None
        breaches = check_rota(way.programme, rota, TODAY)
        assert not [each for each in breaches if not each.history]
        held = _baseline().inspection_of["A1"]
        assert rota.inspection_of["A1"].start == held.start


def test_a_rota_found_for_a_way_out_has_the_past_as_it_was() -> None:
    ground = FromBaseline(_baseline(), TODAY, "a test", 1, threading.Event())
    rota = ground.rota(_programme(), SECONDS).rota
    assert rota is not None
    before, after = (
        {(each.inspector_id, each.role) for each in held.team_of["A1"]}
        for held in (_baseline(), rota)
    )
    assert after == before
    assert rota.inspection_of["A1"].start == monday(5)


def test_people_who_stay_away_for_good() -> None:
    explanation = _explained(*_away(["cqc-1", "cqc-2"], 7, 60))
    assert explanation.status is ExplanationStatus.IMPOSSIBLE
    assert explanation.clash is not None
    assert {"team_size", "available"} <= {each.rule for each in explanation.clash.members}
    assert {"people", "absence"} <= {way.kind for way in explanation.ways_out}
