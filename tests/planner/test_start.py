"""Each way in which a rota to start from can be broken: what stays of it, and what is said."""

import pytest

from models.checks import check_rota
from models.deployment import Role
from models.programme import Programme
from models.rota import Rota
from planner.draft import draft_of
from planner.improve.merge import changed
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import deployment, make_rota, rebuilt
from tests.planner.starting import mended_from


@pytest.fixture(scope="module")
def roomy() -> Programme:
    """Three authorities in one force, people for two teams; a lead to spare."""
    return make_programme(
        [{"police_force_code": "F1"}] * 3,
        inspectors={"ofsted": 9, "hmic": 5, "cqc": 3, "hmi_probation": 3, "hmcpsi": 1},
        people={
            "ofsted-7": {"can_lead": False},
            "ofsted-8": {"employment": "seconded"},
            "ofsted-9": {"employment": "seconded"},
        },
        weeks=40,
        absences=[{"inspector_id": "cqc-3", "start": monday(0), "end": monday(39)}],
        conflicts=[{"inspector_id": "cqc-2", "la_code": "A1"}],
        blackouts=[{"scope": "national", "key": "", "start": monday(30), "end": monday(30)}],
    )


@pytest.fixture(scope="module")
def valid(roomy: Programme) -> Rota:
    """A rota of it by hand that keeps every rule."""
    rota = make_rota(roomy, {"A1": 2, "A2": 12, "A3": 22})
    assert check_rota(roomy, rota) == ()
    return rota


def _starting(rota: Rota, la_code: str, week: int, weekday: int = 0) -> Rota:
    rows = tuple(
        each.model_copy(update={"start": monday(week, weekday)})
        if each.la_code == la_code
        else each
        for each in rota.inspections
    )
    return rebuilt(rota, inspections=rows)


def _sending(rota: Rota, la_code: str, old: str, new: str) -> Rota:
    rows = tuple(
        each.model_copy(update={"inspector_id": new})
        if (each.la_code, each.inspector_id) == (la_code, old)
        else each
        for each in rota.deployments
    )
    return rebuilt(rota, deployments=rows)


def _leading(rota: Rota, la_code: str, *leads: str) -> Rota:
    rows = tuple(
        each.model_copy(update={"role": Role.LEAD if each.inspector_id in leads else Role.MEMBER})
        if each.la_code == la_code
        else each
        for each in rota.deployments
    )
    return rebuilt(rota, deployments=rows)


def test_an_authority_without_a_slot_gets_one(roomy: Programme, valid: Rota) -> None:
    rows = tuple(each for each in valid.inspections if each.la_code != "A2")
    draft, said = mended_from(roomy, rebuilt(valid, inspections=rows))
    assert "Burley (A2): starts on" in said
    assert "having had no slot" in said
    assert changed(draft_of(roomy, valid), draft) == ["A2"]


def test_an_authority_with_two_slots_keeps_the_open_one(roomy: Programme, valid: Rota) -> None:
    closed = valid.inspections[1].model_copy(update={"start": monday(30)})
    rows = (valid.inspections[0], closed, *valid.inspections[1:])
    draft, said = mended_from(roomy, rebuilt(valid, inspections=rows))
    assert draft.slots["A2"] == 12
    assert "Burley (A2): starts on 31 March 2014, not on 4 August 2014." in said


def test_a_start_in_a_closed_week_is_moved(roomy: Programme, valid: Rota) -> None:
    draft, said = mended_from(roomy, _starting(valid, "A3", 30))
    assert draft.slots["A3"] != 30
    assert "not on 4 August 2014" in said


def test_a_start_after_the_programme_is_moved(roomy: Programme, valid: Rota) -> None:
    draft, said = mended_from(roomy, _starting(valid, "A3", 90))
    assert draft.slots["A3"] < 39
    assert "Corby (A3): starts on" in said


def test_a_start_on_another_day_becomes_that_weeks_monday(roomy: Programme, valid: Rota) -> None:
    draft, said = mended_from(roomy, _starting(valid, "A3", 22, weekday=2))
    assert draft == draft_of(roomy, valid)
    assert "starts on 9 June 2014, not on 11 June 2014" in said


@pytest.mark.parametrize(
    ("la_code", "old", "new", "why"),
    [
        ("A1", "cqc-1", "cqc-2", "conflict"),
        ("A2", "cqc-1", "cqc-3", "absent"),
        ("A2", "cqc-1", "hmcpsi-1", "0 from CQC"),
    ],
)
def test_whoever_may_not_come_is_replaced_in_the_same_slot(
    roomy: Programme, valid: Rota, la_code: str, old: str, new: str, why: str
) -> None:
    draft, said = mended_from(roomy, _sending(valid, la_code, old, new))
    assert why in said
    assert f"({new}) leaves" in said
    assert draft.slots == draft_of(roomy, valid).slots
    assert draft.teams[la_code] - {"cqc-1", "cqc-2"} == {
        each for each in draft_of(roomy, valid).teams[la_code] if each != "cqc-1"
    }


def test_of_two_inspections_too_close_in_a_force_one_stays(roomy: Programme, valid: Rota) -> None:
    draft, said = mended_from(roomy, _starting(valid, "A2", 4))
    assert "R7" in said
    assert len(changed(draft_of(roomy, _starting(valid, "A2", 4)), draft)) == 1


def test_somebody_busy_elsewhere_is_replaced_once(roomy: Programme, valid: Rota) -> None:
    near = _starting(valid, "A2", 6)
    assert {each.rule for each in check_rota(roomy, near)} == {"one_place"}
    draft, said = mended_from(roomy, near)
    assert "twice over" in said
    assert draft.slots == draft_of(roomy, near).slots
    assert len(changed(draft_of(roomy, near), draft)) == 1


@pytest.mark.parametrize("leads", [(), ("ofsted-1", "ofsted-2"), ("hmic-1",)])
def test_a_team_without_one_fit_lead_gets_one(
    roomy: Programme, valid: Rota, leads: tuple[str, ...]
) -> None:
    draft, said = mended_from(roomy, _leading(valid, "A2", *leads))
    assert draft.slots == draft_of(roomy, valid).slots
    assert draft.teams == draft_of(roomy, valid).teams
    assert f"({draft.leads['A2']}) leads" in said


def test_one_who_may_not_lead_is_kept_as_a_member(roomy: Programme, valid: Rota) -> None:
    start = _leading(_sending(valid, "A2", "ofsted-4", "ofsted-7"), "A2", "ofsted-7")
    draft, said = mended_from(roomy, start)
    assert "ofsted-7" in draft.teams["A2"]
    assert draft.leads["A2"] in {"ofsted-1", "ofsted-2", "ofsted-3"}
    assert "leads, not Ofsted 7 (ofsted-7)" in said


def test_a_team_too_small_grows_by_who_is_missing(roomy: Programme, valid: Rota) -> None:
    rows = tuple(
        each for each in valid.deployments if (each.la_code, each.inspector_id) != ("A2", "cqc-1")
    )
    draft, said = mended_from(roomy, rebuilt(valid, deployments=rows))
    assert "Burley (A2): CQC 1 (cqc-1) joins." in said or "(cqc-2) joins." in said
    assert draft.slots == draft_of(roomy, valid).slots


def test_a_team_too_large_loses_who_is_too_many(roomy: Programme, valid: Rota) -> None:
    more = [deployment("A2", each) for each in ("ofsted-5", "ofsted-6", "ofsted-7")]
    draft, said = mended_from(roomy, rebuilt(valid, deployments=(*valid.deployments, *more)))
    assert len(draft.teams["A2"]) == len(draft_of(roomy, valid).teams["A2"])
    assert " leave" in said
    assert draft.slots == draft_of(roomy, valid).slots


def test_somebody_who_stands_twice_in_a_team_stands_once(roomy: Programme, valid: Rota) -> None:
    again = deployment("A2", "ofsted-2")
    draft, said = mended_from(roomy, rebuilt(valid, deployments=(*valid.deployments, again)))
    assert draft == draft_of(roomy, valid)
    assert "Burley (A2): Ofsted 2 (ofsted-2) stands once." in said


def test_half_a_team_of_seconded_inspectors_is_the_most(roomy: Programme, valid: Rota) -> None:
    start = valid
    for old, new in (("ofsted-3", "ofsted-8"), ("ofsted-4", "ofsted-9"), ("ofsted-2", "ofsted-7")):
        start = _sending(start, "A2", old, new)
    rows = [
        each
        for each in start.deployments
        if (each.la_code, each.inspector_id) != ("A2", "ofsted-7")
    ]
    start = rebuilt(start, deployments=rows)
    assert {each.rule for each in check_rota(roomy, start)} == {"established"}
    draft, said = mended_from(roomy, start)
    assert "R14" in said
    assert draft.slots == draft_of(roomy, valid).slots


def test_what_is_pinned_is_brought_back() -> None:
    pinned = make_programme(
        2,
        inspectors={"ofsted": 8, "hmic": 4, "cqc": 2, "hmi_probation": 2},
        weeks=40,
        pins=[
            {"la_code": "A1", "start": monday(8)},
            {"la_code": "A2", "inspector_id": "ofsted-8", "role": "lead"},
        ],
    )
    draft, said = mended_from(pinned, make_rota(pinned, {"A1": 2, "A2": 20}))
    assert draft.slots["A1"] == 8
    assert draft.leads["A2"] == "ofsted-8"
    assert draft.slots["A2"] == 20
    assert "R16" in said


def test_too_many_starts_in_a_year_are_spread() -> None:
    two_years = make_programme(
        6,
        inspectors={"ofsted": 12, "hmic": 6, "cqc": 3, "hmi_probation": 3},
        weeks=104,
        policy={"year_quota": {"tolerance": 0}},
    )
    start = make_rota(two_years, {f"A{n}": 8 * n - 6 for n in range(1, 7)})
    assert {each.rule for each in check_rota(two_years, start)} == {"year_quota"}
    draft, said = mended_from(two_years, start)
    assert sum(week < 52 for week in draft.slots.values()) == 3
    assert len(changed(draft_of(two_years, start), draft)) == 3
    assert "R9" in said
