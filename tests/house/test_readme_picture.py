"""The README's picture: the top of the page of a national rota, as Chromium shows it."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

WIDTH, HEIGHT = 1280, 900


@pytest.fixture(scope="module")
def national_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a quickly planned rota of England, made by the commands that users have."""
    room = tmp_path_factory.mktemp("picture")
    rota, page = str(room / "rota"), room / "rota.html"
    _rota("plan", "england_2013", "--out", rota, "--seconds", "20", "--seed", "picture")
    _rota("show", "england_2013", rota, "--out", str(page))
    return page


@pytest.mark.browser
@pytest.mark.slow
def test_readme_shows_the_page_as_it_is(
    page: Page, national_page: Path, root: Path, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.goto(national_page.as_uri())
    page.wait_for_selector(".js-plotly-plot .main-svg")
    kept = root / "docs" / "rota.png"
    made = kept if os.environ.get("KEEP_PICTURE") else tmp_path / "rota.png"
    page.screenshot(path=made)
    assert _size(made) == _size(kept) == (WIDTH, HEIGHT)


def _rota(*arguments: str) -> None:
    command = Path(sys.executable).with_name("rota")
    subprocess.run([command, *arguments], check=True, stdin=subprocess.DEVNULL, capture_output=True)


def _size(picture: Path) -> tuple[int, int]:
    """Width and height in pixels, from the PNG's header."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height
