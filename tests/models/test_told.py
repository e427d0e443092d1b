"""Who is told what: one row per person and change, nobody without."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.completion import complete
from models.deployment import CpsActivity, Role
from models.inspection import Review
from models.programme import Programme
from models.replan import Told
from models.rota import Rota
from models.told import told
from tests.cases.programmes import monday
from tests.cases.rotas import rebuilt
from tests.data.drawn_programmes import programmes
from tests.data.drawn_rotas import rotas


@pytest.fixture
def programme(make_programme: Callable[..., Programme]) -> Programme:
    return make_programme(
        3,
        inspectors={"ofsted": 5, "hmic": 4, "cqc": 2, "hmi_probation": 2, "hmcpsi": 2},
        cps_concerns=[{"la_code": "A1", "recorded_on": monday(1)}],
    )


@pytest.fixture
def before(programme: Programme, make_rota: Callable[..., Rota]) -> Rota:
    rota = make_rota(
        programme,
        {"A1": 2, "A2": 8, "A3": 14},
        cps_activities=[{"la_code": "A1", "inspector_id": "hmcpsi-1", "start": monday(5)}],
    )
    return complete(programme, rota)


def rows(found: tuple[Told, ...]) -> list[tuple[str, str, str]]:
    return [(each.inspector_id, each.la_code, each.item) for each in found]


def test_nobody_is_told_of_nothing(programme: Programme, before: Rota) -> None:
    assert told(programme, before, before) == ()


def test_who_goes_and_who_comes_are_told_with_dates_and_days(
    programme: Programme, before: Rota
) -> None:
    deployments = [
        each.model_copy(update={"inspector_id": "hmic-4"})
        if (each.la_code, each.inspector_id) == ("A2", "hmic-2")
        else each
        for each in before.deployments
    ]
    days = [
        each.model_copy(update={"inspector_id": "hmic-4"})
        if (each.la_code, each.inspector_id) == ("A2", "hmic-2")
        else each
        for each in before.attendance or ()
    ]
    lost, gained = told(
        programme, before, rebuilt(before, deployments=deployments, attendance=days)
    )
    assert rows((lost, gained)) == [
        ("hmic-2", "A2", "deployment"),
        ("hmic-4", "A2", "deployment"),
    ]
    assert (lost.after, gained.before) == ("", "")
    assert lost.before == gained.after
    assert gained.after.startswith("member, 2014-03-03 to 2014-03-14, on site 2014-03-0")
    assert gained.after.endswith(", with the force-wide review")
    assert (gained.inspector, gained.inspectorate, gained.authority) == ("HMIC 4", "hmic", "Burley")


def test_everybody_on_a_team_that_moves_is_told_once(programme: Programme, before: Rota) -> None:
    inspections = [
        each.model_copy(update={"start": monday(11)}) if each.la_code == "A2" else each
        for each in before.inspections
    ]
    found = told(programme, before, rebuilt(before, inspections=inspections))
    assert {each.item for each in found} == {"slot"}
    assert [each.inspector_id for each in found] == sorted(
        each.inspector_id for each in before.team_of["A2"]
    )
    assert found[0].after.startswith("2014-03-24 to 2014-04-04")


def test_another_role_and_other_days_are_told_apart(programme: Programme, before: Rota) -> None:
    deployments = [
        each.model_copy(update={"role": Role.SUBSTITUTE})
        if (each.la_code, each.inspector_id) == ("A2", "cqc-1")
        else each
        for each in before.deployments
    ]
    days = [
        each
        for each in before.attendance or ()
        if (each.la_code, each.inspector_id) != ("A3", "cqc-1") or each.date >= monday(15, 3)
    ]
    role, site = told(programme, before, rebuilt(before, deployments=deployments, attendance=days))
    assert (role.item, role.before, role.after) == ("role", "member", "substitute")
    assert (site.la_code, site.item) == ("A3", "days_on_site")
    assert site.before == "2014-04-22 to 2014-04-25"
    assert site.after == "2014-04-24 to 2014-04-25"


def test_a_review_that_a_team_now_carries_is_told_to_who_stays(
    programme: Programme, before: Rota
) -> None:
    inspections = [
        each.model_copy(update={"force_wide_review": Review.NO}) if each.la_code == "A3" else each
        for each in before.inspections
    ]
    found = told(programme, before, rebuilt(before, inspections=inspections))
    assert {(each.la_code, each.item, each.before, each.after) for each in found} == {
        ("A3", "force_wide_review", "first", "no")
    }
    assert len(found) == len(before.team_of["A3"])


@settings(max_examples=80)
@given(st.data())
def test_what_is_told_of_the_way_back_is_the_same_the_other_way_round(data: Any) -> None:
    programme = data.draw(programmes())
    before, after = data.draw(rotas(programme)), data.draw(rotas(programme))
    forth, back = told(programme, before, after), told(programme, after, before)
    assert sorted(map(_facts, forth)) == sorted(
        (*row[:3], row[4], row[3]) for row in map(_facts, back)
    )
    assert all(each.before != each.after for each in forth)


def _facts(row: Told) -> tuple[str, ...]:
    return row.inspector_id, row.la_code, row.item, row.before, row.after


@pytest.mark.parametrize(
    ("who", "week", "said"),
    [
        ("hmcpsi-1", 6, [("hmcpsi-1", "2014-02-10 to 2014-02-14", "2014-02-17 to 2014-02-21")]),
        ("hmcpsi-2", 5, [("hmcpsi-1", "2014-02-10 to 2014-02-14", ""),
                         ("hmcpsi-2", "", "2014-02-10 to 2014-02-14")]),
    ],
)  # fmt: skip
def test_hmcpsi_is_told_of_its_week(
    who: str, week: int, said: list[tuple[str, str, str]], programme: Programme, before: Rota
) -> None:
    activity = CpsActivity(la_code="A1", inspector_id=who, start=monday(week))
    found = told(programme, before, rebuilt(before, cps_activities=(activity,)))
    assert [(each.inspector_id, each.before, each.after) for each in found] == said
    assert {each.item for each in found} == {"cps_activity"}
