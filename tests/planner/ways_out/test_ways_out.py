"""Ways out of drawn and hand-made clashes: each leads to a rota that the checker passes."""

import os
from random import Random

import pytest

from models.checks import check_rota
from models.explanation import ExplanationStatus, WayOut
from models.programme import Programme
from planner import PlanOptions, plan
from planner.conflict import ExplainOptions, explain
from tests.cases.programmes import make_programme, monday
from tests.planner.model.tiniest import draw_tiniest

#: Programmes drawn in all, in so many tests; about half have no rota. See test_clash.
DRAWN, TESTS = int(os.environ.get("CLASHES", "220")) // 4, 5
SECONDS = 60.0


def _ways(programme: Programme) -> tuple[WayOut, ...]:
    explanation = explain(programme, ExplainOptions(seconds=SECONDS, workers=1, seed="a test"))
    if explanation.status is ExplanationStatus.ROTA_EXISTS:
        return ()
    assert explanation.status is ExplanationStatus.IMPOSSIBLE
    assert explanation.ways_out
    return explanation.ways_out


def _kinds(programme: Programme) -> list[str]:
    return [way.kind for way in _ways(programme)]


@pytest.mark.parametrize("part", range(TESTS))
def test_every_way_out_leads_to_a_rota_that_the_checker_passes(part: int) -> None:
    found = 0
    for seed in range(part, DRAWN, TESTS):
        ways = _ways(draw_tiniest(Random(seed)))
        assert len({way.kind for way in ways}) == len(ways), seed
        for way in ways:
            options = PlanOptions(seconds=SECONDS, workers=1, seed="another", gap=0.99)
            result = plan(way.programme, options)
            assert result.rota is not None, (seed, way.sentence)
            assert not check_rota(way.programme, result.rota), (seed, way.sentence)
            found += 1
    assert found


def test_lifts_one_pin_or_shortens_the_gap() -> None:
    rows = [{"police_force_code": "F1"}, {"police_force_code": "F1"}]
    pins = [{"la_code": "A1", "start": monday(4)}, {"la_code": "A2", "start": monday(6)}]
    people = {"ofsted": 8, "hmic": 4, "cqc": 2, "hmi_probation": 2}
    pin, gap = _ways(make_programme(rows, inspectors=people, pins=pins))
    assert (pin.kind, pin.amount) == ("pin", 1)
    assert pin.sentence == "The pin of Alton (A1) to 3 February 2014 lifted."
    # Two weeks lie between the pins: of gaps below four the largest that lets both be is 2.
    assert (gap.kind, gap.amount) == ("gap", 2)
    assert gap.settings == {"policy.force.gap_weeks": 2}


def test_sends_for_the_fewest_people_in_the_weeks_that_need_them() -> None:
    people = {"ofsted": 12, "hmic": 6, "cqc": 1, "hmi_probation": 3}
    pins = [{"la_code": f"A{n}", "start": monday(30)} for n in (1, 2, 3)]
    programme = make_programme(3, inspectors=people, pins=pins, weeks=60)
    ways = {way.kind: way for way in _ways(programme)}
    more = ways["people"]
    assert more.amount == 2
    assert more.sentence == "2 more CQC inspectors in weeks 28 to 35."
    new = more.programme.inspector_of.keys() - programme.inspector_of.keys()
    for each in new:
        present = set(range(60)) - more.programme.absent_weeks_of[each]
        assert present == set(range(28, 36))


def test_starts_one_more_a_week() -> None:
    people = {"ofsted": 8, "hmic": 4, "cqc": 2, "hmi_probation": 2}
    pins = [{"la_code": f"A{n}", "start": monday(4)} for n in (1, 2)]
    policy = {"concurrency": {"starts_per_week": 1}}
    ways = _ways(make_programme(2, inspectors=people, pins=pins, policy=policy))
    found = {way.kind: way for way in ways}
    assert found["concurrency"].settings == {"policy.concurrency.starts_per_week": 2}
    assert found["concurrency"].sentence == "R8, concurrency: 2 starts a week."
    assert "pin" in found


def test_takes_a_blackout_or_an_absence_back() -> None:
    shut = {"scope": "authority", "key": "A1", "start": monday(0), "end": monday(80)}
    assert _kinds(make_programme(1, blackouts=[shut])) == ["blackout"]
    away = {"inspector_id": "cqc-1", "start": monday(0), "end": monday(80)}
    assert set(_kinds(make_programme(1, absences=[away]))) >= {"people", "absence"}


def test_takes_several_steps_where_several_clashes_stand_in_the_way() -> None:
    shut = {"scope": "authority", "key": "A1", "start": monday(0), "end": monday(80)}
    conflict = {"inspector_id": "cqc-1", "la_code": "A2"}
    programme = make_programme(2, blackouts=[shut], conflicts=[conflict])
    (way,) = _ways(programme)
    assert way.kind == "several"
    assert "more CQC inspector" in way.sentence
    assert "the blackout of Alton (A1)" in way.sentence.replace("The blackout", "the blackout")
