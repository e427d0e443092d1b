"""A workbook is read as the folder that says the same."""

import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data import read_programme, read_programme_with_warnings, reference_programme
from data.workbook.kinds import COLUMNS, Holds, holds
from models.tables import inputs_sha256
from tests.data.workbook.books import Sheets, saved, sheets_of_programme, with_part

Save = Callable[..., Path]


def test_a_workbook_equals_its_folder(
    good: Mapping[str, str], read: Any, sheets: Sheets, save: Save
) -> None:
    assert read_programme(save(sheets)) == read(good)


def test_england_has_the_same_hash_from_a_workbook(tmp_path: Path) -> None:
    england = read_programme(reference_programme())
    path = saved(sheets_of_programme(england), tmp_path / "england.xlsx")
    assert inputs_sha256(read_programme(path)) == inputs_sha256(england)


def test_sheet_names_are_read_in_any_case(read: Any, good: Any, sheets: Sheets, save: Save) -> None:
    renamed = {name.title(): rows for name, rows in sheets.items()}
    assert read_programme(save(renamed)) == read(good)


def test_a_workbook_called_zip_is_read_as_one(
    read: Any, good: Any, sheets: Sheets, tmp_path: Path
) -> None:
    path = saved(sheets, tmp_path / "book.xlsx").rename(tmp_path / "book.zip")
    assert read_programme(path) == read(good)


def test_sheets_for_people_are_not_read_and_not_warned_of(sheets: Sheets, save: Save) -> None:
    for name in ("Guidance", "lists", "marking"):
        sheets[name] = [["anything"]]
    assert read_programme_with_warnings(save(sheets))[1] == ()


def test_warns_of_a_sheet_that_nobody_reads(sheets: Sheets, save: Save) -> None:
    sheets["pin"] = [["anything"]]
    (warning,) = read_programme_with_warnings(save(sheets))[1]
    assert str(warning) == "pin: the sheet is not read; the nearest name of one that is: pins"


def test_warns_of_a_column_by_its_letter(sheets: Sheets, save: Save) -> None:
    sheets["forces"][0].append("nickname")
    (warning,) = read_programme_with_warnings(save(sheets))[1]
    assert str(warning).startswith("forces, row 1, column C (nickname): unknown column")


def test_dates_may_be_text(read: Any, good: Any, sheets: Sheets, save: Save) -> None:
    sheets["absences"][1][1:3] = ["2014-02-10", "23/02/2014"]
    assert read_programme(save(sheets)) == read(good)


def test_whole_numbers_may_be_typed_with_a_point(
    read: Any, good: Any, sheets: Sheets, save: Save
) -> None:
    sheets["authorities"][1][8] = 20289.0
    path = with_part(save(sheets), _part_of(sheets, "authorities"), _with_points)
    assert read_programme(path) == read(good)


def _part_of(sheets: Sheets, name: str) -> str:
    return f"xl/worksheets/sheet{list(sheets).index(name) + 1}.xml"


def _with_points(text: str) -> str:
    assert "<v>20289</v>" in text
    return text.replace("<v>20289</v>", "<v>20289.0</v>")


def test_names_that_begin_like_formulas_come_back(sheets: Sheets, save: Save) -> None:
    sheets["forces"][1][1] = "'=HYPERLINK(1)"
    sheets["forces"][2][1] = "''tis"
    names = [force.name for force in read_programme(save(sheets)).forces]
    assert names == ["=HYPERLINK(1)", "'tis"]


def test_text_that_looks_like_an_escape_comes_back(sheets: Sheets, save: Save) -> None:
    # The writer escapes both: the first as a character that XML lacks, the second as it looks.
    sheets["forces"][1][1], sheets["forces"][2][1] = "North\x07ern", "South_x0041_"
    names = [force.name for force in read_programme(save(sheets)).forces]
    assert names == ["North\x07ern", "South_x0041_"]


def test_rows_and_columns_left_blank_are_ignored(
    read: Any, good: Any, sheets: Sheets, save: Save
) -> None:
    sheets["forces"].insert(2, [" ", "\xa0"])
    sheets["forces"] = [[None, *row] for row in sheets["forces"]]
    assert read_programme(save(sheets)) == read(good)


def test_a_workbook_that_counts_days_from_1904_has_the_same_dates(
    read: Any, good: Any, sheets: Sheets, tmp_path: Path
) -> None:
    def from_1904(text: str) -> str:
        return text.replace("<workbookPr", '<workbookPr date1904="1"')

    apart = (date(1904, 1, 1) - date(1899, 12, 30)).days
    earlier = {
        name: [[_earlier(cell, apart) for cell in row] for row in rows]
        for name, rows in sheets.items()
    }
    path = with_part(saved(earlier, tmp_path / "mac.xlsx"), "xl/workbook.xml", from_1904)
    assert read_programme(path) == read(good)


def _earlier(cell: Any, days: int) -> Any:
    return date.fromordinal(cell.toordinal() - days) if isinstance(cell, date) else cell


def test_dimensions_are_not_trusted(read: Any, good: Any, sheets: Sheets, save: Save) -> None:
    def lying(text: str) -> str:
        return text.replace('<dimension ref="A1:B3"/>', '<dimension ref="A1:XFD1048576"/>')

    path = with_part(save(sheets), _part_of(sheets, "forces"), lying)
    assert read_programme(path) == read(good)


@pytest.mark.parametrize("value", ["03/06/2013", date(2013, 6, 3), "2013-06-03"])
def test_the_start_may_be_a_date_of_any_kind(
    value: Any, read: Any, good: Any, sheets: Sheets, save: Save
) -> None:
    sheets["programme"][2][1] = value
    assert read_programme(save(sheets)) == read(good)


def test_every_column_is_known_for_what_it_holds() -> None:
    # Codes are text, dates dates: each column of each file falls under one, and these are words.
    words = {
        column
        for file, columns in COLUMNS.items()
        for column in columns
        if holds(file, column) is Holds.WORDS
    }
    assert words == {
        "activity", "authority", "band", "base", "can_lead", "deprived_fifth", "description",
        "employment", "establishment", "force", "force_wide_review", "inspectorate", "kind",
        "la_type", "last_grade", "name", "reason", "region", "role", "scope", "state", "why",
    }  # fmt: skip


def test_a_zip_of_a_folder_is_still_one(good: Mapping[str, str], read: Any, tmp_path: Path) -> None:
    path = tmp_path / "programme.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in good.items():
            archive.writestr(name, text)
    assert read_programme(path) == read(good)
