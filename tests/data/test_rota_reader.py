"""A rota comes in by hand or whole; one of another programme is told at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data import DataProblems, read_rota, read_rota_with_warnings
from models.deployment import Role
from models.inspectorate import Inspectorate
from models.programme import Programme


@pytest.fixture
def programme(good: Any, read: Callable[[Any], Programme]) -> Programme:
    return read(good)


@pytest.fixture
def by_hand() -> dict[str, str]:
    return {
        "inspections.csv": "la_code,start\nE06000001,2013-06-10\nE06000002,2013-06-17\n",
        "deployments.csv": (
            "la_code,inspector_id,role\nE06000001,ofsted-001,lead\nE06000001,cqc-001,member\n"
        ),
    }


def refusal(path: Path, programme: Programme) -> Any:
    with pytest.raises(DataProblems) as caught:
        read_rota(path, programme)
    return caught.value.problems


def test_a_rota_by_hand_needs_two_files_of_few_columns(
    programme: Programme, by_hand: Any, write: Any
) -> None:
    rota = read_rota(write(by_hand), programme)
    assert [str(each.start) for each in rota.inspections] == ["2013-06-10", "2013-06-17"]
    assert {each.inspector_id: each.role for each in rota.deployments} == {
        "ofsted-001": Role.LEAD,
        "cqc-001": Role.MEMBER,
    }
    assert rota.inspections[0].sizes is None
    assert (rota.attendance, rota.force_reviews, rota.cps_activities) == (None, None, None)


def test_stated_sizes_are_those_of_the_columns_that_are_there(
    programme: Programme, by_hand: Any, write: Any
) -> None:
    by_hand["inspections.csv"] = "la_code,start,ofsted,cqc\nE06000001,2013-06-10,3,\n"
    assert read_rota(write(by_hand), programme).inspections[0].sizes == {Inspectorate.OFSTED: 3}


@pytest.mark.parametrize("file", ["inspections.csv", "deployments.csv"])
def test_cannot_do_without_a_needed_file(
    file: str, programme: Programme, by_hand: Any, write: Any
) -> None:
    del by_hand[file]
    (problem,) = refusal(write(by_hand), programme)
    assert (problem.file, problem.message) == (file, "the file is missing")


@pytest.mark.parametrize(
    ("file", "text", "row", "column", "said"),
    [
        ("inspections.csv", "la_code\nE06000001\n", 1, "start", "missing"),
        ("inspections.csv", "la_code,start\nE06000001,2013-06-11\n", 2, "start", "Tuesday"),
        ("inspections.csv", "la_code,start\nE06000001,06/25/2013\n", 2, "start", "no month 25"),
        ("inspections.csv", "la_code,start,band\nE06000001,2013-06-10,big\n", 2, "band", "one of"),
        ("inspections.csv", "la_code,start,cqc\nE06000001,2013-06-10,two\n", 2, "cqc", "whole"),
        ("deployments.csv", "la_code,inspector_id,role\nE06000001,ofsted-001,boss\n", 2, "role",
         "one of lead"),
        ("deployments.csv", "la_code,inspector_id,role\nE06000001,ofsted-01,lead\n", 2,
         "inspector_id", "ofsted-001"),
        ("attendance.csv", "date,la_code,inspector_id,activity\n2013-06-10,E06000001,cqc-001,tea\n",
         2, "activity", "fieldwork"),
        ("cps_activity.csv", "la_code,inspector_id,start\nE06000001,cqc-001,2013-06-12\n", 2,
         "start", "Wednesday"),
        ("force_reviews.csv", "police_force_code,why,state\nF3,first,planned\n", 2,
         "police_force_code", "nearest known one"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named(
    file: str, text: str, row: int, column: str, said: str,
    programme: Programme, by_hand: Any, write: Any,
) -> None:  # fmt: skip
    (problem,) = refusal(write({**by_hand, file: text}), programme)
    assert (problem.file, problem.row, problem.column) == (file, row, column)
    assert said in problem.message


def test_an_authority_that_stands_twice_is_left_to_the_checks(
    programme: Programme, by_hand: Any, write: Any
) -> None:
    by_hand["inspections.csv"] += "E06000001,2014-06-16\n"
    assert len(read_rota(write(by_hand), programme).inspections) == 3


def test_one_unknown_authority_is_named_with_the_nearest(
    programme: Programme, by_hand: Any, write: Any
) -> None:
    by_hand["inspections.csv"] += "E06000022,2014-06-16\n"
    (problem,) = refusal(write(by_hand), programme)
    assert (problem.row, problem.column, problem.value) == (4, "la_code", "E06000022")
    assert "E06000002" in problem.message


@pytest.mark.parametrize(
    ("file", "old", "said"),
    [
        ("inspections.csv", "E0600", "2 of its 2 authorities are not in this one"),
        ("deployments.csv", "-001", "2 of its 2 inspectors are not in this one"),
    ],
)
def test_a_rota_of_another_programme_is_one_problem(
    file: str, old: str, said: str, programme: Programme, by_hand: Any, write: Any
) -> None:
    by_hand[file] = by_hand[file].replace(old, "-9")
    (problem,) = refusal(write(by_hand), programme)
    assert problem.file == file
    assert said in problem.message


def test_a_programme_is_no_rota(programme: Programme, good: Any, write: Any) -> None:
    files = [problem.file for problem in refusal(write(good), programme)]
    assert files == ["inspections.csv", "deployments.csv"]


def test_warns_of_an_unknown_column(programme: Programme, by_hand: Any, write: Any) -> None:
    by_hand["inspections.csv"] = "la_code,start,begin\nE06000001,2013-06-10,x\n"
    (warning,) = read_rota_with_warnings(write(by_hand), programme)[1]
    assert (warning.file, warning.column) == ("inspections.csv", "begin")
