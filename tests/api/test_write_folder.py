"""A folder is written whole or not at all, whatever kills the run that writes it."""

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.errors import Refusal
from api.exit_codes import ExitCode
from api.exports.file import write_file
from api.exports.folder import refuse_foreign, write_folder

OURS = ("one.csv", "two.csv", "three.csv")
SCRIPT = Path(__file__).with_name("kill_points.py")
ROOT = Path(__file__).parents[2]


def _fill(folder: Path) -> None:
    (folder / "one.csv").write_text("one")


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_killed_at_any_step_the_folder_is_the_old_or_the_new_one_whole(
    way: str, tmp_path: Path
) -> None:
    room = tmp_path / "room"
    room.mkdir()
    told = subprocess.run(
        [sys.executable, SCRIPT, room / "rota", way],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    *attempts, end = json.loads(told.stdout)
    assert len(attempts) > 30
    assert [attempt["killed"] for attempt in attempts] == [True] * (len(attempts) - 1) + [False]
    for attempt in attempts:
        # Between two renames the old folder stands beside, whole, and the next run puts it back.
        beside = attempt["before"] if way == "renames" else {}
        there = attempt["target"] or beside
        assert sorted(there) == sorted(OURS)
        assert len(set(there.values())) == 1
    assert end["siblings"] == ["rota"]


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    left_over = tmp_path / ".rota.unfinished-abc"
    left_over.mkdir()
    (left_over / "one.csv").write_text("half")
    write_folder(tmp_path / "rota", OURS, _fill)
    assert [path.name for path in tmp_path.iterdir()] == ["rota"]


def test_what_a_living_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    sibling = tmp_path / ".rota.unfinished-abc"
    sibling.mkdir()
    handle = os.open(sibling, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        write_folder(tmp_path / "rota", OURS, _fill)
        assert sibling.is_dir()
    finally:
        os.close(handle)


def test_a_fault_while_writing_leaves_the_old_folder_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "rota"
    write_folder(target, OURS, _fill)

    def disk_full(folder: Path) -> None:
        (folder / "one.csv").write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_folder(target, OURS, disk_full)
    assert (target / "one.csv").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["rota"]


def test_cannot_replace_a_folder_that_holds_anything_else(tmp_path: Path) -> None:
    target = tmp_path / "mine"
    target.mkdir()
    (target / "thesis.txt").write_text("years of work")
    with pytest.raises(Refusal, match=r"thesis\.txt") as refused:
        write_folder(target, OURS, _fill)
    assert refused.value.code is ExitCode.BAD_INPUT
    assert (target / "thesis.txt").read_text() == "years of work"


def test_cannot_replace_a_file(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("text")
    with pytest.raises(Refusal, match="not a folder"):
        write_folder(target, OURS, _fill)


def test_cannot_replace_the_folder_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refusal, match="stand in"):
        refuse_foreign(Path("."), OURS)


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    target = tmp_path / "empty"
    target.mkdir()
    write_folder(target, OURS, _fill)
    assert (target / "one.csv").read_text() == "one"


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    write_folder(tmp_path / "real", OURS, _fill)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_folder(tmp_path / "link", OURS, lambda folder: (folder / "two.csv").touch())
    assert (tmp_path / "link").is_symlink()
    assert [path.name for path in (tmp_path / "real").iterdir()] == ["two.csv"]


def test_a_file_is_replaced_in_one_step_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write_file(page, b"one")
    write_file(page, b"two")
    assert page.read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_cannot_write_a_file_over_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="is a folder"):
        write_file(tmp_path, b"page")
