"""Folding changes in: the rows that problem.md names, once, and nothing on the next re-plan."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import read_programme, write_programme
from models.changes import Change, ChangeKind
from models.deployment import Role
from models.events import Blackout, BlackoutScope, CpsConcern, ForceChange, Pin
from models.folding import fold
from models.inspector import Absence, Conflict
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.tables import in_file_order, inputs_sha256
from tests.data.drawn_programmes import programmes
from tests.data.drawn_rotas import rotas
from tests.data.drawn_text import BLANK_OR_NAMES, DAYS, MONDAYS

TODAY = date(2014, 3, 4)
#: The programme's first day, and the Sunday of its last week.
FIRST, LAST = date(2014, 1, 6), date(2014, 10, 12)
WHY = "a private matter"


@pytest.fixture
def programme(make_programme: Callable[..., Programme]) -> Programme:
    return make_programme(
        3,
        weeks=40,
        pins=[
            {"la_code": "A1", "start": date(2014, 5, 5)},
            {"la_code": "A1", "inspector_id": "ofsted-1", "role": "lead"},
            {"la_code": "A2", "inspector_id": "ofsted-1"},
        ],
    )


@pytest.fixture
def baseline(programme: Programme, make_rota: Callable[..., Rota]) -> Rota:
    return make_rota(programme, {"A1": 17, "A2": 10, "A3": 2})


@pytest.fixture
def folded(programme: Programme, baseline: Rota) -> Callable[..., Programme]:
    """The programme with one change folded in."""

    def one(kind: str, **fields: Any) -> Programme:
        return fold(programme, [Change(kind=ChangeKind(kind), **fields)], baseline, TODAY)

    return one


def test_an_absence_keeps_its_reason(folded: Any) -> None:
    days = {"start": date(2014, 5, 1), "end": date(2014, 5, 9)}
    (row,) = folded("absence", inspector_id="hmic-1", reason=WHY, **days).absences
    assert row == Absence(inspector_id="hmic-1", reason=WHY, **days)


def test_a_leaver_is_absent_to_four_weeks_past_the_end(folded: Any) -> None:
    (row,) = folded("leaver", inspector_id="hmic-1", start=date(2014, 5, 1)).absences
    assert row == Absence(inspector_id="hmic-1", start=date(2014, 5, 1), end=date(2014, 11, 9))


def test_a_joiner_is_absent_until_the_day_before(folded: Any) -> None:
    (row,) = folded("joiner", inspector_id="hmic-1", start=date(2014, 5, 1)).absences
    assert row == Absence(inspector_id="hmic-1", start=FIRST, end=date(2014, 4, 30))
    assert folded("joiner", inspector_id="hmic-1", start=FIRST).absences == ()


def test_a_deferral_shuts_all_days_outside(folded: Any) -> None:
    days = {"start": date(2014, 5, 1), "end": date(2014, 8, 31)}
    programme = folded("deferral", la_code="A2", reason=WHY, **days)
    place = {"scope": BlackoutScope.AUTHORITY, "key": "A2", "reason": WHY}
    assert programme.blackouts == (
        Blackout(start=FIRST, end=date(2014, 4, 30), **place),
        Blackout(start=date(2014, 9, 1), end=LAST, **place),
    )
    # 1 May 2014 is a Thursday, so that week 17 begins; 31 August is a Sunday.
    assert programme.open_starts["A2"] == tuple(range(17, 33))


def test_a_deferral_without_an_end_shuts_what_is_before(folded: Any) -> None:
    programme = folded("deferral", la_code="A2", start=date(2014, 5, 5))
    assert programme.open_starts["A2"] == tuple(range(17, 39))


def test_a_compromised_start_shuts_its_week_and_four_either_side(folded: Any) -> None:
    programme = folded("compromised", la_code="A2")
    (row,) = programme.blackouts
    # Week 10 begins on 17 March.
    assert (row.start, row.end) == (date(2014, 2, 17), date(2014, 4, 18))
    assert set(range(39)) - set(programme.open_starts["A2"]) == set(range(5, 15))


@pytest.mark.parametrize(
    ("place", "scope", "key"),
    [
        ({"la_code": "A1"}, "authority", "A1"),
        ({"police_force_code": "F1"}, "force", "F1"),
        ({"inspectorate": Inspectorate.HMIC}, "inspectorate", "hmic"),
        ({}, "national", ""),
    ],
)
def test_a_blackout_is_of_the_place_that_is_given(
    place: Any, scope: str, key: str, folded: Any
) -> None:
    days = {"start": date(2014, 5, 1), "end": date(2014, 5, 9)}
    (row,) = folded("blackout", reason=WHY, **place, **days).blackouts
    assert row == Blackout(scope=BlackoutScope(scope), key=key, reason=WHY, **days)


def test_a_force_change_is_recorded_today(folded: Any) -> None:
    (row,) = folded(
        "force_change", police_force_code="F1", start=date(2014, 2, 1), reason="merger"
    ).force_changes
    assert row == ForceChange(
        police_force_code="F1",
        introduced_on=date(2014, 2, 1),
        recorded_on=TODAY,
        description="merger",
    )


def test_conflicts_concerns_and_pins_go_into_the_file_of_their_name(folded: Any) -> None:
    (conflict,) = folded("conflict", inspector_id="hmic-1", police_force_code="F1").conflicts
    assert conflict == Conflict(inspector_id="hmic-1", police_force_code="F1")
    (concern,) = folded("cps_concern", la_code="A1", start=TODAY, reason=WHY).cps_concerns
    assert concern == CpsConcern(la_code="A1", recorded_on=TODAY, description=WHY)
    pins = folded("pin", la_code="A3", inspector_id="ofsted-2", role=Role.LEAD).pins
    assert Pin(la_code="A3", inspector_id="ofsted-2", role=Role.LEAD) in pins
    assert len(pins) == 4


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"la_code": "A1"}, 1),
        ({"la_code": "A1", "inspector_id": "ofsted-1"}, 2),
        ({"la_code": "A1", "role": Role.LEAD}, 2),
        ({"la_code": "A1", "start": date(2014, 5, 5)}, 2),
        ({"la_code": "A1", "start": date(2014, 5, 12)}, 3),
        ({"la_code": "A2", "role": Role.LEAD}, 3),
        ({"la_code": "A3"}, 3),
    ],
)
def test_an_unpin_removes_what_matches_all_that_it_gives(
    fields: Any, left: int, folded: Any
) -> None:
    assert len(folded("unpin", **fields).pins) == left


def test_a_pin_replaces_the_one_that_is_unpinned_with_it(
    programme: Programme, baseline: Rota
) -> None:
    pin = Change(kind=ChangeKind.PIN, la_code="A1", start=date(2014, 5, 12))
    unpin = Change(kind=ChangeKind.UNPIN, la_code="A1")
    pins = fold(programme, [pin, unpin], baseline, TODAY).pins
    assert [each.start for each in pins if each.la_code == "A1"] == [date(2014, 5, 12)]


def test_what_stands_there_already_is_not_written_twice(
    programme: Programme, baseline: Rota
) -> None:
    days = {"start": date(2014, 5, 1), "end": date(2014, 5, 9)}
    absence = Change(kind=ChangeKind.ABSENCE, inspector_id="hmic-1", reason=WHY, **days)
    merger = Change(kind=ChangeKind.FORCE_CHANGE, police_force_code="F1", start=TODAY)
    once = fold(programme, [absence, merger], baseline, TODAY)
    again = fold(once, [absence.model_copy(update={"reason": ""}), merger], baseline, LAST)
    assert again == once


@settings(max_examples=60)
@given(st.data())
def test_next_week_without_changes_it_is_the_same_programme(data: Any) -> None:
    programme = data.draw(programmes())
    baseline = data.draw(rotas(programme))
    changes = data.draw(st.lists(changes_of(programme), max_size=4))
    once = fold(programme, changes, baseline, TODAY)
    assert once == in_file_order(once)
    again = fold(once, [], baseline, date(2014, 3, 11))
    assert again == once
    assert inputs_sha256(again) == inputs_sha256(once)
    assert fold(once, [each for each in changes if each.kind in LASTING], baseline, TODAY) == once


#: A compromised start is another one once the slot has moved, and an unpin is no row.
LASTING = frozenset(ChangeKind) - {ChangeKind.COMPROMISED, ChangeKind.UNPIN}


def changes_of(programme: Programme) -> Any:
    """Changes of any kind that name codes of the programme."""
    la, force = st.sampled_from(list(programme.authority_of)), list(programme.force_of)
    return st.builds(
        Change,
        kind=st.sampled_from(sorted(LASTING - {ChangeKind.PIN})),
        inspector_id=st.sampled_from(list(programme.inspector_of)),
        la_code=la,
        police_force_code=st.just(""),
        start=DAYS,
        end=st.just(date(2018, 1, 1)),
        reason=BLANK_OR_NAMES,
    ).map(lambda change: _of_its_kind(change, force[0])) | st.builds(
        Change, kind=st.just(ChangeKind.PIN), la_code=la, start=MONDAYS
    )


def _of_its_kind(change: Change, force: str) -> Change:
    if change.kind is ChangeKind.FORCE_CHANGE:
        return change.model_copy(update={"police_force_code": force})
    return change


def test_the_folded_programme_can_be_read_back(
    programme: Programme, baseline: Rota, tmp_path: Path
) -> None:
    changes = [
        Change(kind=ChangeKind.LEAVER, inspector_id="hmic-1", start=date(2014, 5, 1)),
        Change(kind=ChangeKind.DEFERRAL, la_code="A2", start=date(2014, 6, 2), reason="=1+1"),
        Change(kind=ChangeKind.FORCE_CHANGE, police_force_code="F1", start=TODAY, reason="x"),
    ]
    once = fold(programme, changes, baseline, TODAY)
    write_programme(once, tmp_path / "programme")
    assert read_programme(tmp_path / "programme") == once
