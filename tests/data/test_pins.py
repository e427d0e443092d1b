"""A pin must fall on an open start week: what one row and the calendar show to be wrong."""

from typing import Any

import pytest


def pinned(files: Any, row: str) -> Any:
    return {**files, "pins.csv": f"la_code,start,inspector_id,role\n{row}\n"}


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("E06000001,2013-12-23,,", "start", "one of the two weeks is closed"),
        ("E06000001,2013-12-16,,", "start", "one of the two weeks is closed"),
        ("E06000001,2013-07-29,,", "start", "a national blackout"),
        ("E06000001,2013-05-27,,", "start", "no start week of the programme"),
        ("E06000001,2016-05-23,,", "start", "no start week of the programme"),
        ("E06000002,2014-10-06,,", "start", "a blackout of the authority, its force"),
        ("E06000002,2014-09-29,,", "start", "a blackout of the authority, its force"),
        ("E06000001,2013-06-11,,", "start", "2013-06-11 is a Tuesday"),
        ("E06000001,,,", "start", "the row pins nothing"),
        ("E06000001,2013-06-10,,lead", "inspector_id", "a role is pinned"),
        ("E06000001,,ofsted-001,boss", "role", "one of lead, member, substitute"),
    ],
)
def test_cannot_pin(row: str, column: str, said: str, good: Any, problems: Any) -> None:
    (problem,) = problems(pinned(good, row))
    assert (problem.file, problem.row, problem.column) == ("pins.csv", 2, column)
    assert said in problem.message


@pytest.mark.parametrize(
    "row",
    [
        "E06000001,2013-12-09,,",
        "E06000001,2013-07-22,,",
        "E06000001,2016-05-16,,",
        "E06000001,2014-10-06,,",
        "E06000001,,ofsted-001,",
    ],
)
def test_can_pin(row: str, good: Any, read: Any) -> None:
    assert read(pinned(good, row)).pins[0].la_code == "E06000001"


def test_names_the_nearest_open_start(good: Any, problems: Any) -> None:
    (problem,) = problems(pinned(good, "E06000001,2013-12-16,,"))
    assert problem.message.endswith("the nearest open start is 2013-12-09")


def test_says_when_there_is_no_open_start_at_all(good: Any, problems: Any) -> None:
    good["blackouts.csv"] = "scope,key,start,end,reason\nforce,F1,2013-01-01,2016-12-31,\n"
    (problem,) = problems(pinned(good, "E06000001,2014-03-03,,"))
    assert problem.message.endswith("no open start week at all")


def test_a_shut_pin_is_said_together_with_the_problems_of_other_files(
    good: Any, problems: Any
) -> None:
    good["inspectors.csv"] = good["inspectors.csv"].replace("0.8", "1.4")
    found = problems(pinned(good, "E06000001,2013-12-23,,"))
    assert [problem.file for problem in found] == ["inspectors.csv", "pins.csv"]
