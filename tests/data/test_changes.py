"""Changes of a re-plan: what can be read, what is refused, and how it is said."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data import DataProblem, DataProblems, read_changes, read_changes_with_warnings
from models.changes import Change, ChangeKind
from models.deployment import Role
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota

HEADER = "kind,inspector_id,la_code,police_force_code,inspectorate,role,start,end,reason"
TODAY = date(2014, 3, 4)
SECRET = "a-private-matter"

Read = Callable[[str], tuple[Change, ...]]
Refused = Callable[[str], tuple[DataProblem, ...]]


@pytest.fixture
def programme(make_programme: Callable[..., Programme]) -> Programme:
    """Four authorities; somebody has left, somebody has a conflict, A4 is pinned."""
    return make_programme(
        4,
        weeks=40,
        inspectors={"ofsted": 6, "hmic": 3, "cqc": 2, "hmi_probation": 1, "hmcpsi": 1},
        absences=[
            {"inspector_id": "ofsted-6", "start": date(2014, 4, 1), "end": date(2014, 12, 31)},
            {"inspector_id": "ofsted-5", "start": date(2014, 5, 5), "end": date(2014, 5, 9)},
        ],
        conflicts=[{"inspector_id": "ofsted-4", "la_code": "A4"}],
        pins=[{"la_code": "A4", "start": date(2014, 6, 2)}],
    )


@pytest.fixture
def baseline(programme: Programme, make_rota: Callable[..., Rota]) -> Rota:
    """A1 was held from 13 January, A2 is under way from 3 March, A3 and A4 are ahead."""
    return make_rota(programme, {"A1": 1, "A2": 8, "A3": 15, "A4": 21})


@pytest.fixture
def path(tmp_path: Path) -> Callable[[str], Path]:
    """Rows of changes in a file, under a header of every column."""

    def written(rows: str) -> Path:
        (tmp_path / "changes.csv").write_text(f"{HEADER}\n{rows}\n", "utf-8")
        return tmp_path / "changes.csv"

    return written


@pytest.fixture
def read(programme: Programme, baseline: Rota, path: Any) -> Read:
    """The changes in some rows."""
    return lambda rows: read_changes(path(rows), programme, baseline, TODAY)


@pytest.fixture
def warnings(programme: Programme, baseline: Rota, path: Any) -> Refused:
    """What is odd about some rows that can be read."""
    return lambda rows: read_changes_with_warnings(path(rows), programme, baseline, TODAY)[1]


@pytest.fixture
def refused(programme: Programme, baseline: Rota, path: Any) -> Refused:
    """What is wrong with some rows."""

    def found(rows: str) -> tuple[DataProblem, ...]:
        with pytest.raises(DataProblems) as caught:
            read_changes(path(rows), programme, baseline, TODAY)
        return caught.value.problems

    return found


ROWS = {
    "absence": f"absence,ofsted-1,,,,,2014-03-10,2014-03-21,{SECRET}",
    "leaver": "leaver,ofsted-2,,,,,10/03/2014,,",
    "joiner": "joiner,cqc-2,,,,,2014-04-01,,",
    "deferral": f"deferral,,A3,,,,2014-05-01,2014-08-01,{SECRET}",
    "blackout": "blackout,,,F3,,,2014-06-02,2014-06-06,",
    "force_change": "force_change,,,F3,,,2014-03-01,,merger",
    "conflict": f"conflict,hmic-1,,F4,,,,,{SECRET}",
    "cps_concern": "cps_concern,,A4,,,,2014-03-03,,",
    "pin": "pin,ofsted-1,A3,,,lead,2014-05-05,,",
    "unpin": "unpin,,A4,,,,,,",
    "compromised": "compromised,,A4,,,,,,",
}


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_every_kind_can_be_read(kind: ChangeKind, read: Read) -> None:
    rows = f"{ROWS['unpin']}\n{ROWS[kind.value]}" if kind == "compromised" else ROWS[kind.value]
    assert read(rows)[-1].kind is kind


def test_all_kinds_at_once_keep_their_order(read: Read) -> None:
    assert [each.kind.value for each in read("\n".join(ROWS.values()))] == list(ROWS)


def test_columns_that_no_row_uses_may_be_absent(
    programme: Programme, baseline: Rota, tmp_path: Path
) -> None:
    path = tmp_path / "monday.csv"
    path.write_text("start,kind,inspector_id\n2014-03-10,Leaver,ofsted-2\n", "utf-8")
    (change,) = read_changes(path, programme, baseline, TODAY)
    assert change == Change(
        kind=ChangeKind.LEAVER, inspector_id="ofsted-2", start=date(2014, 3, 10)
    )


def test_json_holds_the_same_changes(
    programme: Programme, baseline: Rota, read: Read, tmp_path: Path
) -> None:
    pin = {"kind": "pin", "la_code": "A3", "inspector_id": "ofsted-1", "role": "lead", "end": None}
    path = tmp_path / "changes.json"
    path.write_text(json.dumps([{**pin, "start": "2014-05-05"}]), "utf-8")
    changes = read_changes(path, programme, baseline, TODAY)
    assert changes == read(ROWS["pin"])
    assert changes[0].role is Role.LEAD


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        ("{}", None, "a list of objects is wanted"),
        ("[1]", None, "a list of objects is wanted"),
        ("[{", None, "no JSON"),
        ("[" * 100_000, None, "no JSON"),
        ('[{"kind": "unpin", "la_code": "A4"}, {"kind": 7}]', 2, "text in quotation marks"),
        ('[{"kind": "unpin", "la_code": "A9"}]', 1, "unknown authority code"),
    ],
)
def test_cannot_read_json_that_is_no_list_of_changes(
    text: str, row: int | None, said: str, programme: Programme, baseline: Rota, tmp_path: Path
) -> None:
    path = tmp_path / "changes.json"
    path.write_text(text, "utf-8")
    with pytest.raises(DataProblems) as caught:
        read_changes(path, programme, baseline, TODAY)
    (problem,) = caught.value.problems
    assert (problem.file, problem.row) == ("changes.json", row)
    assert said in problem.message


def test_a_missing_file_is_one_problem(
    programme: Programme, baseline: Rota, tmp_path: Path
) -> None:
    with pytest.raises(DataProblems, match=r"none\.csv: the file cannot be read"):
        read_changes(tmp_path / "none.csv", programme, baseline, TODAY)


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("absense,ofsted-1,,,,,2014-03-10,2014-03-21,", "kind", "the nearest is absence"),
        ("absence,ofsted-9,,,,,2014-03-10,2014-03-21,", "inspector_id", "nearest known one is of"),
        ("joiner,cqc-9,,,,,2014-03-10,,", "inspector_id", "a row in the programme's inspectors"),
        ("deferral,,A33,,,,2014-05-01,,", "la_code", "nearest known one is A3"),
        ("blackout,,,F9,,,2014-06-02,2014-06-06,", "police_force_code", "unknown force code"),
        ("blackout,,,,ofstet,,2014-06-02,2014-06-06,", "inspectorate", "the nearest is ofsted"),
        ("absence,ofsted-1,,,,,2014-03-10,,", "end", "an absence needs the end"),
        ("absence,,,,,,2014-03-10,2014-03-21,", "inspector_id", "needs the inspector_id"),
        ("absence,ofsted-1,,,,,2014-03-21,2014-03-10,", "end", "before the start"),
        ("absence,ofsted-1,,,,,03/25/2014,2014-03-30,", "start", "no month 25"),
        ("leaver,ofsted-1,A1,,,,2014-03-10,,", "la_code", "a leaver does not use this column"),
        ("leaver,ofsted-1,,,,,2014-03-10,2014-03-11,", "end", "it uses inspector_id, start"),
        ("blackout,,A3,F3,,,2014-06-02,2014-06-06,", "police_force_code", "not la_code and pol"),
        ("conflict,hmic-1,,,,,,,", "la_code", "both are blank"),
        ("pin,,A3,,,,,,", "start", "the row pins nothing"),
        ("pin,,A3,,,lead,2014-05-05,,", "inspector_id", "a role is pinned"),
        ("pin,,A3,,,,2014-05-06,,", "start", "a Tuesday"),
        ("absence,ofsted-1,,,,,2013-01-07,2013-02-01,", "end", "before the programme"),
        ("absence,ofsted-1,,,,,2015-03-02,2015-03-06,", "start", "after the programme"),
        ("leaver,ofsted-1,,,,,2013-12-02,,", "start", "before the programme"),
        ("cps_concern,,A3,,,,2014-12-01,,", "start", "after the programme"),
        ("absence,ofsted-6,,,,,2014-05-05,2014-05-09,", "inspector_id", "who has left"),
        ("leaver,ofsted-6,,,,,2014-05-05,,", "inspector_id", "absent already from 2014-04-01"),
        ("joiner,ofsted-6,,,,,2014-05-05,,", "inspector_id", "who has left"),
        ("joiner,ofsted-1,,,,,2014-04-07,,", "start", "on a team before that day already: at A1"),
        ("deferral,,A1,,,,2014-05-01,,", "la_code", "held from 2014-01-13 to 2014-01-24"),
        ("deferral,,A2,,,,2014-05-01,,", "la_code", "under way since 2014-03-03"),
        ("deferral,,A3,,,,2014-10-06,,", "la_code", "no open start week is left"),
        ("deferral,,A3,,,,2014-02-01,2014-03-03,", "la_code", "no open start week is left"),
        ("compromised,,A2,,,,,,", "la_code", "under way"),
        ("pin,,A2,,,,2014-06-02,,", "start", "its slot never changes"),
        ("pin,ofsted-6,A2,,,,,,", "inspector_id", "its team only changes by a substitute"),
        ("pin,,A3,,,,2014-03-03,,", "start", "nothing starts in the past"),
        ("pin,hmcpsi-1,A3,,,,,,", "inspector_id", "no concern to follow up"),
        ("pin,hmic-1,A3,,,lead,,,", "role", "may not lead"),
        ("pin,,A3,,,,2014-10-06,,", "start", "no start week of the programme"),
        ("pin,,A4,,,,2014-06-09,,", "start", "contradicts pins.csv"),
        ("pin,ofsted-4,A4,,,,,,", "inspector_id", "a conflict of interest is recorded there"),
    ],
)  # fmt: skip
def test_cannot_read_a_change(row: str, column: str, said: str, refused: Refused) -> None:
    (problem,) = refused(row)
    assert (problem.file, problem.row, problem.column) == ("changes.csv", 2, column)
    assert said in problem.message


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (ROWS["leaver"], "absence,ofsted-2,,,,,2014-04-07,2014-04-11,", "has left on 2014-03-10"),
        ("absence,ofsted-2,,,,,2014-04-07,2014-04-11,", ROWS["leaver"], "has left on 2014-03-10"),
        (ROWS["leaver"], "joiner,ofsted-2,,,,,2014-04-07,,", "has left on 2014-03-10"),
        (ROWS["leaver"], "leaver,ofsted-2,,,,,2014-03-17,,", "it says 2014-03-10"),
        (ROWS["pin"], "pin,,A3,,,,2014-05-12,,", "both on 2014-05-05 and on 2014-05-12"),
        (ROWS["pin"], "pin,ofsted-2,A3,,,lead,,,", "has one lead: ofsted-1 or ofsted-2"),
        (ROWS["pin"], "unpin,ofsted-1,A3,,,lead,2014-05-05,,", "pinned and unpinned"),
        ("conflict,ofsted-1,A3,,,,,,", ROWS["pin"], "cannot be pinned where a conflict"),
    ],
)
def test_contradictory_changes_are_both_named(
    first: str, second: str, said: str, refused: Refused
) -> None:
    problems = [each for each in refused(f"{first}\n{second}") if each.row == 3]
    assert any("contradicts row 2" in each.message and said in each.message for each in problems)


def test_two_deferrals_that_leave_no_week_are_named(refused: Refused) -> None:
    (problem,) = refused("deferral,,A3,,,,2014-07-07,,\ndeferral,,A3,,,,2014-03-10,2014-05-30,")
    assert "row 2, deferral of A3, not before 2014-07-07" in problem.message
    assert "row 3, deferral of A3, not before 2014-03-10" in problem.message


def test_a_pin_outside_a_deferral_names_both(refused: Refused) -> None:
    (problem,) = refused(f"{ROWS['deferral']}\npin,,A3,,,,2014-04-07,,")
    assert (problem.row, problem.column) == (3, "start")
    assert "row 2, deferral of A3" in problem.message


def test_a_deferral_away_from_a_pin_of_the_programme_names_the_pin(refused: Refused) -> None:
    (problem,) = refused("deferral,,A4,,,,2014-07-07,,")
    assert problem.file == "pins.csv"
    assert "row 2, deferral of A4" in problem.message
    assert "an unpin would free it" in problem.message


def test_an_unpin_in_the_same_changes_frees_it(read: Read) -> None:
    assert len(read("unpin,,A4,,,,,,\ndeferral,,A4,,,,2014-07-07,,\npin,,A4,,,,2014-07-14,,")) == 3


def test_every_problem_comes_at_once(refused: Refused) -> None:
    rows = "\n".join(
        ("deferral,,A1,,,,2014-05-01,,", "leaver,nobody,,,,,2014-05-01,,", "x,,,,,,,,")
    )
    assert [each.row for each in refused(rows)] == [2, 3, 4]


def test_a_reason_is_never_quoted(refused: Refused) -> None:
    rows = f"absence,ofsted-9,,,,,2014-03-10,{SECRET} it is,{SECRET}\n"
    said = "\n".join(map(str, refused(rows + ROWS["deferral"] + "\npin,,A3,,,,2014-04-07,,")))
    assert SECRET not in said


@pytest.mark.parametrize(
    ("rows", "column", "said"),
    [
        (f"leaver,ofsted-2,,,,,2014-03-10,,{SECRET}", "reason", "it is not kept"),
        ("unpin,,A3,,,,,,", "la_code", "no pin of the programme matches"),
        ("pin,,A4,,,,2014-06-02,,", "kind", "stands in the programme already"),
        ("conflict,ofsted-4,A4,,,,,,", "kind", "stands in the programme already"),
        ("absence,ofsted-5,,,,,2014-05-05,2014-05-09,ill", "kind", "in the programme already"),
        (f"{ROWS['pin']}\n{ROWS['pin']}", "kind", "stands in row 2 already"),
        ("absence,ofsted-1,,,,,2014-02-03,2014-02-07,", "end", "nothing ahead changes"),
    ],
)
def test_no_harm_is_a_warning(rows: str, column: str, said: str, warnings: Refused) -> None:
    (warning,) = warnings(rows)
    assert warning.column == column
    assert said in warning.message
    assert SECRET not in str(warning)


@pytest.mark.parametrize(
    ("today", "said"),
    [(date(2014, 1, 5), "2014-01-06 is its first day"), (date(2014, 10, 13), "nothing is left")],
)
def test_cannot_replan_on_a_day_outside_the_programme(
    today: date, said: str, programme: Programme, baseline: Rota, path: Any
) -> None:
    with pytest.raises(DataProblems, match=said):
        read_changes(path(""), programme, baseline, today)


def test_a_blackout_of_an_inspectorate_and_of_the_nation_can_be_read(read: Read) -> None:
    both = "blackout,,,,CQC,,2014-08-04,2014-08-08,\nblackout,,,,,,2014-07-14,2014-07-18,"
    first, second = read(both)
    assert first.inspectorate is Inspectorate.CQC
    assert (second.inspectorate, second.la_code, second.police_force_code) == (None, "", "")
