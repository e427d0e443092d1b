"""Folder, workbook and zip hold the same programme and rota: the same words, the same hash."""

import os
import tempfile
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from api.exports.workbook import programme_workbook, table_workbook
from data import read_programme, read_rota, reference_programme, write_programme
from data.writers import programme_files
from models.programme import Programme
from models.tables import in_file_order, inputs_sha256, rota_in_file_order, rota_tables
from tests.data.drawn_programmes import programmes
from tests.data.drawn_rotas import rotas

#: Programmes drawn; ROUND_TRIPS=200 takes a minute.
DRAWN = int(os.environ.get("ROUND_TRIPS", "50"))


def test_england_2013_is_the_same_from_folder_workbook_and_zip(tmp_path: Path) -> None:
    england = read_programme(reference_programme())
    _is_the_same_from_every_form(england, tmp_path)


@settings(max_examples=DRAWN, deadline=None)
@given(programmes())
def test_a_programme_is_the_same_from_folder_workbook_and_zip(programme: Programme) -> None:
    with tempfile.TemporaryDirectory() as place:
        _is_the_same_from_every_form(programme, Path(place))


def _is_the_same_from_every_form(programme: Programme, place: Path) -> None:
    """Folder to workbook to folder to zip: the same bytes of every file, and the same hash."""
    folder, book, again = place / "folder", place / "book.xlsx", place / "again"
    write_programme(programme, folder)
    book.write_bytes(programme_workbook(read_programme(folder)))
    from_book = read_programme(book)
    write_programme(from_book, again)
    assert from_book == in_file_order(programme)
    assert _bytes_in(again) == _bytes_in(folder) == programme_files(programme)
    assert inputs_sha256(read_programme(_zipped(again))) == inputs_sha256(programme)


def _bytes_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def _zipped(folder: Path) -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    return path


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_rota_is_the_same_from_its_workbook(data: st.DataObject) -> None:
    programme = data.draw(programmes())
    rota = data.draw(rotas(programme))
    with tempfile.TemporaryDirectory() as place:
        book = Path(place) / "rota.xlsx"
        book.write_bytes(table_workbook(rota_tables(programme, rota), None))
        assert read_rota(book, programme) == rota_in_file_order(rota)
