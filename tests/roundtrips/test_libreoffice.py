"""A workbook that LibreOffice saved again is read the same, and nothing in our files runs in it."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from api.exports.workbook import (
    programme_workbook,
    table_workbook,
    template_workbook,
)
from api.exports.workbook.book import value_of
from api.exports.workbook.kinds import kind_of
from data import DataProblems, read_programme, read_rota, reference_programme
from models.programme import Programme
from models.rota import Rota
from models.tables import (
    PROGRAMME_COLUMNS,
    ROTA_COLUMNS,
    Table,
    export_text,
    in_file_order,
    inputs_sha256,
    rota_in_file_order,
    rota_tables,
)
from tests.data.drawn_programmes import programmes
from tests.data.drawn_rotas import rotas

Drawn = TypeVar("Drawn")
SavedAgain = Callable[[Sequence[Path], str], list[Path]]

#: Programmes that LibreOffice saves again in one call; ROUND_TRIPS=200 takes minutes.
DRAWN = int(os.environ.get("ROUND_TRIPS", "12"))

#: What a spreadsheet could take for something to run, or to follow.
HOSTILE = (
    '=HYPERLINK("http://x.example","y")', "=1+1", "+1+1", "-2", "-2+3", "@SUM(A1)", "\t=1+1",
    "\r=1+1", " =1+1", "'=1+1", "'", "''", "\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(A1)",
    "=cmd|' /C calc'!A0", "{=1+1}", "http://x.example", "#REF!", "TRUE", "1/2", "<r>=1</r>",
)  # fmt: skip


def test_england_2013_saved_again_is_the_same(saved_again: SavedAgain, tmp_path: Path) -> None:
    england = read_programme(reference_programme())
    book = tmp_path / "book.xlsx"
    book.write_bytes(programme_workbook(england))
    (again,) = saved_again([book], "xlsx")
    assert again.read_bytes() != book.read_bytes()
    assert inputs_sha256(read_programme(again)) == inputs_sha256(england)


def test_drawn_programmes_saved_again_are_the_same(saved_again: SavedAgain, tmp_path: Path) -> None:
    drawn = drawn_together(programmes(), DRAWN)
    books = [tmp_path / f"{number}.xlsx" for number in range(len(drawn))]
    for book, programme in zip(books, drawn, strict=True):
        book.write_bytes(programme_workbook(programme))
    for again, programme in zip(saved_again(books, "xlsx"), drawn, strict=True):
        assert read_programme(again) == in_file_order(programme)


def test_drawn_rotas_saved_again_are_the_same(saved_again: SavedAgain, tmp_path: Path) -> None:
    drawn = drawn_together(pairs(), DRAWN // 2)
    books = [tmp_path / f"{number}.xlsx" for number in range(len(drawn))]
    for book, (programme, rota) in zip(books, drawn, strict=True):
        book.write_bytes(table_workbook(rota_tables(programme, rota), None))
    for again, (programme, rota) in zip(saved_again(books, "xlsx"), drawn, strict=True):
        assert read_rota(again, programme) == rota_in_file_order(rota)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Programme, Rota]:
    """A programme and a rota of it."""
    programme = draw(programmes())
    return programme, draw(rotas(programme))


def drawn_together(strategy: st.SearchStrategy[Drawn], number: int) -> list[Drawn]:
    """Examples drawn all at once, since LibreOffice takes a second to start."""
    drawn: list[Drawn] = []

    @settings(max_examples=number, deadline=None, derandomize=True, phases=[Phase.generate])
    @given(strategy)
    def collect(example: Drawn) -> None:
        drawn.append(example)

    collect()
    return drawn


def test_empty_workbook_saved_again_lacks_its_rows_only(
    saved_again: SavedAgain, tmp_path: Path
) -> None:
    book = tmp_path / "book.xlsx"
    book.write_bytes(template_workbook())
    for path in (book, *saved_again([book], "xlsx")):
        with pytest.raises(DataProblems) as caught:
            read_programme(path)
        assert {each.message for each in caught.value.problems} == {
            "there is no row below the header; one is wanted at least"
        }


@pytest.mark.parametrize("columns", [PROGRAMME_COLUMNS, ROTA_COLUMNS], ids=["programme", "rota"])
def test_nothing_in_a_workbook_runs_in_libreoffice(
    columns: Mapping[str, tuple[str, ...]], saved_again: SavedAgain, tmp_path: Path
) -> None:
    book = tmp_path / "hostile.xlsx"
    tables = {file: hostile_table(names) for file, names in columns.items()}
    book.write_bytes(table_workbook(tables, None))
    (opened,) = saved_again([book], "fods")
    assert live(opened) == []
    # None was lost, none became a number or an error, save -2 in a column of numbers.
    met = opened.read_text("utf-8").count('office:value-type="string"')
    assert met == sum(
        value_of(kind_of(file, column), text) == text
        for file, table in tables.items()
        for row in (table.columns, *table.rows)
        for column, text in zip(table.columns, row, strict=True)
    )


def test_nothing_in_a_csv_file_runs_in_libreoffice(saved_again: SavedAgain, tmp_path: Path) -> None:
    files = [tmp_path / file for file in (*PROGRAMME_COLUMNS, *ROTA_COLUMNS)]
    for file in files:
        columns = PROGRAMME_COLUMNS.get(file.name) or ROTA_COLUMNS[file.name]
        file.write_text(export_text(hostile_table(columns)), encoding="utf-8", newline="")
    assert {path.name: live(path) for path in saved_again(files, "fods") if live(path)} == {}


def test_libreoffice_does_run_what_is_not_marked(saved_again: SavedAgain, tmp_path: Path) -> None:
    # Without this, the two tests above would prove nothing.
    file = tmp_path / "live.csv"
    file.write_text("name\n=1+1\n", encoding="utf-8")
    (opened,) = saved_again([file], "fods")
    assert live(opened) == ["of:=1+1"]


def hostile_table(columns: tuple[str, ...]) -> Table:
    """Every hostile text in every column, a day's or a number's too; no neighbours are alike."""
    texts = [HOSTILE[start:] + HOSTILE[:start] for start in range(len(HOSTILE))]
    return Table(columns, tuple(row[: len(columns)] for row in texts))


def live(opened: Path) -> list[str]:
    """The formulas and links that LibreOffice made of the cells of a file."""
    return re.findall(r'(?:table:formula|xlink:href)="([^"]*)"', opened.read_text("utf-8"))
