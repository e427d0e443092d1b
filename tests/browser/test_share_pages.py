"""The page of one share, as Chromium shows and prints it."""

import io
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from api.charts import Sheets
from api.exports.marking import Marking
from api.exports.share import Cut, Shares
from api.exports.share.page import share_page

pytestmark = pytest.mark.browser

MARKING = Marking(
    "OFFICIAL-SENSITIVE", "Ann", datetime(2014, 3, 3, 9, 30, tzinfo=ZoneInfo("Europe/London")),
    "0a1b2c3d-0042",
)  # fmt: skip


def _shown(page: Page, sheets: Sheets, cut: Cut, folder: Path) -> None:
    """Open the page of a share, nothing of it hidden."""
    shares = Shares(sheets.programme, sheets.rota, frozenset(sheets.programme.authority_of))
    file = folder / "share.html"
    file.write_text(share_page(sheets.programme, shares.of(cut), MARKING), encoding="utf-8")
    page.goto(file.as_uri())


def test_marking_stands_at_head_and_foot_of_every_sheet_of_paper(
    watched: Page, sheets: Sheets, tmp_path: Path
) -> None:
    _shown(watched, sheets, Cut("inspectorate", "hmic"), tmp_path)
    pages = PdfReader(io.BytesIO(watched.pdf(prefer_css_page_size=True))).pages
    assert len(pages) > 2
    for page in pages:
        assert page.extract_text().count("OFFICIAL-SENSITIVE · 0a1b2c3d-0042") == 2
        # A4, landscape, in points.
        assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (842, 595)


def test_page_of_a_share_runs_nothing_and_asks_for_nothing(
    watched: Page, sheets: Sheets, tmp_path: Path
) -> None:
    _shown(watched, sheets, Cut("authority", "A1"), tmp_path)
    assert watched.locator("script").count() == 0
    assert watched.locator("h1").inner_text() == f"{sheets.programme.authority_of['A1'].name} (A1)"
    # One head, one body: each table has as many cells in a row as it has headings.
    for table in watched.locator("table").all():
        headings = table.locator("thead th").count()
        for row in table.locator("tbody tr").all():
            assert row.locator("td").count() == headings
