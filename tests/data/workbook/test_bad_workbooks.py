"""What can be wrong with a workbook: each in one sentence with sheet, row and column."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from data import DataProblem, read_programme
from tests.data.workbook.books import Sheets, with_part

Said = Callable[..., list[str]]
Save = Callable[..., Path]

LOCKED = "EncryptedPackage".encode("utf-16-le")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def test_a_problem_names_sheet_row_and_column(sheets: Sheets, said: Said) -> None:
    sheets["authorities"].insert(1, [None])
    sheets["authorities"][3][2] = "countryside"
    (sentence,) = said(sheets)
    assert sentence.startswith("authorities, row 4, column C (la_type): 'countryside': one of ")


def test_every_problem_of_every_sheet_is_told(sheets: Sheets, found: Any) -> None:
    sheets["forces"][1][0] = 1
    sheets["inspectors"][1][6] = 1.4
    sheets["programme"][3][1] = "many"
    places = [(each.file, each.row, each.letter) for each in found(sheets)]
    assert places == [("programme", 4, "B"), ("forces", 2, "A"), ("inspectors", 2, "G")]


def test_cannot_have_a_formula_for_a_value(sheets: Sheets, said: Said) -> None:
    def formula(book: Any, made: Any) -> None:
        made["authorities"].write_formula("I2", "=A1+1", None, 20289)

    assert said(sheets, formula) == [
        "authorities, row 2, column I (children_0_17): a formula; the value itself is wanted: "
        "paste it as values"
    ]


def test_cannot_have_merged_cells(sheets: Sheets, said: Said) -> None:
    def merge(book: Any, made: Any) -> None:
        made["forces"].merge_range("A2:B2", "F1")

    assert said(sheets, merge) == [
        "forces, row 2, column A: the cells A2:B2 are merged; every cell for itself is wanted"
    ]


def test_cannot_have_a_hidden_sheet(sheets: Sheets, said: Said) -> None:
    assert said(sheets, lambda book, made: made["pins"].hide()) == [
        "pins: the sheet is hidden; show it, so that you see what you send"
    ]


def test_cannot_have_hidden_rows(sheets: Sheets, said: Said) -> None:
    def hide(book: Any, made: Any) -> None:
        made["authorities"].set_row(1, None, None, {"hidden": True})
        made["authorities"].set_row(2, None, None, {"hidden": True})

    assert said(sheets, hide) == [
        "authorities, row 2: the row is hidden, and so is one more; show all rows "
        "(clear the filter), to see what you send"
    ]


def test_cannot_have_two_headers(sheets: Sheets, said: Said) -> None:
    sheets["forces"].insert(1, list(sheets["forces"][0]))
    assert said(sheets) == ["forces, row 2: a second header; one is wanted, in the first row"]


def test_cannot_have_a_title_above_the_header(sheets: Sheets, said: Said) -> None:
    sheets["forces"].insert(0, ["The police forces"])
    assert said(sheets) == ["forces, row 2: the header stands here; delete the row above it"]


def test_a_date_that_is_text_must_be_one(sheets: Sheets, said: Said) -> None:
    sheets["absences"][1][1] = "Monday"
    (sentence,) = said(sheets)
    assert sentence == (
        "absences, row 2, column B (start): a date is wanted: yyyy-mm-dd or dd/mm/yyyy"
    )


def test_a_date_must_not_be_a_number(sheets: Sheets, said: Said) -> None:
    sheets["absences"][1][1] = 41680
    assert said(sheets) == [
        "absences, row 2, column B (start): '41680': a number where a date is wanted: "
        "give the cell a date format, or type it"
    ]


def test_a_date_must_have_no_time(sheets: Sheets, said: Said) -> None:
    sheets["absences"][1][1] = datetime(2014, 2, 10, 9, 30)
    assert said(sheets) == [
        "absences, row 2, column B (start): '2014-02-10 09:30:00': a time stands there; "
        "a date without one is wanted"
    ]


def test_a_number_must_not_be_a_date(sheets: Sheets, said: Said) -> None:
    sheets["inspectors"][1][6] = date(1900, 1, 1)
    assert said(sheets) == [
        "inspectors, row 2, column G (fte): '1900-01-01': a date where a number is wanted: "
        "give the cell a number format"
    ]


@pytest.mark.parametrize(
    ("cell", "became"),
    [
        (6000001, "'6000001': the code has become a number and may have lost a leading zero"),
        (date(2014, 3, 1), "'2014-03-01': the code has become a date"),
        (True, "'yes': the code has become TRUE or FALSE"),
    ],
)
def test_cannot_take_a_code_that_is_no_text(
    cell: Any, became: str, sheets: Sheets, said: Said
) -> None:
    sheets["pins"][1][0] = cell
    assert said(sheets) == [
        f"pins, row 2, column A (la_code): {became}; "
        "give the column the format Text and type the code again"
    ]


def test_cannot_have_an_error_for_a_value(sheets: Sheets, save: Save, said: Said) -> None:
    sheets["authorities"][1][3] = "North"

    def with_error(text: str) -> str:
        assert '<c r="I2"><v>20289</v></c>' in text
        return text.replace('<c r="I2"><v>20289</v></c>', '<c r="I2" t="e"><v>#N/A</v></c>')

    path = with_part(save(sheets), "xl/worksheets/sheet2.xml", with_error)
    assert said(path) == [
        "authorities, row 2, column I (children_0_17): '#N/A': an error of the spreadsheet; "
        "a value is wanted"
    ]


def test_a_missing_sheet_is_named_with_what_stands_there_instead(
    sheets: Sheets, said: Said
) -> None:
    sheets["inspector"] = sheets.pop("inspectors")
    assert said(sheets)[0] == ("inspectors: the sheet is missing; inspector stands there instead")


def test_cannot_have_a_sheet_twice_in_other_case(sheets: Sheets, save: Save, said: Said) -> None:
    # Excel and the writer refuse such a name; other programs do not.
    sheets["forcez"] = [["police_force_code", "name"]]

    def twice(text: str) -> str:
        return text.replace('name="forcez"', 'name="FORCES"')

    path = with_part(save(sheets), "xl/workbook.xml", twice)
    assert "forces: the sheet stands more than once: forces, FORCES" in said(path)


def test_cannot_have_a_value_at_the_last_cell_there_is(
    sheets: Sheets, save: Save, said: Said
) -> None:
    assert said(sheets, lambda book, made: made["forces"].write("XFD1048576", "x")) == [
        "forces, row 1048576, column XFD: a value stands here; "
        "at most 200000 rows and 200 columns are read"
    ]


def test_a_format_at_the_last_cell_there_is_does_no_harm(sheets: Sheets, save: Save) -> None:
    def shade(book: Any, made: Any) -> None:
        made["forces"].write_blank("XFD1048576", None, book.add_format({"bold": True}))

    assert len(read_programme(save(sheets, shade)).forces) == 2


def test_a_value_under_no_header_is_named(sheets: Sheets, said: Said) -> None:
    sheets["forces"][1].append("mine")
    assert said(sheets) == ["forces, row 2, column C: a value stands under a column without a name"]


def test_an_empty_sheet_is_named(sheets: Sheets, said: Said) -> None:
    sheets["establishments"] = []
    assert said(sheets) == ["establishments: the sheet is empty; a header row is wanted at least"]


def test_a_sheet_of_blanks_is_an_empty_sheet(sheets: Sheets, said: Said) -> None:
    sheets["establishments"] = [["\u200b", "\xa0"]]
    assert said(sheets) == ["establishments: the sheet is empty; a header row is wanted at least"]


def test_a_reason_is_never_quoted(sheets: Sheets, found: Any) -> None:
    sheets["absences"][1][3] = datetime(2014, 2, 10, 9, 30)
    sheets["absences"].append(["ofsted-001", "private matter", 7, 12])
    problems: tuple[DataProblem, ...] = found(sheets)
    assert [each.letter for each in problems] == ["D", "C"]
    assert all("private" not in str(each) and "09:30" not in str(each) for each in problems)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (["policy.force.gap_weeks", -1], "row 5, column B (policy.force.gap_weeks): '-1': at l"),
        (["policy.farce", 1], "row 5, column B (policy.farce): unknown key"),
        (["policy force", 1], "row 5, column A: 'policy force': a dotted key is wanted"),
        (["programme.weeks", 2], "row 5, column A (programme.weeks): 'programme.weeks': the key"),
        (["goals.team", "a lot"], "row 5, column B (goals.team): 'a lot': no value as"),
        (["goals.team", "1\ngoals.fairness = 2"], "row 5, column B (goals.team): "),
        (["goals.team", None], "row 5, column B (goals.team): the cell is blank"),
        ([None, 3], "row 5, column A: a dotted key is wanted"),
    ],
)
def test_settings_that_are_wrong_are_named(
    row: list[Any], sentence: str, sheets: Sheets, said: Said
) -> None:
    sheets["programme"].append(row)
    (told,) = said(sheets)
    assert told.startswith(f"programme, {sentence}")


def refusal(data: bytes, name: str, said: Said, folder: Path) -> str:
    """What is said of a file of these bytes, which cannot be read at all."""
    path = folder / name
    path.write_bytes(data)
    (sentence,) = said(path)
    assert sentence.startswith(f"{name}: ")
    return sentence.removeprefix(f"{name}: ")


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (OLE, "old.xls", "an old workbook (.xls); save it as “Excel Workbook (.xlsx)”"),
        (OLE, "old.xlsx", "an old workbook (.xls); save it as “Excel Workbook (.xlsx)”"),
        (OLE + LOCKED, "book.xlsx", "locked with a password; save it without one"),
        (
            b"\x89PNG\r\n\x1a\n" + bytes(99),
            "book.xlsx",
            "a picture, whatever its name ends in; an Excel workbook (.xlsx) is wanted",
        ),
        (b"", "book.xlsx", "an empty file"),
        (b"la_code\n", "book.xlsx", "no Excel workbook (.xlsx), whatever its name ends in"),
        (b"PK\3\4" + bytes(99), "book.xlsx", "a damaged file; no Excel workbook that can be read"),
    ],
)
def test_what_is_no_workbook_is_told_for_what_it_is(
    data: bytes, name: str, sentence: str, said: Said, tmp_path: Path
) -> None:
    assert refusal(data, name, said, tmp_path) == sentence


def archive_of(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


PARTS = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (PARTS | {"xl/vbaProject.bin": b"x"}, "a workbook with macros, which are not read"),
        (PARTS | {"xl/worksheets/sheet1.xml": bytes(10**6)}, "a file in the zip unpacks to more"),
        (PARTS | {"../x.xml": b"x"}, "a name in the zip is absolute or has .. in it"),
        (PARTS | {f"xl/{n}": b"" for n in range(200)}, "the zip has 202 files; 200 are allowed"),
        ({"xl/workbook.bin": b"x"}, "a binary workbook (.xlsb); save it as"),
        ({"mimetype": b"x", "content.xml": b"x"}, "an OpenDocument file; save it as"),
        ({"word/document.xml": b"x"}, "no Excel workbook, but a document of another kind"),
        ({"a.txt": b"x"}, "no Excel workbook, but a zip of something else"),
        (PARTS, "a damaged workbook; open it in Excel or LibreOffice and save it again"),
        (
            PARTS | {"xl/workbook.xml": b'<workbook xmlns="http://purl.oclc.org/ooxml/x"/>'},
            "a “Strict Open XML” workbook",
        ),
        (
            PARTS | {"[Content_Types].xml": b'<Types a="x.macroEnabled.main+xml"/>'},
            "a workbook with macros; save it as",
        ),
    ],
)
def test_a_zip_that_looks_odd_is_not_read(
    parts: dict[str, bytes], sentence: str, said: Said, tmp_path: Path
) -> None:
    assert refusal(archive_of(parts), "book.xlsx", said, tmp_path).startswith(sentence)
