"""What a terminal shows, by a real one, and that a pipe gets the same plain text as ever."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from api.terminal import Column, Table, plain_lines

ESCAPE = re.compile(r"\x1b\[([0-9;]*)m")
COLOURS = {str(code) for first in (30, 40, 90, 100) for code in range(first, first + 8)} | {
    "38",
    "48",
}


def _command() -> Path:
    return Path(sys.executable).with_name("rota")


def in_terminal(arguments: Sequence[object], width: int, **settings: str) -> str:
    """What the command writes to a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    dropped = {"NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR", "TTY_COMPATIBLE"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    with subprocess.Popen(
        [_command(), *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=kept | {"TERM": "xterm-256color"} | settings,
    ):
        os.close(theirs)
        said = _all_of(ours)
    os.close(ours)
    return said.replace("\r\n", "\n")


def _all_of(terminal: int) -> str:
    chunks = []
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        chunks.append(chunk)
    return b"".join(chunks).decode()


def piped(arguments: Sequence[object], **settings: str) -> str:
    """What the command writes to a pipe, errors first."""
    run = subprocess.run(
        [_command(), *map(str, arguments)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
        env=os.environ | settings,
    )
    return run.stderr + run.stdout


@pytest.fixture(scope="module")
def commands(programme_folder: Path, rota_folder: Path) -> Mapping[str, Sequence[object]]:
    """Each command that prints a table, with what it needs."""
    both = (programme_folder, rota_folder)
    return {
        "capacity": ("capacity", programme_folder),
        "check": ("check", *both),
        "forces": ("forces", *both),
        "outlook": ("forces", *both, "--change", "F1=2014-04-01"),
        "cover": ("cover", *both, "--authority", "A3", "--inspector", "cqc-1"),
        "compare": ("compare", *both, rota_folder),
    }


NAMES = ("capacity", "check", "forces", "outlook", "cover", "compare")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [60, 140])
def test_no_line_is_wider_than_the_terminal(
    commands: Mapping[str, Sequence[object]], name: str, width: int
) -> None:
    shown = ESCAPE.sub("", in_terminal(commands[name], width))
    assert "─" in shown
    assert max(map(len, shown.splitlines())) <= width


@pytest.mark.parametrize("name", NAMES)
def test_no_meaning_is_in_a_colour(commands: Mapping[str, Sequence[object]], name: str) -> None:
    codes = [code for found in ESCAPE.findall(in_terminal(commands[name], 100)) for code in
             found.split(";")]  # fmt: skip
    assert not COLOURS & set(codes)


@pytest.mark.parametrize("name", NAMES)
def test_no_color_in_a_terminal_is_the_text_of_a_pipe(
    commands: Mapping[str, Sequence[object]], name: str
) -> None:
    plain = piped(commands[name])
    assert in_terminal(commands[name], 60, NO_COLOR="1") == plain
    assert "\x1b" not in plain
    assert "─" not in plain


@pytest.mark.parametrize("name", NAMES)
def test_a_pipe_gets_the_same_whatever_the_width(
    commands: Mapping[str, Sequence[object]], name: str
) -> None:
    assert piped(commands[name], COLUMNS="40") == piped(commands[name], COLUMNS="200")


@pytest.mark.parametrize("name", NAMES)
def test_json_in_a_terminal_is_the_json_of_a_pipe(
    commands: Mapping[str, Sequence[object]], name: str
) -> None:
    asked = (*commands[name], "--json")
    assert in_terminal(asked, 60) == piped(asked)


def test_a_wide_terminal_says_each_word_that_a_pipe_gets_of_who_stops(
    commands: Mapping[str, Sequence[object]],
) -> None:
    shown = ESCAPE.sub("", in_terminal(commands["forces"], 300))
    for line in piped(commands["forces"]).splitlines():
        if found := re.search(r"why: (.*); from HMIC: (.*)", line):
            assert found[1] in shown
            assert found[2] in shown


def test_problems_are_a_table_with_file_and_row(programme_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "programme"
    folder.mkdir()
    for path in programme_folder.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    rows = (folder / "inspectors.csv").read_text("utf-8").replace("established", "borrowed", 1)
    (folder / "inspectors.csv").write_text(rows, "utf-8")
    shown = ESCAPE.sub("", in_terminal(("validate", folder), 120))
    assert re.search(r"inspectors\.csv +2 +employment +borrowed", shown)
    assert "inspectors.csv, row 2, employment" in piped(("validate", folder))


def test_columns_are_as_wide_as_their_widest_cell_and_numbers_stand_to_the_right() -> None:
    table = Table((Column("Name"), Column("Days", number=True)), (("Ann", "7"), ("Bo", "1,200")))
    assert plain_lines(table) == ["Name   Days", "Ann       7", "Bo    1,200"]


def test_a_name_cannot_move_the_cursor() -> None:
    table = Table((Column("Name"),), (("An\x1b[2Jn\n",),))
    assert plain_lines(table) == ["Name", "An [2Jn"]
