"""What a row must agree on: with itself, with the other rows, with the other files."""

from typing import Any

import pytest


def change(files: Any, file: str, old: str, new: str) -> Any:
    assert old in files[file]
    return {**files, file: files[file].replace(old, new)}


@pytest.mark.parametrize(
    ("file", "old", "new", "column", "nearest"),
    [
        ("authorities.csv", ",F1,", ",G1,", "police_force_code", "F1"),
        ("authorities.csv", ",north,", ",nort,", "probation_trust_code", "north"),
        ("establishments.csv", "E06000002", "E0600002", "la_code", "E06000002"),
        ("absences.csv", "ofsted-001", "Ofsted-01", "inspector_id", "ofsted-001"),
        ("conflicts.csv", "cqc-001", "cqc-01", "inspector_id", "cqc-001"),
        ("conflicts.csv", "E06000002", "E06000092", "la_code", "E06000002"),
        ("conflicts.csv", ",F1,", ",F1x,", "police_force_code", "F1"),
        ("blackouts.csv", "force,F2", "force,f22", "key", "F2"),
        ("blackouts.csv", "force,F2", "authority,E0600001", "key", "E06000001"),
        ("blackouts.csv", "force,F2", "inspectorate,ofstead", "key", "ofsted"),
        ("force_changes.csv", "F1,", "FF1,", "police_force_code", "F1"),
        ("cps_concerns.csv", "E06000001", "E06000011", "la_code", "E06000001"),
        ("pins.csv", "E06000001", "E6000001", "la_code", "E06000001"),
        ("pins.csv", "ofsted-001", "ofsted-1", "inspector_id", "ofsted-001"),
    ],
)
def test_an_unknown_code_is_named_with_the_nearest_known_one(
    file: str, old: str, new: str, column: str, nearest: str, good: Any, problems: Any
) -> None:
    (problem,) = problems(change(good, file, old, new))
    assert (problem.file, problem.column) == (file, column)
    assert problem.value in new
    assert problem.value
    assert problem.message.endswith(f"the nearest known one is {nearest}")


@pytest.mark.parametrize(
    ("file", "row", "column"),
    [
        ("authorities.csv", 2, "la_code"),
        ("forces.csv", 2, "police_force_code"),
        ("probation_trusts.csv", 2, "probation_trust_code"),
        ("inspectors.csv", 2, "inspector_id"),
        ("bank_holidays.csv", 2, "date"),
    ],
)
def test_a_code_cannot_stand_twice(
    file: str, row: int, column: str, good: Any, problems: Any
) -> None:
    header, first, *others = good[file].splitlines()
    good[file] = "\n".join([header, first, *others, first]) + "\n"
    (problem,) = problems(good)
    assert (problem.file, problem.row, problem.column) == (file, len(others) + 3, column)
    assert problem.message == f"this stands in row {row} already"


@pytest.mark.parametrize(
    ("file", "old", "new", "right"),
    [
        ("authorities.csv", "54.68,-1.22", "-1.22,54.68", "54.68"),
        ("inspectors.csv", "51.5,-0.1", "-0.1,51.5", "51.5"),
    ],
)
def test_says_that_latitude_and_longitude_are_swapped(
    file: str, old: str, new: str, right: str, good: Any, problems: Any
) -> None:
    (problem,) = problems(change(good, file, old, new))
    assert (problem.file, problem.column) == (file, "latitude")
    assert problem.message == f"latitude and longitude are swapped: {right} belongs here"


def test_a_place_outside_the_british_isles_is_not_called_swapped(good: Any, read: Any) -> None:
    read(change(good, "inspectors.csv", "51.5,-0.1", "-0.1,2.5"))


@pytest.mark.parametrize("file", ["absences.csv", "blackouts.csv"])
def test_cannot_end_before_the_start(file: str, good: Any, problems: Any) -> None:
    start = {"absences.csv": "2014-02-10", "blackouts.csv": "2014-10-06"}[file]
    (problem,) = problems(change(good, file, start, "2015-01-01"))
    assert (problem.file, problem.row, problem.column) == (file, 2, "end")
    assert "before the start, 2015-01-01" in problem.message


def test_can_end_on_the_day_of_the_start(good: Any, read: Any) -> None:
    absence = read(change(good, "absences.csv", "2014-02-23", "2014-02-10")).absences[0]
    assert absence.start == absence.end


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("cqc-001,,,x", "both are blank"),
        ("cqc-001,E06000001,F1,x", "not both"),
    ],
)
def test_a_conflict_is_with_one_place(row: str, said: str, good: Any, problems: Any) -> None:
    (problem,) = problems(change(good, "conflicts.csv", "cqc-001,,F1,private matter", row))
    assert said in problem.message


def test_either_place_column_of_a_conflict_may_be_absent(good: Any, read: Any) -> None:
    good["conflicts.csv"] = "inspector_id,la_code\ncqc-001,E06000001\n"
    assert read(good).conflicts[0].la_code == "E06000001"
    good["conflicts.csv"] = "inspector_id,police_force_code\ncqc-001,F1\n"
    assert read(good).conflicts[0].police_force_code == "F1"


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ("national,F2", "no key"),
        ("force,", "the force code is wanted"),
        ("inspectorate,", "the inspectorate is wanted"),
        ("regional,F2", "one of national"),
    ],
)
def test_the_key_of_a_blackout_follows_its_scope(
    scope: str, said: str, good: Any, problems: Any
) -> None:
    (problem,) = problems(change(good, "blackouts.csv", "force,F2", scope))
    assert said in problem.message


@pytest.mark.parametrize(
    ("file", "old", "new", "column", "value"),
    [
        ("authorities.csv", "20289", "many", "children_0_17", "many"),
        ("authorities.csv", "20289", "", "children_0_17", ""),
        ("authorities.csv", "Alder", "", "name", ""),
        ("authorities.csv", "unitary", "borough", "la_type", "borough"),
        ("authorities.csv", "54.68", "NaN", "latitude", "NaN"),
        ("authorities.csv", "54.68", "154.68", "latitude", "154.68"),
        ("authorities.csv", ",good", ",fair", "last_grade", "fair"),
        ("inspectors.csv", "1.0,est", "0,est", "fte", "0"),
        ("inspectors.csv", "1.0,est", "1.4,est", "fte", "1.4"),
        ("inspectors.csv", "1.0,est", "NaN,est", "fte", "NaN"),
        ("inspectors.csv", "established", "permanent", "employment", "permanent"),
        ("inspectors.csv", ",yes", ",perhaps", "can_lead", "perhaps"),
        ("inspectors.csv", "ofsted,One", "ofstd,One", "inspectorate", "ofstd"),
        ("establishments.csv", "mother_and_baby_unit", "nursery", "kind", "nursery"),
        ("absences.csv", "2014-02-23", "31/02/2014", "end", "31/02/2014"),
        ("force_changes.csv", "2014-04-01", "06/25/2014", "introduced_on", "06/25/2014"),
        ("bank_holidays.csv", "2013-08-26", "30/02/2013", "date", "30/02/2013"),
    ],
)
def test_a_wrong_cell_is_named(
    file: str, old: str, new: str, column: str, value: str, good: Any, problems: Any
) -> None:
    (problem,) = problems(change(good, file, old, new))
    assert (problem.file, problem.row, problem.column) == (file, 2, column)
    assert problem.value == value
    assert problem.message


def test_an_inspector_id_has_no_blanks_in_it(good: Any, problems: Any) -> None:
    found = problems(change(good, "inspectors.csv", "cqc-001", "cqc 001"))
    assert ("inspectors.csv", 3, "inspector_id", "cqc 001") in [
        (each.file, each.row, each.column, each.value) for each in found
    ]


def test_due_and_risk_weight_may_be_given(good: Any, read: Any, problems: Any) -> None:
    header, alder, birch = good["authorities.csv"].splitlines()
    given = [f"{header},due,risk_weight", f"{alder},24/03/2014,3", f"{birch},,"]
    good["authorities.csv"] = "\n".join(given)
    authority = read(good).authorities[0]
    assert (str(authority.due), authority.risk_weight) == ("2014-03-24", 3)
    good["authorities.csv"] = good["authorities.csv"].replace(",3\n", ",5\n")
    assert "from 1 to 4" in problems(good)[0].message


def test_england_has_its_bank_holidays_where_the_programme_has_none(good: Any, read: Any) -> None:
    del good["bank_holidays.csv"]
    days = {str(day) for day, _ in read(good).bank_holidays}
    assert {"2013-08-26", "2014-04-18", "2015-12-28", "2016-12-27"} <= days
    years = sorted({day[:4] for day in days})
    assert years == ["2012", "2013", "2014", "2015", "2016", "2017", "2018"]


def test_the_programmes_own_bank_holidays_are_the_whole_list(good: Any, read: Any) -> None:
    good["bank_holidays.csv"] = "date,name\n"
    assert read(good).bank_holidays == ()
