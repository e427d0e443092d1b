"""Pictures: a real browser draws them, asks nothing of a network, and is missed in a sentence."""

import os
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import plotly.graph_objects as go
import pytest

from api.exit_codes import ExitCode
from api.exports.pictures import NO_BROWSER, NO_KALEIDO, png
from tests.benchmarks.chromium import CHROMIUM

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[3]
ASK = "from api.cli import main; main()"


def _rota(
    *arguments: object, python: tuple[str, ...] = (), **settings: str
) -> subprocess.CompletedProcess[str]:
    """The command in a fresh Python."""
    environment: Mapping[str, str] = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    return subprocess.run(
        [sys.executable, *python, "-c", ASK, *map(str, arguments)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=environment,
        check=False,
    )


def test_a_picture_has_two_dots_for_each_pixel() -> None:
    picture = png(go.Figure(go.Bar(x=[1], y=[2])), 400, 300)
    assert struct.unpack(">II", picture[16:24]) == (800, 600)


def test_capacity_is_drawn_and_nothing_is_asked_of_a_network(
    programme_folder: Path, tmp_path: Path
) -> None:
    log, browser, out = tmp_path / "net.json", tmp_path / "browser", tmp_path / "capacity.png"
    browser.write_text(f'#!/bin/sh\nexec "{CHROMIUM}" "$@" --log-net-log="{log}"\n', "utf-8")
    browser.chmod(0o755)
    run = _rota("capacity", programme_folder, "--out", out, BROWSER_PATH=str(browser))
    assert run.returncode == ExitCode.DONE, run.stderr
    assert out.read_bytes().startswith(b"\x89PNG")
    asked = log.read_text("utf-8")
    assert asked.startswith('{"constants"')
    assert "mathjax" not in asked.lower()


def test_without_a_browser_it_says_what_to_install(programme_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "capacity.png"
    run = _rota("capacity", programme_folder, "--out", out, BROWSER_PATH=str(tmp_path / "none"))
    assert (run.returncode, run.stderr.strip()) == (ExitCode.BAD_INPUT, NO_BROWSER)
    assert not out.exists()


def test_without_kaleido_it_says_which_extra_to_install(
    programme_folder: Path, tmp_path: Path
) -> None:
    # Every installed package but kaleido, for a Python that looks nowhere else.
    packages = tmp_path / "packages"
    packages.mkdir()
    for installed in Path(go.__file__).parents[2].iterdir():
        if not installed.name.startswith("kaleido") and installed.suffix != ".pth":
            (packages / installed.name).symlink_to(installed)
    path = os.pathsep.join([str(ROOT), str(packages)])
    out = tmp_path / "capacity.png"
    run = _rota("capacity", programme_folder, "--out", out, python=("-S",), PYTHONPATH=path)
    assert (run.returncode, run.stderr.strip()) == (ExitCode.BAD_INPUT, NO_KALEIDO)
    page = tmp_path / "capacity.html"
    run = _rota("capacity", programme_folder, "--out", page, python=("-S",), PYTHONPATH=path)
    assert run.returncode == ExitCode.DONE
    assert page.is_file()
