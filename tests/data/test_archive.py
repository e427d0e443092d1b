"""A zip is read like the folder it was made of, and not at all when it looks odd."""

import contextlib
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from data import DataProblems, read_programme


def zipped(files: Any, path: Path, above: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(above + name, text)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(DataProblems) as caught:
        read_programme(path)
    return "; ".join(problem.message for problem in caught.value.problems)


@pytest.mark.parametrize("above", ["", "programme/"])
def test_a_zip_equals_its_folder(above: str, good: Any, read: Any, tmp_path: Path) -> None:
    assert read_programme(zipped(good, tmp_path / "p.zip", above)) == read(good)


def test_what_a_mac_adds_to_a_zip_is_ignored(good: Any, read: Any, tmp_path: Path) -> None:
    files = {f"programme/{name}": text for name, text in good.items()}
    files["__MACOSX/programme/._forces.csv"] = "\0\5"
    assert read_programme(zipped(files, tmp_path / "p.zip")) == read(good)


def test_problems_in_a_zip_are_said_as_in_a_folder(good: Any, tmp_path: Path) -> None:
    good["inspectors.csv"] = good["inspectors.csv"].replace("0.8", "1.4")
    assert "above 0 and at most 1" in refusal(zipped(good, tmp_path / "p.zip"))


def test_cannot_have_more_than_forty_files(good: Any, tmp_path: Path) -> None:
    spare = 40 - len(good)
    files = good | {f"note-{number}.txt": "x" for number in range(spare)}
    read_programme(zipped(files, tmp_path / "forty.zip"))
    files["one-more.txt"] = "x"
    assert "41 files; 40 are allowed" in refusal(zipped(files, tmp_path / "more.zip"))


def test_cannot_unpack_to_a_hundred_times_its_size(good: Any, tmp_path: Path) -> None:
    good["forces.csv"] += "\n" * 1_000_000
    assert "100 times its size" in refusal(zipped(good, tmp_path / "p.zip"))


def test_cannot_unpack_to_more_than_fifty_megabytes(good: Any, tmp_path: Path) -> None:
    path = zipped(good, tmp_path / "p.zip")
    data = path.read_bytes()
    # The directory's entry of forces.csv: its unpacked size stands 24 bytes after the signature.
    entry = data.rindex(b"forces.csv") - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    claimed = (50_000_001).to_bytes(4, "little")
    path.write_bytes(data[: entry + 24] + claimed + data[entry + 28 :])
    assert "more than 50 MB" in refusal(path)


@pytest.mark.parametrize(
    "name", ["../forces.csv", "a/../../forces.csv", "/etc/forces.csv", "C:\\forces.csv", "..\\x"]
)
def test_cannot_have_a_name_that_leads_elsewhere(name: str, good: Any, tmp_path: Path) -> None:
    files = good | {name: "x"}
    assert "absolute or has .. in it" in refusal(zipped(files, tmp_path / "p.zip"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_cannot_have_a_name_twice(good: Any, tmp_path: Path) -> None:
    path = zipped(good, tmp_path / "p.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("forces.csv", "x")
    assert "a name stands twice" in refusal(path)


def test_cannot_read_a_locked_zip(good: Any, tmp_path: Path) -> None:
    path = zipped(good, tmp_path / "p.zip")
    data = bytearray(path.read_bytes())
    data[data.rindex(b"forces.csv") - 46 + 8] |= 1
    path.write_bytes(data)
    assert "locked with a password" in refusal(path)


def test_cannot_read_a_damaged_zip(good: Any, tmp_path: Path) -> None:
    path = zipped(good, tmp_path / "p.zip")
    data = bytearray(path.read_bytes())
    data[data.index(b"forces.csv") + 12] ^= 0xFF
    path.write_bytes(data)
    assert "neither a folder nor a zip" in refusal(path)


def test_says_that_there_is_nothing(tmp_path: Path) -> None:
    assert "no such folder, zip file or workbook" in refusal(tmp_path / "nowhere")


def test_says_that_a_file_is_no_zip(tmp_path: Path) -> None:
    path = tmp_path / "programme.csv"
    path.write_text("la_code\n")
    assert "neither a folder nor a zip" in refusal(path)


def test_a_hostile_zip_never_does_worse_than_be_refused(good: Any, tmp_path: Path) -> None:
    # Every byte of the directory is damaged in turn; what is read is the same or refused.
    whole = zipped(good, tmp_path / "p.zip").read_bytes()
    expected = read_programme(tmp_path / "p.zip")
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        directory = archive.start_dir
    path = tmp_path / "damaged.zip"
    for place in range(directory, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :])
        with contextlib.suppress(DataProblems):
            assert read_programme(path) == expected
