"""A baseline is a rota of the programme as it was, whole and of one piece."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data import DataProblems, open_baseline, read_baseline, read_rota
from models.programme import Programme


@pytest.fixture
def programme(make_programme: Callable[..., Programme]) -> Programme:
    return make_programme(4)


@pytest.fixture
def files() -> dict[str, str]:
    """A rota of four authorities; A5 is in no programme any more, nor is its lead."""
    weeks = {"A1": "13", "A2": "20", "A3": "27"}
    return {
        "inspections.csv": "la_code,start\n"
        + "".join(f"{code},2014-01-{day}\n" for code, day in weeks.items())
        + "A4,2014-03-03\n",
        "deployments.csv": "la_code,inspector_id,role,busy_from,busy_to\n"
        + "".join(
            f"{code},ofsted-2,member,2014-01-{day},2014-02-28\n" for code, day in weeks.items()
        )
        + "A4,ofsted-1,lead,2014-02-24,2014-03-28\n",
        "attendance.csv": "date,la_code,inspector_id,activity\n2014-03-04,A4,ofsted-1,fieldwork\n",
    }


def with_a5(files: dict[str, str]) -> dict[str, str]:
    return {
        "inspections.csv": files["inspections.csv"] + "A5,2014-05-05\n",
        "deployments.csv": files["deployments.csv"] + "A5,ofsted-9,lead,2014-04-28,2014-05-30\n",
        "attendance.csv": files["attendance.csv"] + "2014-05-06,A5,ofsted-9,fieldwork\n",
        "force_reviews.csv": "police_force_code,la_code,why,state\nF1,A1,first,planned\n"
        "F5,A5,first,planned\nF6,,change,none_left\n",
    }


def refusal(path: Path, programme: Programme) -> Any:
    with pytest.raises(DataProblems) as caught:
        read_baseline(path, programme)
    return caught.value.problems


def test_a_rota_of_the_programme_is_read_as_any_rota(
    programme: Programme, files: Any, write: Any
) -> None:
    path = write(files)
    assert read_baseline(path, programme) == read_rota(path, programme)
    assert open_baseline(path, programme).warnings == ()


def test_an_authority_that_the_programme_lacks_is_dropped_and_said(
    programme: Programme, files: Any, write: Any
) -> None:
    given = open_baseline(write(with_a5(files)), programme)
    (warning,) = given.warnings
    assert (warning.file, warning.row, warning.value) == ("inspections.csv", 6, "A5")
    assert "it is dropped" in warning.message
    assert set(given.rota.inspection_of) == {"A1", "A2", "A3", "A4"}
    assert "A5" not in given.rota.team_of
    assert [each.la_code for each in given.rota.force_reviews or ()] == ["A1"]
    assert set(given.dropped.inspection_of) == {"A5"}
    assert [each.inspector_id for each in given.dropped.deployments] == ["ofsted-9"]
    assert {each.la_code for each in given.dropped.attendance or ()} == {"A5"}


def test_an_unknown_code_of_no_inspection_is_a_slip(
    programme: Programme, files: Any, write: Any
) -> None:
    files["deployments.csv"] += "A44,ofsted-1,member,,\n"
    (problem,) = refusal(write(files), programme)
    assert (problem.file, problem.row, problem.value) == ("deployments.csv", 6, "A44")
    assert "the nearest known one is A4" in problem.message


def test_an_unknown_inspector_at_a_known_authority_is_refused(
    programme: Programme, files: Any, write: Any
) -> None:
    files["deployments.csv"] += "A4,ofsted-9,member,,\n"
    (problem,) = refusal(write(files), programme)
    assert problem.column == "inspector_id"


def test_files_of_two_rotas_are_refused(programme: Programme, files: Any, write: Any) -> None:
    files["inspections.csv"] = "la_code,start\n" + "".join(
        f"A{number},2014-04-{7 * number:02}\n" for number in range(1, 5)
    )
    (problem,) = refusal(write(files), programme)
    assert problem.file == "deployments.csv"
    assert "of another rota than inspections.csv: at 4 of 4 authorities" in problem.message


def test_one_slot_moved_by_hand_is_left_to_the_checks(
    programme: Programme, files: Any, write: Any
) -> None:
    files["inspections.csv"] = files["inspections.csv"].replace("2014-03-03", "2014-04-07")
    assert len(read_baseline(write(files), programme).inspections) == 4


def test_a_rota_of_another_programme_is_no_baseline(
    make_programme: Any, files: Any, write: Any
) -> None:
    others = make_programme([{"la_code": f"X{number}"} for number in range(1, 5)])
    (problem,) = refusal(write(files), others)
    assert "a rota of another programme" in problem.message
