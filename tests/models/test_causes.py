"""Causes: a change knocks a part out, other parts make room, and no reason is ever said."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from models.causes import DROPPED, NEW, causes_of
from models.change_words import say_change
from models.changes import Change, ChangeKind
from models.folding import fold
from models.inspection import Review
from models.programme import Programme
from models.rota import Rota
from tests.cases.programmes import changed, monday
from tests.cases.rotas import rebuilt

TODAY = monday(1)
SECRET = "a-private-matter"

Said = Callable[..., str]


@pytest.fixture
def programme(make_programme: Callable[..., Programme]) -> Programme:
    return make_programme(
        [{}, {}, {}, {"police_force_code": "F3"}],
        weeks=40,
        inspectors={"ofsted": 6, "hmic": 5, "cqc": 2, "hmi_probation": 2, "hmcpsi": 1},
    )


@pytest.fixture
def before(programme: Programme, make_rota: Callable[..., Rota]) -> Rota:
    return make_rota(programme, {"A1": 4, "A2": 10, "A3": 16, "A4": 24})


@pytest.fixture
def said(programme: Programme, before: Rota) -> Said:
    """What is said of one difference between ``before`` and another rota, after some changes."""

    def cause(changes: Sequence[Change], la_code: str, item: str, after: Rota = before) -> str:
        folded = fold(programme, changes, before, TODAY)
        return causes_of(folded, changes, before, after, TODAY)(la_code, item)

    return cause


def absence(inspector_id: str, week: int) -> Change:
    return Change(
        kind=ChangeKind.ABSENCE,
        inspector_id=inspector_id,
        start=monday(week),
        end=monday(week, 4),
        reason=SECRET,
    )


def swapped(rota: Rota, la_code: str, old: str, new: str) -> Rota:
    rows = [
        each.model_copy(update={"inspector_id": new})
        if (each.la_code, each.inspector_id) == (la_code, old)
        else each
        for each in rota.deployments
    ]
    return rebuilt(rota, deployments=rows)


AWAY = "absence of hmic-1 from 2014-02-03 to 2014-02-07"
DEFERRED = Change(kind=ChangeKind.DEFERRAL, la_code="A3", start=date(2014, 6, 2), reason=SECRET)


def test_one_who_is_absent_is_knocked_out_and_so_is_who_comes_instead(
    said: Said, before: Rota
) -> None:
    after = swapped(before, "A1", "hmic-1", "hmic-3")
    for item in ("deployment hmic-1", "deployment hmic-3", "attendance hmic-3"):
        assert said([absence("hmic-1", 4)], "A1", item, after) == AWAY


def test_a_part_elsewhere_makes_room(said: Said, before: Rota) -> None:
    after = swapped(swapped(before, "A1", "hmic-1", "hmic-3"), "A2", "hmic-2", "hmic-3")
    assert said([absence("hmic-1", 4)], "A2", "deployment hmic-2", after) == f"makes room: {AWAY}"


def test_of_several_changes_the_one_behind_it_is_named(said: Said, before: Rota) -> None:
    changes = [absence("hmic-1", 4), DEFERRED]
    after = swapped(before, "A1", "hmic-1", "hmic-3")
    assert said(changes, "A1", "deployment hmic-3", after) == AWAY
    assert said(changes, "A3", "slot", after) == "deferral of A3, not before 2014-06-02"


def test_room_is_made_for_the_nearest_change(said: Said, before: Rota) -> None:
    """A2 shares hmic-3 with A1, A4 the force with A3."""
    moved = [
        each.model_copy(update={"start": monday(31 if each.la_code == "A4" else 22)})
        if each.la_code in ("A3", "A4")
        else each
        for each in before.inspections
    ]
    after = swapped(swapped(before, "A1", "hmic-1", "hmic-3"), "A2", "hmic-2", "hmic-3")
    after = rebuilt(after, inspections=moved)
    changes = [absence("hmic-1", 4), DEFERRED]
    assert said(changes, "A2", "deployment hmic-3", after) == f"makes room: {AWAY}"
    deferral = "deferral of A3, not before 2014-06-02"
    assert said(changes, "A4", "slot", after) == f"makes room: {deferral}"


def test_a_review_that_passes_on_says_so(said: Said, before: Rota) -> None:
    """A3 carries the review of its force; when it moves behind A4, A4 does."""
    rows = [
        each.model_copy(
            update={
                "start": monday(30) if each.la_code == "A3" else each.start,
                "force_wide_review": Review.FIRST if each.la_code == "A4" else Review.NO,
            }
        )
        for each in before.inspections
    ]
    after = rebuilt(before, inspections=rows)
    passed = "the force-wide review passes on: deferral of A3, not before 2014-06-02"
    assert said([DEFERRED], "A4", "force_wide_review", after) == passed
    assert said([DEFERRED], "A4", "deployment hmic-3", after) == passed
    assert said([DEFERRED], "A4", "deployment cqc-2", after).startswith("makes room: ")


def test_two_changes_at_one_place_are_told_apart_by_inspectorate(said: Said) -> None:
    changes = [absence("hmic-1", 4), absence("cqc-1", 5)]
    assert said(changes, "A1", "deployment hmic-4") == AWAY
    assert said(changes, "A1", "deployment cqc-2").startswith("absence of cqc-1")
    both = said(changes, "A1", "slot")
    assert both == f"absence of cqc-1 from 2014-02-10 to 2014-02-14 and {AWAY}"


def test_a_baseline_that_broke_a_rule_by_itself_is_mended(
    programme: Programme, before: Rota
) -> None:
    row = {"inspector_id": "hmic-1", "start": monday(4), "end": monday(4, 4)}
    away = changed(programme, absences=[row])
    cause = causes_of(away, [], before, before, TODAY)("A1", "deployment hmic-1")
    assert cause.startswith("breach of R10")


def test_an_authority_that_comes_or_goes_says_so(programme: Programme, before: Rota) -> None:
    fewer = Rota(
        inspections=before.inspections[:-1],
        deployments=tuple(each for each in before.deployments if each.la_code != "A4"),
    )
    assert causes_of(programme, [], fewer, before, TODAY)("A4", "slot") == NEW
    assert causes_of(programme, [], before, before, TODAY)("A9", "slot") == DROPPED


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "leaver", "inspector_id": "hmic-1"}, "leaver hmic-1 from 2014-06-02"),
        ({"kind": "joiner", "inspector_id": "hmic-1"}, "joiner hmic-1 from 2014-06-02"),
        ({"kind": "blackout", "end": date(2014, 6, 6)},
         "national blackout from 2014-06-02 to 2014-06-06"),
        ({"kind": "blackout", "police_force_code": "F1", "end": date(2014, 6, 6)},
         "blackout of F1 from 2014-06-02 to 2014-06-06"),
        ({"kind": "force_change", "police_force_code": "F1"},
         "force-wide change in F1 introduced on 2014-06-02"),
        ({"kind": "conflict", "inspector_id": "hmic-1", "la_code": "A1"},
         "conflict of interest of hmic-1 with A1"),
        ({"kind": "cps_concern", "la_code": "A1"}, "HMCPSI concern in A1 recorded on 2014-06-02"),
        ({"kind": "pin", "la_code": "A1"}, "pin of A1 to 2014-06-02"),
        ({"kind": "unpin", "la_code": "A1", "inspector_id": "hmic-1", "start": None},
         "unpin of hmic-1 at A1"),
        ({"kind": "compromised", "la_code": "A1"}, "compromised start of A1"),
    ],
)  # fmt: skip
def test_every_change_can_be_said(fields: Any, words: str) -> None:
    change = Change.model_validate({"start": date(2014, 6, 2), "reason": SECRET} | fields)
    assert say_change(change) == words


@pytest.mark.parametrize(
    ("change", "la_code", "item"),
    [
        ({"kind": "leaver", "inspector_id": "hmic-1", "start": monday(10)}, "A2",
         "deployment hmic-1"),
        ({"kind": "blackout", "inspectorate": "cqc", "start": monday(5), "end": monday(5, 1)},
         "A1", "slot"),
        ({"kind": "blackout", "start": monday(16), "end": monday(16)}, "A3", "slot"),
        ({"kind": "conflict", "inspector_id": "hmic-1", "police_force_code": "F1"}, "A1",
         "deployment hmic-1"),
        ({"kind": "force_change", "police_force_code": "F3", "start": monday(20)}, "A4",
         "force_wide_review"),
        ({"kind": "pin", "la_code": "A2", "start": monday(12)}, "A2", "slot"),
        ({"kind": "pin", "la_code": "A2", "inspector_id": "hmic-4"}, "A2", "deployment hmic-4"),
        ({"kind": "compromised", "la_code": "A2"}, "A2", "slot"),
    ],
)  # fmt: skip
def test_each_kind_is_behind_what_it_knocks_out(
    change: Any, la_code: str, item: str, said: Said
) -> None:
    others = [absence("ofsted-6", 30)]
    told = Change.model_validate(change)
    assert said([told, *others], la_code, item) == say_change(told)
