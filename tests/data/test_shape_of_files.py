"""Every slip in the shape of a file is named, with the file and, where there is one, the row."""

from typing import Any

import pytest


def test_can_read_every_file_of_a_programme(good: Any, read: Any) -> None:
    programme = read(good)
    assert [authority.name for authority in programme.authorities] == ["Alder", "Birch"]
    assert [inspector.fte_percent for inspector in programme.inspectors] == [80, 100]
    assert len(programme.conflicts) == 2
    assert programme.pins[0].inspector_id == "ofsted-001"


@pytest.mark.parametrize(
    "file",
    ["programme.toml", "authorities.csv", "forces.csv", "establishments.csv", "inspectors.csv"],
)
def test_cannot_do_without_a_needed_file(file: str, good: Any, problems: Any) -> None:
    del good[file]
    (problem,) = problems(good)
    assert (problem.file, problem.message) == (file, "the file is missing")


@pytest.mark.parametrize("file", ["authorities.csv", "inspectors.csv"])
def test_a_missing_file_names_the_one_that_stands_instead(
    file: str, good: Any, problems: Any
) -> None:
    good[file.title()] = good.pop(file)
    (problem,) = problems(good)
    assert file.title() in problem.message


@pytest.mark.parametrize(
    "file",
    [
        "probation_trusts.csv", "absences.csv", "conflicts.csv", "blackouts.csv",
        "force_changes.csv", "bank_holidays.csv", "cps_concerns.csv", "pins.csv",
    ],
)  # fmt: skip
def test_can_do_without_an_optional_file(file: str, good: Any, read: Any) -> None:
    del good[file]
    assert read(good).name == "Two"


def test_warns_of_a_file_that_nobody_reads(good: Any, warnings: Any) -> None:
    good["absense.csv"] = good.pop("absences.csv")
    (warning,) = warnings(good)
    assert warning.file == "absense.csv"
    assert "absences.csv" in warning.message


def test_cannot_do_without_a_column(good: Any, problems: Any) -> None:
    good["forces.csv"] = "police_force_code,nam\nF1,Northern\nF2,Southern\n"
    (problem,) = problems(good)
    assert (problem.file, problem.row, problem.column) == ("forces.csv", 1, "name")
    assert "nam stands there instead" in problem.message


def test_warns_of_an_unknown_column(good: Any, warnings: Any) -> None:
    good["forces.csv"] = "police_force_code,name,strength\nF1,Northern,5\nF2,Southern,6\n"
    (warning,) = warnings(good)
    assert (warning.file, warning.row, warning.column) == ("forces.csv", 1, "strength")


def test_a_problem_does_not_hide_the_warnings(good: Any, write: Any) -> None:
    from data import DataProblems, read_programme

    good["forces.csv"] = "police_force_code,name,nam\nF1,,Northern\nF2,Southern,\n"
    with pytest.raises(DataProblems) as caught:
        read_programme(write(good))
    assert [warning.column for warning in caught.value.warnings] == ["nam"]


def test_the_order_of_columns_and_rows_is_free(good: Any, read: Any) -> None:
    expected = read(good)
    good["forces.csv"] = "name,police_force_code\nSouthern,F2\nNorthern,F1\n"
    assert read(good) == expected


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_says_which_encoding_was_met(encoding: str, named: str, good: Any, problems: Any) -> None:
    text = good["forces.csv"].replace("Northern", "Dŵr – Nord").replace("ŵ", "ö")
    good["forces.csv"] = text.encode(encoding)
    (problem,) = problems(good)
    assert problem.file == "forces.csv"
    assert named in problem.message
    assert "UTF-8 is wanted" in problem.message


def test_names_the_row_of_the_first_letter_that_is_not_utf_8(good: Any, problems: Any) -> None:
    good["forces.csv"] = good["forces.csv"].replace("Southern", "Süd").encode("cp1252")
    assert problems(good)[0].row == 3


def test_bytes_of_no_encoding_are_said_to_be_that(good: Any, problems: Any) -> None:
    good["forces.csv"] = good["forces.csv"].encode() + b"F3,\x81\x8d\n"
    assert "no UTF-8 text, nor Windows-1252" in problems(good)[0].message


def test_a_byte_order_mark_is_accepted(good: Any, read: Any) -> None:
    expected = read(good)
    for file in good:
        good[file] = good[file].encode("utf-8-sig")
    assert read(good) == expected


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_other_line_endings_are_accepted(ending: str, good: Any, read: Any) -> None:
    expected = read(good)
    good["forces.csv"] = good["forces.csv"].replace("\n", ending)
    assert read(good) == expected


@pytest.mark.parametrize(("delimiter", "named"), [(";", "semicolons"), ("\t", "tabs")])
def test_cannot_read_other_delimiters(delimiter: str, named: str, good: Any, problems: Any) -> None:
    good["authorities.csv"] = good["authorities.csv"].replace(",", delimiter)
    (problem,) = problems(good)
    assert problem.file == "authorities.csv"
    assert named in problem.message


def test_cannot_read_a_ragged_row(good: Any, problems: Any) -> None:
    good["forces.csv"] = "police_force_code,name\nF1,Northern\nF2,Southern,Coast\nF3\n"
    ragged = [problem for problem in problems(good) if problem.file == "forces.csv"]
    assert [problem.row for problem in ragged] == [3, 4]
    assert "3 cells under 2 columns" in ragged[0].message


def test_cannot_read_an_empty_file(good: Any, problems: Any) -> None:
    good["blackouts.csv"] = ""
    (problem,) = problems(good)
    assert problem.file == "blackouts.csv"
    assert "the file is empty" in problem.message


def test_a_header_alone_is_no_empty_file(good: Any, read: Any) -> None:
    good["blackouts.csv"] = "scope,key,start,end,reason\n"
    assert read(good).blackouts == ()


def test_cannot_read_a_nul(good: Any, problems: Any) -> None:
    good["forces.csv"] += "F3,Nul\0\n"
    (problem,) = problems(good)
    assert (problem.file, problem.row) == ("forces.csv", 4)
    assert "NUL" in problem.message


def test_cannot_read_a_quotation_mark_that_never_ends(good: Any, problems: Any) -> None:
    good["forces.csv"] += 'F3,"Western\n'
    (problem,) = problems(good)
    assert (problem.file, problem.row) == ("forces.csv", 4)


def test_cannot_tell_two_columns_of_one_name_apart(good: Any, problems: Any) -> None:
    good["forces.csv"] = "police_force_code,name,name\nF1,Northern,x\n"
    (problem,) = problems(good)
    assert problem.column == "name"
    assert "stands twice" in problem.message


def test_blank_rows_and_columns_are_ignored_and_rows_keep_their_numbers(
    good: Any, read: Any, problems: Any
) -> None:
    expected = read(good)
    good["forces.csv"] = "police_force_code,,name,,\n\nF1,,Northern,,\n,,,,\nF2,,Southern\n"
    assert read(good) == expected
    good["forces.csv"] = "police_force_code,,name,,\n\nF1,,Northern,,\n,,,,\nF2,,\n"
    assert problems(good)[0].row == 5


def test_cannot_place_a_value_under_no_column_name(good: Any, problems: Any) -> None:
    good["forces.csv"] = "police_force_code,,name\nF1,stray,Northern\nF2,,Southern\n"
    assert "without a name" in problems(good)[0].message


def test_every_problem_of_every_file_is_said_at_once_in_the_order_of_files_and_rows(
    good: Any, problems: Any
) -> None:
    good["programme.toml"] = "[programme]\nstart = 2013-06-04\n"
    good["authorities.csv"] = (
        good["authorities.csv"].replace("20289", "many").replace(",no,", ",nay,")
    )
    good["inspectors.csv"] = good["inspectors.csv"].replace("0.8", "1.4").replace("51.5", "nan")
    good["absences.csv"] = "inspector_id;start;end\n"
    assert [(each.file, each.row, each.column) for each in problems(good)] == [
        ("programme.toml", 2, "programme.start"),
        ("authorities.csv", 2, "children_0_17"),
        ("authorities.csv", 3, "deprived_fifth"),
        ("inspectors.csv", 3, "latitude"),
        ("inspectors.csv", 3, "fte"),
        ("absences.csv", 1, ""),
    ]


def test_no_message_ever_quotes_a_reason(good: Any, problems: Any) -> None:
    canary = "private matter"
    good["absences.csv"] = good["absences.csv"].replace("ofsted-001", "ofsted-002") + (
        f"ofsted-001,2014-02-10,2014-02-01,{canary}\n"
        f"ofsted-001,2014-02-10,{canary}, and more\nofsted-001,2014-02-10,{canary}\n"
    )
    good["conflicts.csv"] = f"inspector_id,la_code,,reason\nofsted-001,,{canary},{canary}\n"
    good["blackouts.csv"] = f"scope,key,start,end,reason\nforce,,2014-02-10,2014-02-01,{canary}\n"
    said = problems(good)
    assert len(said) >= 4
    assert all(canary not in str(problem) for problem in said)
