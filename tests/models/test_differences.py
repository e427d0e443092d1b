"""Differences: applied to the one rota they yield the other, and their reverse the first."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.completion import complete
from models.attendance import Attendance
from models.deployment import Role
from models.differences import applied, differences, undone
from models.inspection import ReviewState
from models.programme import Programme
from models.replan import Difference
from models.reviews import force_reviews
from models.rota import Rota
from models.tables import rota_in_file_order
from tests.cases.programmes import monday
from tests.cases.rotas import rebuilt
from tests.cases.steps import drops_and_adds, moves, other_leads, swaps
from tests.data.drawn_programmes import programmes
from tests.data.drawn_rotas import rotas

Between = Callable[[Rota, Rota], dict[tuple[str, str], Difference]]


def because(la_code: str, item: str) -> str:
    return f"{la_code} {item}"


def both_ways(before: Rota, after: Rota) -> tuple[Difference, ...]:
    """The differences, once it is shown that either rota follows from the other."""
    found = differences(before, after, because)
    assert applied(before, found) == after
    assert applied(after, undone(found)) == before
    return found


@settings(max_examples=150)
@given(st.data())
def test_any_rota_follows_from_any_other(data: Any) -> None:
    programme = data.draw(programmes())
    before = rota_in_file_order(data.draw(rotas(programme)))
    after = rota_in_file_order(data.draw(rotas(programme)))
    both_ways(before, after)


@pytest.fixture
def programme(make_programme: Callable[..., Programme]) -> Programme:
    """Three authorities, two of them in one force, and more people than are needed."""
    return make_programme(
        [{"police_force_code": "F1"}, {"police_force_code": "F1"}, {}],
        inspectors={"ofsted": 7, "hmic": 4, "cqc": 2, "hmi_probation": 2, "hmcpsi": 2},
    )


@pytest.fixture
def whole(programme: Programme) -> Callable[[Rota], Rota]:
    """A rota with all that follows from its slots and teams, attendance and reviews too."""

    def filled(rota: Rota) -> Rota:
        bare = Rota(
            inspections=tuple(
                type(each)(la_code=each.la_code, start=each.start) for each in rota.inspections
            ),
            deployments=tuple(
                type(each)(la_code=each.la_code, inspector_id=each.inspector_id, role=each.role)
                for each in rota.deployments
            ),
            cps_activities=rota.cps_activities,
        )
        return rota_in_file_order(complete(programme, bare))

    return filled


@pytest.fixture
def baseline(
    programme: Programme, make_rota: Callable[..., Rota], whole: Callable[[Rota], Rota]
) -> Rota:
    return whole(make_rota(programme, {"A1": 2, "A2": 8, "A3": 12}))


def items(found: tuple[Difference, ...]) -> set[tuple[str, str]]:
    return {(each.la_code, each.item) for each in found}


def test_the_same_rota_has_no_difference(baseline: Rota) -> None:
    assert differences(baseline, baseline, because) == ()


@pytest.mark.parametrize("aim", [moves, swaps, other_leads, drops_and_adds])
def test_sizes_leads_ends_and_reviews_follow_and_are_not_said(
    aim: Any, programme: Programme, baseline: Rota, whole: Callable[[Rota], Rota]
) -> None:
    steps = list(aim(programme, baseline, Random("steps")))[:25]
    assert steps
    for step in steps:
        after = whole(step)
        assert not [each for each in both_ways(baseline, after) if each.item.endswith(".csv")]


def test_a_swap_says_the_two_deployments_and_their_days(
    baseline: Rota, whole: Callable[[Rota], Rota]
) -> None:
    (gone,) = (x for x in baseline.team_of["A3"] if x.inspector_id == "hmic-1")
    rows = [x for x in baseline.deployments if x is not gone]
    new = gone.model_copy(update={"inspector_id": "hmic-4"})
    found = both_ways(baseline, whole(rebuilt(baseline, deployments=(*rows, new))))
    said = {each.item: (each.before, each.after) for each in found}
    part = "member; hmic; busy from 2014-03-31; busy to 2014-04-11; weeks 1; km 0"
    assert said["deployment hmic-1"] == (part, "")
    assert said["deployment hmic-4"] == ("", part)
    assert {each.la_code for each in found} == {"A3"}
    assert {"attendance hmic-1", "attendance hmic-4"} <= said.keys()


def test_a_team_that_moves_with_its_slot_is_one_difference(
    baseline: Rota, whole: Callable[[Rota], Rota]
) -> None:
    rows = [
        each.model_copy(update={"start": monday(15)}) if each.la_code == "A3" else each
        for each in baseline.inspections
    ]
    found = both_ways(baseline, whole(rebuilt(baseline, inspections=rows)))
    (slot,) = (each for each in found if not each.item.startswith("attendance "))
    assert (slot.item, slot.before, slot.after) == ("slot", "2014-03-31", "2014-04-21")
    assert slot.cause == "A3 slot"


def test_a_force_wide_review_that_passes_on_is_said_at_both(
    baseline: Rota, whole: Callable[[Rota], Rota]
) -> None:
    rows = [
        each.model_copy(update={"start": monday(14)}) if each.la_code == "A1" else each
        for each in baseline.inspections
    ]
    found = both_ways(baseline, whole(rebuilt(baseline, inspections=rows)))
    said = {each.la_code: (each.before, each.after) for each in found if "wide" in each.item}
    assert said == {"A1": ("first", "no"), "A2": ("no", "first")}


def test_a_review_held_since_is_one_word(programme: Programme, baseline: Rota) -> None:
    after = rebuilt(baseline, force_reviews=force_reviews(programme, baseline, monday(5)))
    (state,) = both_ways(baseline, after)
    assert (state.la_code, state.item) == ("A1", "force_review_state")
    assert (state.before, state.after) == (ReviewState.PLANNED, ReviewState.HELD)


def test_an_authority_that_comes_or_goes_is_covered(
    programme: Programme, baseline: Rota, whole: Callable[[Rota], Rota]
) -> None:
    fewer = whole(
        Rota(
            inspections=tuple(x for x in baseline.inspections if x.la_code != "A2"),
            deployments=tuple(x for x in baseline.deployments if x.la_code != "A2"),
            cps_activities=(),
        )
    )
    gone = both_ways(baseline, fewer)
    assert {each.la_code for each in gone} == {"A2"}
    assert ("A2", "slot") in items(gone)
    both_ways(fewer, baseline)


def test_struck_days_are_one_difference(baseline: Rota) -> None:
    def is_struck(row: Attendance) -> bool:
        return (row.la_code, row.inspector_id) == ("A1", "hmic-2") and row.date > monday(2, 1)

    after = rebuilt(
        baseline, attendance=tuple(x for x in baseline.attendance or () if not is_struck(x))
    )
    (days,) = both_ways(baseline, after)
    assert (days.la_code, days.item) == ("A1", "attendance hmic-2")
    assert len(days.before.split(", ")) == 4
    assert date.fromisoformat(days.after.split(", ")[0]) <= monday(2, 1)


def test_who_takes_over_from_a_lost_lead_is_one_deployment(
    programme: Programme, baseline: Rota
) -> None:
    """The pair counts as one, and the one who took over leads."""
    (lost,) = (x for x in baseline.team_of["A1"] if x.role is Role.LEAD)
    new = lost.model_copy(update={"inspector_id": "ofsted-7", "busy_from": monday(3)})
    inspections = [
        each.model_copy(update={"lead": "ofsted-7"}) if each.la_code == "A1" else each
        for each in baseline.inspections
    ]
    after = rebuilt(baseline, inspections=inspections, deployments=(*baseline.deployments, new))
    (taken,) = both_ways(baseline, rota_in_file_order(after))
    assert (taken.item, taken.before) == ("deployment ofsted-7", "")
    assert taken.after.startswith("lead; ofsted; busy from 2014-01-27; ")


def test_an_inspection_inside_the_freeze_is_marked(baseline: Rota) -> None:
    moved = rebuilt(baseline, deployments=baseline.deployments[1:])
    found = differences(baseline, moved, because, frozen={"A1"})
    assert [each.frozen for each in found] == [each.la_code == "A1" for each in found]
    assert found
