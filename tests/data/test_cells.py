"""What a cell may hold, and what is said of one that may not."""

from datetime import date
from typing import Any

import pytest

from data import cells
from data.cells import CellError
from models.authority import AuthorityType, Grade

NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("2014-06-25", date(2014, 6, 25)),
        ("25/06/2014", date(2014, 6, 25)),
        ("5/6/2014", date(2014, 6, 5)),
        ("06/05/2014", date(2014, 5, 6)),
        ("29/02/2016", date(2016, 2, 29)),
    ],
)
def test_can_read_iso_and_british_dates(cell: str, read: date) -> None:
    assert cells.day(cell) == read


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("06/25/2014", "no month 25"),
        ("30/02/2014", "no day 30 in month 2"),
        ("2014-02-30", "no day 30 in month 2"),
        ("29/02/2014", "no day 29"),
        ("25/06/14", "a date is wanted"),
        ("25.06.2014", "a date is wanted"),
        ("2014-06-25 00:00:00", "a date is wanted"),
        ("41815", "a date is wanted"),
        ("soon", "a date is wanted"),
        ("\u0662\u0660\u0661\u0664-06-25", "a date is wanted"),
        ("0214-06-25", "a year from 1900"),
        ("9999-12-31", "a year from 1900"),
    ],
)
def test_cannot_read_other_dates(cell: str, said: str) -> None:
    with pytest.raises(CellError, match=said):
        cells.day(cell)


@pytest.mark.parametrize("cell", ["yes", "YES", "True", "TRUE"])
def test_can_read_yes_in_any_case(cell: str) -> None:
    assert cells.yes_no(cell)


@pytest.mark.parametrize("cell", ["no", "No", "FALSE", "false"])
def test_can_read_no_in_any_case(cell: str) -> None:
    assert not cells.yes_no(cell)


@pytest.mark.parametrize("cell", ["y", "1", "0", "maybe"])
def test_cannot_guess_yes_or_no(cell: str) -> None:
    with pytest.raises(CellError, match="yes or no"):
        cells.yes_no(cell)


@pytest.mark.parametrize(
    "cell", ["NaN", "nan", "inf", "-inf", "north", "1,5", "5 1", "1_000", "\u0665", "=1", "51.5°"]
)
def test_cannot_take_text_for_a_number(cell: str) -> None:
    with pytest.raises(CellError, match="a number from -90 to 90"):
        cells.number(-90, 90)(cell)


@pytest.mark.parametrize("cell", ["-90", "90", "+1.5", ".5", "5.", "1e1", "5e-05"])
def test_can_read_numbers_to_the_bounds(cell: str) -> None:
    assert cells.number(-90, 90)(cell) == float(cell)


@pytest.mark.parametrize("cell", ["90.01", "-91", "1e300"])
def test_cannot_go_beyond_the_bounds(cell: str) -> None:
    with pytest.raises(CellError, match="outside -90 to 90"):
        cells.number(-90, 90)(cell)


@pytest.mark.parametrize("cell", ["1.5", "20,289", "1e4", "many", "NaN", "9" * 19, "-1"])
def test_cannot_count_children_but_in_whole_numbers(cell: str) -> None:
    with pytest.raises(CellError, match="a whole number from 0"):
        cells.whole(0)(cell)


@pytest.mark.parametrize(
    ("cell", "percent"), [("1", 100), ("1.0", 100), ("1.00", 100), ("0.01", 1), (".57", 57)]
)
def test_can_read_a_full_time_equivalent(cell: str, percent: int) -> None:
    assert cells.fte_percent(cell) == percent


@pytest.mark.parametrize(
    "cell", ["0", "0.0", "1.4", "1.01", "-0.5", "0.125", "0.004", "80%", "NaN", "1e400"]
)
def test_cannot_work_more_than_full_time_nor_not_at_all(cell: str) -> None:
    with pytest.raises(CellError, match="above 0 and at most 1"):
        cells.fte_percent(cell)


@pytest.mark.parametrize("cell", ["good", "Good", "GOOD"])
def test_can_read_a_word_in_any_case(cell: str) -> None:
    assert cells.choice(Grade)(cell) is Grade.GOOD


def test_names_the_words_and_the_nearest_one() -> None:
    with pytest.raises(CellError, match=r"county, unitary, .* the nearest is unitary"):
        cells.choice(AuthorityType)("unitry")


@pytest.mark.parametrize(
    "cell",
    [
        " x ", f"{NO_BREAK}x{NO_BREAK}", f" {NO_BREAK}\tx\u2007 ", "\ufeffx", "x\u200b",
        "x\r", "\u3000x",
    ],
)  # fmt: skip
def test_blanks_around_a_value_are_cleaned(cell: str) -> None:
    assert cells.clean(cell) == "x"


def test_blanks_inside_a_value_stay() -> None:
    assert cells.clean(f"St{NO_BREAK}Helens") == f"St{NO_BREAK}Helens"


def test_trailing_blanks_do_no_harm_in_any_column(good: Any, read: Any) -> None:
    expected = read(good)
    for file in good:
        if file.endswith(".csv"):
            good[file] = good[file].replace(",", f"{NO_BREAK} , ").replace("\n", f" {NO_BREAK}\n")
    assert read(good) == expected


@pytest.mark.parametrize(
    "grade", ["requires improvement", "Requires Improvement To Be Good", "ADEQUATE"]
)
def test_later_names_of_a_grade_are_read_as_adequate(grade: str, good: Any, read: Any) -> None:
    good["authorities.csv"] = good["authorities.csv"].replace(",good\n", f",{grade}\n")
    assert read(good).authorities[0].last_grade is Grade.ADEQUATE
