"""A programme's workbook: a sheet for each file, every column explained, every cell of its type."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from api.errors import Refusal
from api.exports.workbook import programme_workbook, template_workbook
from api.exports.workbook.column_words import COLUMN_WORDS, FILE_WORDS
from api.exports.workbook.guidance import guides, setting_guides
from api.exports.workbook.setting_words import SETTING_WORDS
from data import read_programme, reference_programme
from models.authority import AuthorityType, EstablishmentKind, Grade
from models.deployment import Role
from models.events import BlackoutScope
from models.inspector import Employment
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.tables import NEEDED_FILES, PROGRAMME_COLUMNS, SETTINGS_FILE, settings
from tests.cases.programmes import make_programme

Opened = Callable[[bytes], Workbook]

# What Excel allows of a message and of its title.
LONGEST_MESSAGE, LONGEST_TITLE = 255, 32

SHEETS = [file.removesuffix(".csv") for file in PROGRAMME_COLUMNS]


@pytest.fixture(scope="module")
def england() -> Programme:
    return read_programme(reference_programme())


@pytest.fixture(scope="module")
def book(england: Programme, opened: Opened) -> Workbook:
    return opened(programme_workbook(england))


def column(sheet: Worksheet, name: str) -> int:
    return [cell.value for cell in sheet[1]].index(name) + 1


def cells(book: Workbook, sheet: str, name: str) -> list[object]:
    place = column(book[sheet], name)
    return [row[place - 1].value for row in book[sheet].iter_rows(min_row=2)]


def test_guidance_comes_first_then_a_sheet_for_each_file(book: Workbook) -> None:
    assert book.sheetnames == ["guidance", "programme", *SHEETS]


def test_each_sheet_has_its_columns_a_frozen_header_and_filters(book: Workbook) -> None:
    for file, columns in PROGRAMME_COLUMNS.items():
        sheet = book[file.removesuffix(".csv")]
        assert tuple(cell.value for cell in sheet[1]) == columns
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref is not None
        assert sheet.auto_filter.ref.startswith("A1:")


def test_days_are_days_in_british_form_and_numbers_are_numbers(book: Workbook) -> None:
    start = book["absences"].cell(2, column(book["absences"], "start"))
    assert isinstance(start.value, datetime)
    assert start.number_format == "dd/mm/yyyy"
    assert all(isinstance(value, int) for value in cells(book, "authorities", "children_0_17"))
    assert all(isinstance(value, int | float) for value in cells(book, "inspectors", "fte"))


def test_codes_and_ids_are_text_and_stay_text_when_typed(book: Workbook) -> None:
    for sheet, name in (
        ("authorities", "la_code"),
        ("absences", "inspector_id"),
        ("pins", "la_code"),
    ):
        place = column(book[sheet], name)
        letter = get_column_letter(place)
        assert all(isinstance(value, str) for value in cells(book, sheet, name))
        assert book[sheet].column_dimensions[letter].number_format == "@"


@pytest.mark.parametrize(
    ("sheet", "name", "words"),
    [
        ("authorities", "la_type", AuthorityType),
        ("authorities", "last_grade", Grade),
        ("establishments", "kind", EstablishmentKind),
        ("inspectors", "inspectorate", Inspectorate),
        ("inspectors", "employment", Employment),
        ("blackouts", "scope", BlackoutScope),
        ("pins", "role", Role),
    ],
)
def test_fixed_words_are_offered_in_a_list(
    book: Workbook, sheet: str, name: str, words: type[StrEnum]
) -> None:
    assert offered(book[sheet], name) == [word.value for word in words]


def test_yes_and_no_are_offered_in_a_list(book: Workbook) -> None:
    assert offered(book["authorities"], "deprived_fifth") == ["yes", "no"]
    assert offered(book["inspectors"], "can_lead") == ["yes", "no"]


def offered(sheet: Worksheet, name: str) -> list[str]:
    """The words of the list that a cell below the last row offers."""
    cell = sheet.cell(sheet.max_row + 1, column(sheet, name)).coordinate
    (rule,) = (
        each
        for each in sheet.data_validations.dataValidation
        if each.type == "list" and cell in each.sqref
    )
    return str(rule.formula1).strip('"').split(",")


def test_every_header_cell_and_every_setting_tells_what_it_is(book: Workbook) -> None:
    for sheet in SHEETS:
        told = {str(rule.sqref): rule.prompt for rule in messages(book[sheet])}
        assert set(told) == {cell.coordinate for cell in book[sheet][1]}
    keys = book["programme"]
    places = {str(rule.sqref) for rule in messages(keys)}
    assert places == {"A1", "B1", *(f"A{row}:B{row}" for row in range(2, keys.max_row + 1))}


def messages(sheet: Worksheet) -> list[DataValidation]:
    return [rule for rule in sheet.data_validations.dataValidation if rule.prompt]


def test_no_message_is_longer_than_a_spreadsheet_shows(england: Programme) -> None:
    columns = [each for file in PROGRAMME_COLUMNS for each in guides(file)]
    for guide in (*columns, *setting_guides(england)):
        assert len(guide.message) <= LONGEST_MESSAGE
        assert len(guide.column.rpartition(".")[2]) <= LONGEST_TITLE


def test_every_file_column_and_setting_has_words_and_none_else(england: Programme) -> None:
    assert set(FILE_WORDS) == {SETTINGS_FILE, *PROGRAMME_COLUMNS}
    assert {file: set(words) for file, words in COLUMN_WORDS.items()} == {
        file: set(columns) for file, columns in PROGRAMME_COLUMNS.items()
    }
    assert set(SETTING_WORDS) == {key for key, _ in settings(england)}


def test_guidance_lists_every_sheet_and_column_and_what_is_needed(book: Workbook) -> None:
    rows = [[str(value or "") for value in row] for row in book["guidance"].values]
    told = {(row[0], row[1]): row[2:] for row in rows}
    for file, columns in PROGRAMME_COLUMNS.items():
        sheet = file.removesuffix(".csv")
        assert told[sheet, ""][0] == ("yes" if file in NEEDED_FILES else "no")
        assert all(all(told[sheet, name]) for name in columns)
    assert told["authorities", "la_code"][0] == "yes"
    assert told["authorities", "last_grade"][0] == "may be blank"
    assert told["absences", "reason"][0] == "no"
    assert told["authorities", "la_type"][1] == "county, unitary, metropolitan or london_borough"
    assert all(all(told["programme", key]) for key in SETTING_WORDS)


def test_empty_workbook_has_every_setting_at_its_default(opened: Opened) -> None:
    book = opened(template_workbook())
    default = Programme(authorities=(), forces=(), inspectors=())
    keys = [row[0] for row in book["programme"].iter_rows(min_row=2, values_only=True)]
    assert keys == [key for key, _ in settings(default)]
    assert all(book[sheet].max_row == 1 for sheet in SHEETS if sheet != "bank_holidays")


def test_empty_workbook_leaves_the_bank_holidays_to_the_library(opened: Opened) -> None:
    # An empty sheet would say that there are none at all.
    assert "bank_holidays" not in opened(template_workbook()).sheetnames


def test_same_programme_gives_the_same_bytes(england: Programme) -> None:
    assert programme_workbook(england) == programme_workbook(england)


def one_named(name: str) -> Programme:
    return make_programme([{"name": name}])


@pytest.mark.parametrize(
    "name",
    ["<r>Alton</r>", "<r><t>Alton</t></r>", "_x0041_", "a\nb", "https://elsewhere.example", "007"],
)
def test_text_that_the_writer_could_take_for_something_else_stays_text(
    name: str, opened: Opened
) -> None:
    (found,) = cells(opened(programme_workbook(one_named(name))), "authorities", "name")
    assert found == name


def test_text_that_begins_as_a_formula_is_marked(opened: Opened) -> None:
    book = opened(programme_workbook(one_named('=HYPERLINK("x")')))
    (found,) = cells(book, "authorities", "name")
    assert found == '\'=HYPERLINK("x")'
    assert book["authorities"].cell(2, column(book["authorities"], "name")).data_type == "s"


def test_number_of_more_digits_than_a_spreadsheet_keeps_is_text(opened: Opened) -> None:
    programme = make_programme([{"latitude": 51.12345678901234, "longitude": -0.5}])
    book = opened(programme_workbook(programme))
    assert cells(book, "authorities", "latitude") == ["51.12345678901234"]
    assert cells(book, "authorities", "longitude") == [-0.5]


def test_text_longer_than_a_cell_holds_is_refused_with_its_cell() -> None:
    programme_workbook(one_named("a" * 32_766))
    with pytest.raises(Refusal, match="sheet authorities, cell B2: longer than"):
        programme_workbook(one_named("a" * 32_767))


def test_text_that_would_come_back_as_another_is_refused_with_its_cell() -> None:
    with pytest.raises(Refusal, match="sheet authorities, cell B2: text of a form"):
        programme_workbook(one_named("_x005F_x0041_"))
