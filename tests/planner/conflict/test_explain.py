"""Explanations of programmes that are impossible in one known way, word by word."""

import threading
from typing import Any

import pytest

from models.explanation import Explanation, ExplanationStatus
from models.programme import Programme
from planner.conflict import ExplainOptions, explain
from tests.cases.programmes import changed, make_programme, monday

TEAM = {"ofsted": 4, "hmic": 2, "cqc": 1, "hmi_probation": 1}


def _explained(programme: Programme, **options: Any) -> Explanation:
    return explain(programme, ExplainOptions(seconds=60, workers=1, seed="a test", **options))


def _said(programme: Programme) -> list[str]:
    """The sentence and the members of the clash, confirmed and settled."""
    explanation = _explained(programme, ways=1)
    assert explanation.status is ExplanationStatus.IMPOSSIBLE
    assert explanation.clash is not None
    assert explanation.clash.confirmed
    assert all(each.settled for each in explanation.clash.members)
    assert explanation.ways_out
    return [explanation.clash.sentence, *(each.sentence for each in explanation.clash.members)]


def test_says_that_a_rota_exists() -> None:
    explanation = _explained(make_programme(2))
    assert explanation.status is ExplanationStatus.ROTA_EXISTS
    assert explanation.clash is None
    (sentence,) = explanation.said
    assert sentence.startswith("A rota was found that keeps every rule, with ")


def test_names_people_and_days_where_pinned_inspections_need_more_than_are_free() -> None:
    people = {body: 4 * number for body, number in TEAM.items()} | {"cqc": 3}
    programme = make_programme(
        4,
        inspectors=people,
        policy={"concurrency": {"starts_per_week": 4, "running_per_week": 8}},
        pins=[{"la_code": f"A{n}", "start": monday(8)} for n in range(1, 5)],
    )
    # CQC comes in week two, that of 10 March 2014, and 3 < 4.
    sentence, *members = _said(programme)
    assert sentence == (
        "Between 10 March 2014 and 14 March 2014 CQC has 3 inspectors free and 4 inspections "
        "need one each."
    )
    assert members == [
        "R4, team size: CQC sends 1 inspector to an inspection, by its band.",
        "R11, one place: each of the 3 inspectors of CQC is busy for 2 weeks with an inspection, "
        "and with one at a time.",
        *(
            f"R16, pinned: {name} (A{n}) is pinned to start on 3 March 2014."
            for n, name in enumerate(("Alton", "Burley", "Corby", "Dunley"), start=1)
        ),
    ]


def test_two_pins_in_one_force() -> None:
    rows = [{"police_force_code": "F1"}, {"police_force_code": "F1"}]
    programme = make_programme(
        rows,
        inspectors={body: 2 * number for body, number in TEAM.items()},
        pins=[
            {"la_code": "A1", "start": monday(4)},
            {"la_code": "A2", "start": monday(6)},
        ],
    )
    assert _said(programme) == [
        "F1 Police (F1): 2 inspections must start from 3 February 2014 to 17 February 2014, "
        "where there is room for 1 at a gap of 4 weeks.",
        "R7, force spacing: two inspections in one force start at least so far apart: 4 weeks in "
        "F1 Police (F1).",
        "R16, pinned: Alton (A1) is pinned to start on 3 February 2014.",
        "R16, pinned: Burley (A2) is pinned to start on 17 February 2014.",
    ]


def test_a_conflict_of_interest_that_leaves_nobody() -> None:
    programme = make_programme(
        1, conflicts=[{"inspector_id": "cqc-1", "la_code": "A1", "reason": "secret"}]
    )
    assert _said(programme) == [
        "Alton (A1) needs 1 from CQC, which has 1, with a conflict of interest.",
        "R1, universal: Alton (A1) is inspected once, in an open start week.",
        "R4, team size: CQC sends 1 inspector to Alton (A1).",
        "R12, no conflict: CQC 1 (cqc-1) has a conflict of interest with Alton (A1).",
    ]


def test_a_pin_on_an_absence() -> None:
    programme = make_programme(
        1,
        inspectors=TEAM | {"cqc": 2},
        absences=[
            {"inspector_id": "cqc-1", "start": monday(5), "end": monday(5, 4), "reason": "secret"}
        ],
        pins=[{"la_code": "A1", "start": monday(4), "inspector_id": "cqc-1"}],
    )
    assert _said(programme) == [
        "Alton (A1): CQC 1 (cqc-1) is pinned to it, and absent in every one of its 1 open week.",
        "R10, available: absent: CQC 1 (cqc-1) from 10 February 2014 to 14 February 2014.",
        "R16, pinned: Alton (A1) is pinned to start on 3 February 2014 with CQC 1 (cqc-1).",
    ]


def test_more_pins_than_starts_in_a_week() -> None:
    programme = make_programme(
        2,
        inspectors={body: 2 * number for body, number in TEAM.items()},
        policy={"concurrency": {"starts_per_week": 1}},
        pins=[{"la_code": f"A{n}", "start": monday(4)} for n in (1, 2)],
    )
    sentence, *members = _said(programme)
    assert sentence == (
        "Alton (A1) and Burley (A2) must start on 3 February 2014, and the 1 open start week "
        "there has room for 1."
    )
    assert members[0] == "R8, concurrency: at most 1 inspection may start in a week."
    assert len(members) == 3


def test_a_blackout_over_the_whole_programme() -> None:
    blackout = {"scope": "authority", "key": "A1", "start": monday(0), "end": monday(30)}
    programme = make_programme(1, blackouts=[blackout | {"reason": "secret"}])
    assert _said(programme) == [
        "No start week of 20 is open to Alton (A1).",
        "R1, universal: Alton (A1) is inspected once, in an open start week.",
        "R1, universal: the blackout of Alton (A1) from 6 January 2014 to 4 August 2014.",
    ]


def test_a_ceiling_that_is_too_low() -> None:
    programme = make_programme(3, policy={"ceiling": {"deployments_per_year": 2}})
    sentence, *members = _said(programme)
    assert sentence == (
        "Between 13 January 2014 and 23 May 2014 HMI Probation has 1 inspector, who can take on 2 "
        "deployments at most, and 3 inspections need one each."
    )
    assert any(each.startswith("R15, ceiling: at most 2 deployments a year") for each in members)


def test_a_concern_that_nobody_can_follow_up() -> None:
    programme = make_programme(1, cps_concerns=[{"la_code": "A1", "recorded_on": monday(3)}])
    assert _said(programme)[1:] == [
        "R1, universal: Alton (A1) is inspected once, in an open start week.",
        "R1, universal: the concern about the Crown Prosecution Service in Alton (A1), recorded on "
        "27 January 2014, is followed up by HMCPSI.",
    ]


def test_one_person_pinned_to_two_places_at_once() -> None:
    programme = make_programme(
        2,
        inspectors={body: 2 * number for body, number in TEAM.items()},
        pins=[
            {"la_code": f"A{n}", "start": monday(2 + n), "inspector_id": "cqc-1"} for n in (1, 2)
        ],
    )
    sentence, *members = _said(programme)
    assert sentence == (
        "CQC 1 (cqc-1) is pinned to Alton (A1) and Burley (A2), whose pinned starts overlap for "
        "one person."
    )
    assert [each[:3] for each in members] == ["R11", "R16", "R16"]


def test_too_many_seconded() -> None:
    people = {f"ofsted-{n}": {"employment": "seconded"} for n in (2, 3, 4)}
    members = _said(make_programme(1, people=people))[1:]
    assert members == [
        "R1, universal: Alton (A1) is inspected once, in an open start week.",
        "R4, team size: Ofsted sends 3 to 4 inspectors to Alton (A1).",
        "R14, established: of a part of two or more from Ofsted at most 50 % may be seconded, and "
        "3 of its 4 are.",
    ]


def test_what_arithmetic_alone_shows_is_said_without_a_second_solve() -> None:
    programme = make_programme(
        1, inspectors=TEAM | {"hmcpsi": 1}, pins=[{"la_code": "A1", "inspector_id": "hmcpsi-1"}]
    )
    explanation = _explained(programme)
    assert explanation.status is ExplanationStatus.IMPOSSIBLE
    clash = explanation.clash
    assert clash is not None
    assert not clash.confirmed
    assert clash.sentence.endswith(
        "no concern about the Crown Prosecution Service is recorded there."
    )
    assert [(each.rule, each.settled) for each in clash.members] == [("pinned", False)]
    assert [way.kind for way in explanation.ways_out] == ["pin"]


def test_no_reason_is_ever_said() -> None:
    programme = make_programme(
        1, conflicts=[{"inspector_id": "cqc-1", "la_code": "A1", "reason": "secret"}]
    )
    explanation = _explained(programme)
    shown = explanation.model_dump_json(exclude={"ways_out": {"__all__": {"programme"}}})
    assert "secret" not in shown


def test_proves_nothing_without_time() -> None:
    programme = changed(make_programme(2), cps_concerns=())
    explanation = explain(programme, ExplainOptions(seconds=0.0, workers=1))
    assert explanation.status is ExplanationStatus.NOT_PROVEN
    assert explanation.clash is None
    assert not explanation.ways_out


def test_says_that_it_was_stopped() -> None:
    stop = threading.Event()
    stop.set()
    explanation = explain(make_programme(2), ExplainOptions(workers=1, stop=stop))
    assert explanation.status is ExplanationStatus.STOPPED


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_input_never_matters(order: int) -> None:
    programme = make_programme(
        3,
        inspectors={body: 3 * number for body, number in TEAM.items()} | {"cqc": 2},
        pins=[{"la_code": f"A{n}", "start": monday(8)} for n in (1, 2, 3)],
    )
    turned = changed(
        programme,
        authorities=programme.authorities[::order],
        inspectors=programme.inspectors[::order],
        pins=programme.pins[::order],
    )
    explanation = _explained(turned, ways=1)
    assert explanation.clash is not None
    assert explanation.clash.sentence == (
        "Between 10 March 2014 and 14 March 2014 CQC has 2 inspectors free and 3 inspections "
        "need one each."
    )
