"""The folder of an export: who gets which file, under which name, and what its index says."""

import csv
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from api.errors import Refusal
from api.exports.marking import as_name
from api.exports.share import Export, cuts_of, refuse_as_export, write_export
from data import read_rota
from models.programme import Programme
from models.rota import Rota
from models.tables import rota_sha256

NOT_LISTED = {"index.csv", "MARKING.txt", "calendar_key.txt", "calendars.csv"}


def _index(folder: Path) -> list[dict[str, str]]:
    with (folder / "index.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def test_index_lists_every_file_with_its_hash_and_no_other(exported: Path) -> None:
    listed = {row["file"]: row["sha256"] for row in _index(exported)}
    assert listed == {
        str(path.relative_to(exported)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in _files(exported)
        if path.name not in NOT_LISTED
    }


def test_everybody_gets_a_page_a_table_and_a_workbook(exported: Path, programme: Programme) -> None:
    rows = _index(exported)
    for form in ("csv", "xlsx", "html"):
        got = {(row["cut"], row["id"]) for row in rows if row["form"] == form}
        assert got == {
            (cut.kind, cut.id)
            for cut in cuts_of(
                programme, ["whole", "inspector", "inspectorate", "authority", "force"]
            )
        }


def test_nobody_gets_a_calendar_without_an_event(exported: Path, rota: Rota) -> None:
    rows = [row for row in _index(exported) if row["form"] == "ics"]
    busy = {each.inspector_id for each in rota.deployments} | {"hmcpsi-1"}
    assert {row["id"] for row in rows if row["cut"] == "inspector"} == busy
    assert all(int(row["rows"]) > 0 for row in rows)


def test_rows_of_the_index_are_those_of_the_files(exported: Path) -> None:
    for row in _index(exported):
        if row["file"].endswith(".csv"):
            with (exported / row["file"]).open(newline="", encoding="utf-8") as file:
                assert len(list(csv.DictReader(file))) == int(row["rows"])


def test_each_file_has_a_serial_number_of_its_own_in_its_name(exported: Path) -> None:
    rows = [row for row in _index(exported) if "/whole/" not in f"/{row['file']}"]
    serials = [row["serial"] for row in rows]
    assert len(set(serials)) == len(serials)
    for row in rows:
        name = Path(row["file"]).name
        assert name.startswith(f"{row['serial']}-OFFICIAL-SENSITIVE-{row['cut']}-{row['id']}.")
        assert row["serial"].startswith("0a1b2c3d-")


def test_names_of_files_hold_no_name_of_a_person_or_a_place_and_no_date(
    exported: Path, programme: Programme, rota: Rota
) -> None:
    names = "\n".join(str(path.relative_to(exported)) for path in _files(exported))
    told = [
        *(each.name for each in programme.authorities),
        *(each.name for each in programme.inspectors),
    ]
    dates = [str(each.start) for each in rota.inspections]
    assert [each for each in (*told, *dates) if each in names] == []


def test_marking_stands_beside_every_csv_file_and_in_none(exported: Path) -> None:
    tables = [
        path for path in _files(exported) if path.suffix == ".csv" and "kept" not in path.parts
    ]
    assert tables
    for path in tables:
        assert "OFFICIAL-SENSITIVE" in (path.parent / "MARKING.txt").read_text("utf-8")
        if path.name != "index.csv":
            assert "OFFICIAL-SENSITIVE" not in path.read_text("utf-8")


def test_marking_is_on_every_page_and_in_every_calendar(exported: Path) -> None:
    for row in _index(exported):
        if row["form"] in ("html", "ics"):
            text = (exported / row["file"]).read_text("utf-8").replace("\r\n ", "")
            assert "OFFICIAL-SENSITIVE" in text
            assert row["serial"] in text


def test_whole_csv_files_are_a_rota_that_reads_back_the_same(
    exported: Path, programme: Programme, rota: Rota
) -> None:
    (folder,) = [path for path in (exported / "whole").iterdir() if path.is_dir()]
    assert rota_sha256(read_rota(folder, programme)) == rota_sha256(rota)


def test_no_reason_and_no_secret_leaves_with_any_file(
    exported: Path, secret: str, calendar_key: bytes
) -> None:
    for row in _index(exported):
        content = (exported / row["file"]).read_bytes()
        assert secret.encode() not in content
        assert calendar_key.hex().encode() not in content


def test_key_and_ledger_are_their_owners_alone(exported: Path) -> None:
    assert (exported / "kept").stat().st_mode & 0o077 == 0
    for path in (exported / "kept").iterdir():
        assert path.stat().st_mode & 0o077 == 0


def test_export_replaces_an_export(make_export: Callable[..., Export], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    # Without calendars: those that people were sent are never written over.
    write_export(folder, replace(make_export(("csv",)), kept=None))
    before = {str(path) for path in _files(folder)}
    write_export(folder, replace(make_export(("html",), ("force",)), kept=None))
    after = {str(path) for path in _files(folder)}
    assert after != before
    refuse_as_export(folder)


@pytest.mark.parametrize("stray", ["notes.txt", "inspector/notes.csv", "whole/x/inspections.csv"])
def test_export_replaces_no_folder_with_a_file_that_it_did_not_write(
    make_export: Callable[..., Export], tmp_path: Path, stray: str
) -> None:
    folder = tmp_path / "out"
    write_export(folder, make_export(("csv",), ("inspector",)))
    (folder / stray).parent.mkdir(parents=True, exist_ok=True)
    (folder / stray).write_text("mine", encoding="utf-8")
    before = _files(folder)
    with pytest.raises(Refusal, match="give another folder"):
        write_export(folder, replace(make_export(("html",), ("force",)), kept=None))
    assert _files(folder) == before


def test_export_replaces_no_folder_with_a_link_in_it(
    make_export: Callable[..., Export], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    write_export(folder, make_export(("csv",), ("inspector",)))
    (folder / "force").symlink_to(tmp_path)
    with pytest.raises(Refusal, match="give another folder"):
        refuse_as_export(folder)


def test_export_replaces_no_rota(rota_folder: Path) -> None:
    with pytest.raises(Refusal, match="give another folder"):
        refuse_as_export(rota_folder)


def test_export_that_fails_leaves_the_one_before_and_nothing_beside_it(
    make_export: Callable[..., Export], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    write_export(folder, replace(make_export(("csv",), ("inspector",)), kept=None))
    before = {path: path.read_bytes() for path in _files(tmp_path)}
    broken = make_export(("csv", "no such form"), ("force",))
    with pytest.raises(KeyError):
        write_export(folder, broken)
    assert {path: path.read_bytes() for path in _files(tmp_path)} == before


def test_ids_that_are_no_file_names_stay_inside_the_folder() -> None:
    assert as_name("../../etc/passwd") == "______etc_passwd"
    assert as_name("CON\n:x") == "CON__x"
    assert len(as_name("x" * 500)) == 60


def test_export_of_another_day_reveals_more(
    make_export: Callable[..., Export], tmp_path: Path
) -> None:
    write_export(tmp_path / "early", make_export(("csv",), ("inspector",), date(2013, 6, 1)))
    write_export(tmp_path / "late", make_export(("csv",), ("inspector",), date(2015, 6, 1)))
    early, late = (
        [
            row["la_code"]
            for listed in _index(tmp_path / name)
            for row in csv.DictReader(
                (tmp_path / name / listed["file"]).read_text("utf-8").splitlines()
            )
        ]
        for name in ("early", "late")
    )
    assert len(early) == len(late)
    assert "" in early
    assert "" not in late
