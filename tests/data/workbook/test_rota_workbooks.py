"""A rota is read from a workbook as from its folder, and a baseline too."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from data import DataProblems, read_baseline, read_programme, read_rota, read_rota_with_warnings
from models.programme import Programme
from models.tables import in_file_order, inputs_sha256, rota_in_file_order, rota_tables
from tests.data.drawn_programmes import programmes
from tests.data.drawn_rotas import rotas
from tests.data.workbook.books import Sheets, saved, sheets_of_programme, sheets_of_tables

Save = Callable[..., Path]


# Each example starts two processes, so nothing is tried again to make it smaller.
@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.data())
def test_a_drawn_programme_and_its_rota_come_back_from_workbooks(data: st.DataObject) -> None:
    programme = data.draw(programmes())
    rota = data.draw(rotas(programme))
    with tempfile.TemporaryDirectory() as place:
        book = saved(sheets_of_programme(programme), Path(place) / "programme.xlsx")
        again = read_programme(book)
        tables = rota_tables(programme, rota)
        rota_book = saved(sheets_of_tables(tables), Path(place) / "rota.xlsx")
        assert read_rota(rota_book, programme) == rota_in_file_order(rota)
    assert again == in_file_order(programme)
    assert inputs_sha256(again) == inputs_sha256(programme)


@pytest.fixture
def programme(read: Any, good: Any) -> Programme:
    found: Programme = read(good)
    return found


@pytest.fixture
def rota_sheets() -> Sheets:
    """A rota as written by hand: a slot and one deployment."""
    return {
        "inspections": [["la_code", "start"], ["E06000001", "10/06/2013"]],
        "deployments": [
            ["la_code", "inspector_id", "role"],
            ["E06000001", "ofsted-001", "lead"],
        ],
    }


def test_a_rota_written_by_hand_may_be_a_workbook(
    programme: Programme, rota_sheets: Sheets, save: Save
) -> None:
    rota = read_rota(save(rota_sheets), programme)
    assert [each.la_code for each in rota.inspections] == ["E06000001"]
    assert read_baseline(save(rota_sheets), programme) == rota


def test_a_problem_of_a_rota_names_sheet_row_and_column(
    programme: Programme, rota_sheets: Sheets, save: Save
) -> None:
    rota_sheets["inspections"][1][1] = "11/06/2013"
    with pytest.raises(DataProblems) as caught:
        read_rota_with_warnings(save(rota_sheets), programme)
    assert str(caught.value) == (
        "inspections, row 2, column B (start): '11/06/2013': 2013-06-11 is a Tuesday; "
        "an inspection starts on a Monday"
    )


def test_a_rota_without_a_sheet_it_needs_is_told_so(
    programme: Programme, rota_sheets: Sheets, save: Save
) -> None:
    del rota_sheets["deployments"]
    with pytest.raises(DataProblems, match=r"^deployments: the sheet is missing$"):
        read_rota(save(rota_sheets), programme)


def test_a_rota_of_another_programme_is_told_once(
    programme: Programme, rota_sheets: Sheets, save: Save
) -> None:
    rota_sheets["inspections"][1:] = [[f"X{n}", "10/06/2013"] for n in range(9)]
    with pytest.raises(DataProblems, match=r"^inspections, column A \(la_code\): a rota of ano"):
        read_rota(save(rota_sheets), programme)
