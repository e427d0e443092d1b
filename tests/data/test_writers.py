"""A programme folder is written whole or not at all, and never over somebody's data."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from data import read_programme, reference_programme, write_programme
from data.writers import PROGRAMME_FILES


def test_writes_every_file_and_leaves_nothing_beside_it(
    good: Any, read: Any, tmp_path: Path
) -> None:
    place = tmp_path / "new" / "place"
    write_programme(read(good), place / "programme")
    assert {path.name for path in (place / "programme").iterdir()} == set(PROGRAMME_FILES)
    assert [path.name for path in place.iterdir()] == ["programme"]


def test_may_write_into_an_empty_folder(good: Any, read: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    programme = read(good)
    write_programme(programme, tmp_path / "empty")
    assert read_programme(tmp_path / "empty") == programme


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_cannot_write_over_what_is_there(kind: str, good: Any, read: Any, tmp_path: Path) -> None:
    target = tmp_path / "target"
    kept = target / "kept.txt" if kind == "folder" else target
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("mine")
    with pytest.raises(FileExistsError, match="give another folder"):
        write_programme(read(good), target)
    assert kept.read_text() == "mine"


def test_the_same_programme_is_written_byte_for_byte_alike(tmp_path: Path) -> None:
    england = read_programme(reference_programme())
    for name in ("one", "two"):
        write_programme(england, tmp_path / name)
    for file in PROGRAMME_FILES:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_a_killed_run_leaves_no_half_folder(tmp_path: Path) -> None:
    writing = (
        "import sys; from data import *; p = read_programme(reference_programme())\n"
        "print('ready', flush=True)\n"
        "for n in range(100000): write_programme(p, f'{sys.argv[1]}/{n}')\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", writing, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert run.stdout is not None
    run.stdout.readline()
    while len(os.listdir(tmp_path)) < 5:
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    whole = [path for path in tmp_path.iterdir() if not path.name.startswith(".")]
    assert whole
    for path in whole:
        assert {file.name for file in path.iterdir()} == set(PROGRAMME_FILES)
