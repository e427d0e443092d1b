"""Why not there, then: what is possible is shown by a rota, what is not by facts that forbid it."""

from datetime import date
from random import Random
from typing import Any

import pytest

from models.altered import changed_programme
from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota
from models.why_not import Possibility, WhyNot
from planner import BaselineBroken, ReplanOptions, replan, why
from planner.answers.why import pin_of
from planner.assemble import whole_rota
from planner.draft import draft_of
from tests.cases.draws import draw_case
from tests.cases.programmes import changed, make_programme, merged, monday
from tests.cases.rotas import make_rota

BENCH = {"ofsted": 9, "hmic": 4, "cqc": 2, "hmi_probation": 2, "hmi_prisons": 1, "hmcpsi": 1}
ONE_FORCE = [{"police_force_code": "F1"}] * 2


def options(programme: Programme, **fields: object) -> ReplanOptions:
    plain: dict[str, object] = {
        "today": programme.start, "freeze_weeks": 0, "seconds": 20.0, "workers": 1, "seed": "one",
    }  # fmt: skip
    return ReplanOptions(**plain | fields)  # type: ignore[arg-type]  # a test says what differs


def written(programme: Programme, **slots: int) -> Rota:
    return whole_rota(programme, draft_of(programme, make_rota(programme, slots)))


def move(programme: Programme, rota: Rota, start: date, **fields: object) -> WhyNot:
    return why(programme, rota, "A1", options(programme, **fields), start=start)


def bring(programme: Programme, rota: Rota, who: str, **fields: object) -> WhyNot:
    return why(programme, rota, "A1", options(programme, **fields), inspector_id=who)


def test_what_is_so_already_is_said_to_be_so() -> None:
    programme = make_programme(2, inspectors=BENCH)
    rota = written(programme, A1=3, A2=13)
    assert move(programme, rota, monday(3)).possibility is Possibility.STANDS
    assert bring(programme, rota, "cqc-1").possibility is Possibility.STANDS


def test_a_free_week_costs_what_the_move_alone_does() -> None:
    programme = make_programme([{"due": monday(3)}, {}], inspectors=BENCH)
    rota = written(programme, A1=3, A2=13)
    answer = move(programme, rota, monday(5))
    assert answer.possibility is Possibility.POSSIBLE
    assert answer.direct == ()
    # Two weeks late on the due week, of risk weight 2, at 5 points a week.
    assert answer.cost == 20
    assert answer.replanned is not None
    assert {tier.name: tier.reached for tier in answer.replanned.tiers}["slots"] == 1


def test_the_nearest_week_of_a_force_makes_its_neighbour_move_too() -> None:
    programme = make_programme(ONE_FORCE, inspectors=BENCH)
    rota = written(programme, A1=3, A2=13)
    answer = move(programme, rota, monday(12))
    assert answer.possibility is Possibility.POSSIBLE
    assert "force_spacing" in {breach.rule for breach in answer.direct}
    assert answer.replanned is not None
    assert {tier.name: tier.reached for tier in answer.replanned.tiers}["slots"] == 2


def test_a_person_comes_in_the_place_where_fewest_rules_break() -> None:
    programme = make_programme(1, inspectors=BENCH, people={"ofsted-9": {"can_lead": False}})
    rota = written(programme, A1=3)
    answer = bring(programme, rota, "ofsted-9")
    assert answer.possibility is Possibility.POSSIBLE
    assert answer.instead_of in {"ofsted-2", "ofsted-3", "ofsted-4"}
    assert answer.direct == ()


def test_whoever_is_busy_elsewhere_can_come_if_somebody_takes_that_place() -> None:
    programme = make_programme(2, inspectors=BENCH)
    teams = {
        code: [f"ofsted-{n}" for n in people] + [f"hmic-{n}" for n in hmic]
        + [f"cqc-{number}", f"hmi_probation-{number}"]
        for code, number, people, hmic in (
            ("A1", 1, (1, 2, 3, 4), (1, 2)), ("A2", 2, (5, 6, 7, 8), (3, 4)),
        )
    }  # fmt: skip
    by_hand = make_rota(programme, {"A1": 3, "A2": 3}, teams=teams)
    rota = whole_rota(programme, draft_of(programme, by_hand))
    answer = bring(programme, rota, "cqc-2")
    assert {breach.rule for breach in answer.direct} == {"one_place"}
    assert answer.possibility is Possibility.POSSIBLE
    assert answer.replanned is not None
    tiers = {tier.name: tier.reached for tier in answer.replanned.tiers}
    assert (tiers["slots"], tiers["deployments"]) == (0, 2)


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ({"blackouts": [{"scope": "authority", "key": "A1", "start": monday(7),
                         "end": monday(7)}]}, "is blacked out for the authority"),
        ({"pins": [{"la_code": "A1", "start": monday(3)}]}, "is pinned to"),
        ({"pins": [{"la_code": "A2", "start": monday(9)}]}, "2 whole weeks apart"),
    ],
)  # fmt: skip
def test_a_week_is_forbidden_by_what_cannot_change(records: dict[str, Any], said: str) -> None:
    programme = make_programme(ONE_FORCE, inspectors=BENCH, **records)
    answer = move(programme, written(programme, A1=3, A2=9), monday(7))
    assert answer.possibility is Possibility.FORBIDDEN
    assert answer.replanned is None
    assert any(said in sentence for sentence in answer.forbidden)


def test_what_only_the_whole_forbids_names_what_clashes() -> None:
    # Three in one force, seven weeks apart, in fifteen open weeks: 0, 7 and 14 and no others.
    programme = make_programme(
        [{"police_force_code": "F1"}] * 3,
        inspectors=BENCH,
        weeks=16,
        policy={"force": {"gap_weeks": 7}},
    )
    answer = move(programme, written(programme, A1=0, A2=7, A3=14), monday(2))
    assert answer.possibility is Possibility.FORBIDDEN
    assert any("7 weeks in F1 Police (F1)" in each for each in answer.forbidden)
    assert any("is pinned to start on 20 January 2014" in each for each in answer.forbidden)


def test_a_week_beyond_the_programme_is_forbidden() -> None:
    programme = make_programme(2, inspectors=BENCH)
    answer = move(programme, written(programme, A1=3, A2=13), monday(40))
    assert answer.possibility is Possibility.FORBIDDEN
    assert any("lies outside the programme" in each for each in answer.forbidden)


def test_what_is_past_is_forbidden() -> None:
    programme = make_programme(ONE_FORCE, inspectors=BENCH)
    rota = written(programme, A1=3, A2=9)
    gone = move(programme, rota, monday(15), today=monday(4))
    assert "started on 27 January 2014, before 3 February 2014" in gone.forbidden[0]
    back = why(programme, rota, "A2", options(programme, today=monday(4)), start=monday(1))
    assert "lies in the past" in back.forbidden[0]
    # A1 has begun, so that it cannot make room for the force's other authority.
    near = why(programme, rota, "A2", options(programme, today=monday(4)), start=monday(5))
    assert "The others cannot be moved." in near.forbidden[0]


@pytest.mark.parametrize(
    ("who", "records", "said"),
    [
        ("cqc-2", {"conflicts": [{"inspector_id": "cqc-2", "la_code": "A1"}]}, "conflict of"),
        ("hmi_prisons-1", {}, "HMI Prisons does not come to Alton (A1)"),
        ("hmcpsi-1", {}, "HMCPSI comes only where a concern is recorded"),
        ("cqc-2", {"absences": [{"inspector_id": "cqc-2", "start": monday(0), "end": monday(30)}]},
         "absent at each of the 19 starts"),
    ],
)  # fmt: skip
def test_a_person_is_forbidden_by_what_cannot_change(
    who: str, records: dict[str, Any], said: str
) -> None:
    programme = make_programme(2, inspectors=BENCH, **records)
    answer = bring(programme, written(programme, A1=3, A2=13), who)
    assert answer.possibility is Possibility.FORBIDDEN
    assert answer.replanned is None
    assert any(said in sentence for sentence in answer.forbidden)


def test_an_absence_in_the_week_alone_moves_the_slot() -> None:
    away = [{"inspector_id": "cqc-2", "start": monday(4), "end": monday(4, 4)}]
    programme = make_programme(1, inspectors=BENCH, absences=away)
    answer = bring(programme, written(programme, A1=3), "cqc-2")
    assert {breach.rule for breach in answer.direct} == {"available"}
    assert answer.possibility is Possibility.POSSIBLE
    assert answer.replanned is not None
    assert {tier.name: tier.reached for tier in answer.replanned.tiers}["slots"] == 1


def test_a_rota_that_breaks_rules_is_refused_and_one_question_is_asked_at_a_time() -> None:
    programme = make_programme(2, inspectors=BENCH)
    rota = written(programme, A1=3, A2=13)
    with pytest.raises(ValueError, match="one of start and inspector_id"):
        why(programme, rota, "A1", options(programme))
    tight = changed(
        programme, policy=merged(programme.policy.model_dump(), {"busy": {"rest_weeks": 12}})
    )
    with pytest.raises(BaselineBroken):
        move(tight, rota, monday(5))


def test_what_is_possible_is_shown_by_a_rota_and_what_is_forbidden_by_none() -> None:
    seen = dict.fromkeys(Possibility, 0)
    for seed in range(40):
        random = Random(seed)
        programme, drawn = draw_case(random)
        rota = whole_rota(programme, draft_of(programme, drawn))
        la_code = random.choice(sorted(programme.authority_of))
        start, who = None, ""
        if random.random() < 0.6:
            start = monday(random.randrange(programme.weeks - 1))
        else:
            who = random.choice(programme.inspectors).inspector_id
        asked = options(programme)
        answer = why(programme, rota, la_code, asked, start=start, inspector_id=who)
        seen[answer.possibility] += 1
        pin = pin_of(la_code, start, who)
        pinned = changed_programme(programme, pins=(*programme.pins, pin))
        if answer.possibility is Possibility.POSSIBLE:
            assert answer.replanned is not None
            then = answer.replanned.result.rota
            assert then is not None
            assert check_rota(pinned, then) == ()
            rise = measure_goals(programme, then).total - measure_goals(programme, rota).total
            assert answer.cost == rise
        elif answer.possibility is Possibility.FORBIDDEN and answer.replanned is None:
            unasked = replan(pinned, rota, [], options(programme, repair=True))
            assert unasked.result.rota is None, answer.forbidden
        if answer.possibility is not Possibility.STANDS and not answer.direct and start:
            assert answer.possibility is Possibility.POSSIBLE
    assert min(seen[Possibility.POSSIBLE], seen[Possibility.FORBIDDEN]) > 5
    assert seen[Possibility.UNSETTLED] == 0
