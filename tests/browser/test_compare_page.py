"""The page of two rotas in a real Chromium: no network, a table first, arrows, filters."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from api.charts import Sheets
from api.charts.pair import Pair
from api.completion import complete
from api.pages.compare_page import PAIR_CHARTS, PAIR_SECTIONS, render_compare_page
from api.pages.page import inline_assets
from models.measures import measure_goals
from models.rota import Rota

pytestmark = pytest.mark.browser

LINES = "section => section.querySelector('.chart').layout.yaxis.categoryarray"
# The lines on which a trace of that name has anything.
HAS = """(section, name) => section.querySelector('.chart').data
  .filter(trace => trace.name === name).flatMap(trace => trace.y)"""


@pytest.fixture(scope="session")
def pair(sheets: Sheets, make_rota: Callable[..., Rota]) -> Pair:
    """A1 moves behind A60, A26 into the programme year before; A10 has somebody else from CQC."""
    rota, programme = sheets.rota, sheets.programme
    week_of = programme.calendar.week_of
    slots = {each.la_code: week_of(each.start) for each in rota.inspections}
    slots |= {"A1": 130, "A26": 50}
    teams = {code: [each.inspector_id for each in team] for code, team in rota.team_of.items()}
    teams["A10"] = ["cqc-3" if each[:3] == "cqc" else each for each in teams["A10"]]
    leads = {each.la_code: each.lead for each in rota.inspections}
    whole = complete(programme, make_rota(programme, slots, teams, leads))
    return Pair(sheets, Sheets(programme, whole, measure_goals(programme, whole)))


@pytest.fixture(scope="session")
def pair_page(pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The self-contained page."""
    path = tmp_path_factory.mktemp("pair") / "page.html"
    page = render_compare_page(pair, ("<i>monday</i>", "tuesday"), inline_assets())
    path.write_text(page, encoding="utf-8")
    return path


@pytest.fixture
def opened(watched: Page, pair_page: Path) -> Page:
    """The page, opened from a file."""
    watched.goto(pair_page.as_uri())
    return watched


def _drawn(page: Page, name: str) -> Locator:
    """The section of that name, once its chart is drawn."""
    section = page.locator(f"#{name}")
    section.locator("h2").scroll_into_view_if_needed()
    section.locator(".chart").scroll_into_view_if_needed()
    expect(section.locator(".main-svg").first).to_be_attached()
    return section


def test_the_differences_come_first_as_a_table(opened: Page, pair: Pair) -> None:
    expect(opened.locator("main section.open")).to_have_count(len(PAIR_SECTIONS))
    first = opened.locator("main section").first
    assert first.get_attribute("id") == "differences"
    assert first.locator(".chart").count() == 0
    keys = [row.get_attribute("data-key") for row in first.locator("tbody tr").all()]
    assert set(keys) == pair.comparison.la_codes
    assert opened.get_by_text("Confidential: inspections are unannounced").is_visible()
    assert opened.get_by_text("<i>monday</i>").is_visible()


def test_every_chart_of_the_pair_is_drawn(opened: Page) -> None:
    for name in ("authorities", "inspectors", "goals"):
        _drawn(opened, name)
    assert opened.locator(".js-plotly-plot").count() == len(PAIR_CHARTS)


def test_an_arrow_leads_from_the_old_slot_to_the_new(opened: Page) -> None:
    section = _drawn(opened, "authorities")
    assert section.evaluate(HAS, "Moved later") == ["A1"]
    assert section.evaluate(HAS, "Moved earlier") == ["A26"]
    assert set(section.evaluate(HAS, "Moved")) == {"A1", "A26"}
    assert section.evaluate(HAS, "People changed") == ["A10"]
    # A1 was the first of F01, where now A13 is.
    assert section.evaluate(HAS, "Gains the force-wide review") == ["A13"]
    assert section.evaluate(HAS, "No longer has the force-wide review") == ["A1"]


def test_authorities_with_a_difference_are_the_first_lines(opened: Page, pair: Pair) -> None:
    section = _drawn(opened, "authorities")
    lines = section.evaluate(LINES)
    assert len(lines) == 40
    changed = len(pair.comparison.la_codes)
    assert set(lines[:changed]) == pair.comparison.la_codes


def test_a_slot_that_moved_to_another_year_is_left_by_the_filter_of_both(opened: Page) -> None:
    section = _drawn(opened, "authorities")
    for year, left in (("0", True), ("1", True), ("2", False)):
        opened.locator("#filter-year").select_option(year)
        expect(section.locator(".chart-pager span")).to_contain_text("Authorities 1")
        assert ("A26" in section.evaluate(LINES)) is left


def test_inspectorate_leaves_its_own_people_and_differences(opened: Page, pair: Pair) -> None:
    opened.locator("#filter-body").select_option("cqc")
    section = _drawn(opened, "inspectors")
    changed = {change.inspector_id for change in pair.rosters}
    assert set(section.evaluate(LINES)) == {each for each in changed if each[:3] == "cqc"}


def test_search_leaves_the_bars_of_what_is_found(opened: Page) -> None:
    section = _drawn(opened, "authorities")
    section.get_by_label("Search before and after").fill("weeks later")
    assert section.evaluate(LINES) == ["A1"]
    assert section.evaluate(HAS, "Moved") == ["A1"]
    assert section.evaluate(HAS, "Moved earlier") == []


@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_is_wider_than_the_window(watched: Page, pair_page: Path, width: int) -> None:
    watched.set_viewport_size({"width": width, "height": 900})
    watched.goto(pair_page.as_uri())
    for name in ("authorities", "inspectors", "goals"):
        _drawn(watched, name)
    assert watched.evaluate("document.documentElement.scrollWidth") <= width


def test_tables_can_be_read_without_scripts(browser: Any, pair_page: Path, pair: Pair) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(pair_page.as_uri())
    for section in PAIR_SECTIONS:
        rows = page.locator(f"#{section.name} tbody tr")
        assert rows.count() == len(section.table(pair).rows)
    expect(page.locator("#differences td").first).to_be_visible()
    page.context.close()


def test_two_rotas_that_are_the_same_open_too(watched: Page, pair: Pair, tmp_path: Path) -> None:
    path = tmp_path / "same.html"
    same = Pair(pair.before, pair.before)
    path.write_text(render_compare_page(same, ("a", "a"), inline_assets()), encoding="utf-8")
    watched.goto(path.as_uri())
    expect(watched.get_by_text("There is no difference between them.")).to_be_visible()
    assert len(_drawn(watched, "authorities").evaluate(LINES)) == 40
