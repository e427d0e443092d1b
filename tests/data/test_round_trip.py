"""Whatever programme or rota is written reads back equal: from a folder and from a zip of it."""

import tempfile
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from data import read_programme, read_rota, write_programme
from models.programme import Programme
from models.tables import export_text, in_file_order, inputs_sha256, rota_in_file_order, rota_tables
from tests.data.drawn_programmes import programmes
from tests.data.drawn_rotas import rotas


def zipped(folder: Path) -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    return path


@settings(max_examples=60, deadline=None)
@given(programmes())
def test_a_programme_reads_back_equal_from_folder_and_zip(programme: Programme) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "programme"
        write_programme(programme, folder)
        from_folder, from_zip = read_programme(folder), read_programme(zipped(folder))
    assert from_folder == in_file_order(programme)
    assert from_zip == from_folder
    assert inputs_sha256(from_folder) == inputs_sha256(programme)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_rota_reads_back_equal(data: st.DataObject) -> None:
    programme = data.draw(programmes())
    rota = data.draw(rotas(programme))
    with tempfile.TemporaryDirectory() as place:
        for file, table in rota_tables(programme, rota).items():
            (Path(place) / file).write_text(export_text(table), encoding="utf-8", newline="")
        assert read_rota(place, programme) == rota_in_file_order(rota)
