"""The page on paper, as Chromium prints it: whose page it is, the marking, heads, no controls."""

import io
import re
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from api.capacity_words import MEANING
from api.charts import Sheets
from api.pages.capacity_page import render_capacity_page
from api.pages.page import MARKING, chart_script, inline_assets, render_page
from models.capacity import capacity
from models.inspectorate import Inspectorate

pytestmark = pytest.mark.browser

POINTS = {"A3": (1191, 843), "A4": (843, 596)}  # landscape, of 1/72 inch
NASTY = 'OFFICIAL-SENSITIVE "7" </style><b> \\'

Print = Callable[..., "Paper"]


class Paper:
    """What came out of the printer."""

    def __init__(self, data: bytes) -> None:
        self.size = len(data)
        self._pages = PdfReader(io.BytesIO(data)).pages

    @property
    def sizes(self) -> set[tuple[int, int]]:
        """Widths and heights of the pages, in points."""
        boxes = (page.mediabox for page in self._pages)
        return {(round(float(box.width)), round(float(box.height))) for box in boxes}

    @cached_property
    def texts(self) -> Sequence[str]:
        """The text of each page, blanks and breaks as one blank."""
        return [" ".join(page.extract_text().split()) for page in self._pages]

    def of(self, heading: str) -> Sequence[str]:
        """The pages from the one with a heading to the next with another of its kind."""
        kind = heading.split(":")[0]
        found: list[str] = []
        for text in self.texts:
            if heading in text:
                found.append(text)
            elif found and (f"{kind}: " in text or not re.match(_CONTINUED, text)):
                break
            elif found:
                found.append(text)
        return found


#: A page that goes on with a table begins with its head.
_CONTINUED = rf"{re.escape(MARKING)} Page \d+ of \d+ (Authority|Police force|Inspector) "


@pytest.fixture(scope="module")
def printed_before() -> dict[tuple[Path, str], Paper]:
    """What was printed already, by file and paper."""
    return {}


@pytest.fixture
def on_paper(watched: Page, printed_before: dict[tuple[Path, str], Paper]) -> Print:
    """Prints a page file, landscape, each once."""

    def on_paper(file: Path, paper: str = "A4") -> Paper:
        if (file, paper) not in printed_before:
            watched.goto(file.as_uri())
            printed_before[file, paper] = Paper(watched.pdf(format=paper, landscape=True))
        return printed_before[file, paper]

    return on_paper


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_every_page_bears_the_marking_and_its_number(
    on_paper: Print, page_file: Path, paper: str
) -> None:
    printed = on_paper(page_file, paper)
    assert printed.sizes == {POINTS[paper]}
    texts = printed.texts
    assert len(texts) > 10
    assert all(text.startswith(MARKING) for text in texts)
    assert all(f"Page {at} of {len(texts)}" in text for at, text in enumerate(texts, start=1))


def test_each_region_has_pages_of_its_own(on_paper: Print, page_file: Path, sheets: Sheets) -> None:
    printed = on_paper(page_file)
    for region in ("East", "North", "South"):
        pages = " ".join(printed.of(f"Authorities: {region}"))
        for authority in sheets.programme.authorities[1:]:  # the first has a name full of traps
            is_here = re.search(rf"{authority.name} {authority.la_code} ", pages) is not None
            assert is_here == (authority.region == region)


def test_each_inspectorate_has_pages_of_its_own(
    on_paper: Print, page_file: Path, sheets: Sheets
) -> None:
    printed = on_paper(page_file)
    roster = {body: 0 for body in Inspectorate}
    for row in sheets.roster:
        roster[Inspectorate(row["inspectorate"])] += 1
    for body, rows in roster.items():
        pages = " ".join(printed.of(f"Inspectors: {body.title}"))
        found = re.findall(rf"{body.title} \d+ {body.title} (?:lead|member|substitute) ", pages)
        assert len(found) == rows


def test_a_table_that_goes_on_has_its_head_on_every_page(on_paper: Print, page_file: Path) -> None:
    head = "Inspector Inspectorate Role Authority Police force"
    pages = on_paper(page_file).of("Inspectors: Ofsted")
    assert len(pages) > 2
    assert all(head in page for page in pages)


def test_no_control_is_printed(on_paper: Print, page_file: Path) -> None:
    text = " ".join(on_paper(page_file).texts)
    for words in ("Show all", "Previous", "Next", "Search ", "Skip to", "Programme year All"):
        assert words not in text


def test_a_chart_is_drawn_and_no_picture(on_paper: Print, page_file: Path) -> None:
    # Sixty inspections: with a picture for each bar's pattern this was some thirty megabytes.
    assert on_paper(page_file).size < 1_000_000


def test_what_is_filtered_is_printed_and_said(watched: Page, page_file: Path) -> None:
    watched.goto(page_file.as_uri())
    watched.select_option("#filter-region", "North")
    printed = Paper(watched.pdf(format="A4", landscape=True))
    text = " ".join(printed.texts)
    assert "Printed in part. Region: North" in text
    assert printed.of("Authorities: North")
    assert not printed.of("Authorities: South")


def test_after_printing_the_screen_is_as_it_was(watched: Page, page_file: Path) -> None:
    watched.goto(page_file.as_uri())
    watched.pdf()
    assert watched.locator(".print").count() == 0
    assert watched.locator("details[open]").count() == 0
    assert watched.locator("#authorities tbody tr").count() == 25


def test_another_marking_is_on_every_page_letter_by_letter(
    on_paper: Print, sheets: Sheets, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(render_page(sheets, inline_assets(), NASTY), "utf-8")
    assert all(text.startswith(NASTY) for text in on_paper(path).texts)


def test_capacity_prints_its_table_with_the_marking(
    on_paper: Print, sheets: Sheets, tmp_path: Path
) -> None:
    programme, path = sheets.programme, tmp_path / "page.html"
    assets = inline_assets(chart_script())
    path.write_text(render_capacity_page(programme, capacity(programme), assets), "utf-8")
    texts = on_paper(path).texts
    assert MEANING[:40] in texts[0]
    assert all(text.startswith("Confidential: ") for text in texts)
    assert " ".join(texts).count("HMI Probation January to March 2014") == 1


def test_after_printing_capacity_its_chart_has_its_patterns_again(
    watched: Page, sheets: Sheets, tmp_path: Path
) -> None:
    programme, path = sheets.programme, tmp_path / "page.html"
    assets = inline_assets(chart_script())
    path.write_text(render_capacity_page(programme, capacity(programme), assets), "utf-8")
    watched.goto(path.as_uri())
    watched.wait_for_selector(".chart .main-svg")
    before = watched.locator(".chart").inner_html()
    assert Paper(watched.pdf(format="A4", landscape=True)).size < 300_000
    assert "url(" in before
    assert watched.locator(".chart").inner_html() == before
