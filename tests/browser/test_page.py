"""The page in a real Chromium: it opens without a network, filters, sorts, searches and turns."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from api.charts import CHARTS, Sheets
from api.pages.sections import SECTIONS

pytestmark = pytest.mark.browser

# What the chart of a section draws: each bar's key, by its line.
DRAWN = """section => Object.fromEntries(section.querySelector('.chart').data
  .filter(trace => trace.type === 'bar')
  .flatMap(trace => trace.customdata.map((data, at) => [data[0], trace.y[at]])))"""
LINES = "section => section.querySelector('.chart').layout.yaxis.categoryarray"
COUNTED = """section => section.querySelector('.chart').data
  .filter(trace => trace.type === 'bar' && trace.visible !== false)
  .flatMap(trace => trace.y).reduce((sum, count) => sum + count, 0)"""


@pytest.fixture
def opened(watched: Page, page_file: Path) -> Page:
    """The page, opened from a file, its first chart drawn."""
    watched.goto(page_file.as_uri())
    _drawn(watched, "authorities")
    return watched


def _drawn(page: Page, name: str) -> Locator:
    """The section of that name, once its chart is drawn."""
    section = page.locator(f"#{name}")
    section.locator("h2").scroll_into_view_if_needed()
    section.locator(".chart").scroll_into_view_if_needed()
    return _chart_of(page, name)


def _chart_of(page: Page, name: str) -> Locator:
    section = page.locator(f"#{name}")
    expect(section.locator(".main-svg").first).to_be_attached()
    return section


def _column(section: Locator, heading: str) -> list[str]:
    headings = section.locator("th").all_inner_texts()
    at = [text.split("\n")[0].strip() for text in headings].index(heading)
    return section.locator(f"tbody tr td:nth-child({at + 1})").all_inner_texts()


def _keys(section: Locator) -> list[str | None]:
    return [row.get_attribute("data-key") for row in section.locator("tbody tr").all()]


def test_every_chart_is_drawn_when_it_comes_into_view(opened: Page) -> None:
    for name in ("authorities", "forces", "inspectors", "on-site", "starts", "goals", "run"):
        _drawn(opened, name)
    assert opened.locator(".js-plotly-plot").count() == len(CHARTS)


def test_no_chart_is_drawn_before_it_comes_into_view(opened: Page) -> None:
    assert opened.locator("#goals .main-svg").count() == 0


def test_what_is_further_down_is_read_after_the_first_chart(opened: Page) -> None:
    expect(opened.locator("main section.open")).to_have_count(len(SECTIONS))
    assert opened.locator("noscript").count() == 0


def test_filter_acts_on_what_is_read_after_it(watched: Page, page_file: Path) -> None:
    # A browser that is never idle reads a section when its chart comes into view.
    watched.add_init_script("window.requestIdleCallback = () => 0")
    watched.goto(page_file.as_uri())
    _drawn(watched, "authorities")
    assert watched.locator("#inspectors table").count() == 0
    watched.locator("#filter-body").select_option("cqc")
    section = _drawn(watched, "inspectors")
    assert section.evaluate(LINES) == ["cqc-1", "cqc-2", "cqc-3"]
    assert set(_column(section, "Inspectorate")) == {"CQC"}


def test_whoever_goes_straight_to_a_section_arrives_there(watched: Page, page_file: Path) -> None:
    watched.goto(page_file.as_uri() + "#goals")
    section = _chart_of(watched, "goals")
    expect(watched.locator("main section.open")).to_have_count(len(SECTIONS))
    expect(section.locator("h2")).to_be_in_viewport()


def test_a_chart_shows_at_most_forty_lines_and_turns_to_the_next(opened: Page) -> None:
    section = _drawn(opened, "authorities")
    assert section.evaluate(LINES) == [f"A{number}" for number in range(1, 41)]
    expect(section.locator(".chart-pager span")).to_have_text("Authorities 1 to 40 of 60")
    section.locator(".chart-pager").get_by_role("button", name="Next").click()
    assert section.evaluate(LINES) == [f"A{number}" for number in range(41, 61)]
    expect(section.locator(".chart-pager").get_by_role("button", name="Next")).to_be_disabled()


@pytest.mark.parametrize(
    ("choice", "value", "left"),
    [
        ("region", "North", 20),
        ("force", "F03", 5),
        ("year", "1", 26),
        ("body", "hmi_prisons", 1),
    ],
)
def test_each_filter_leaves_the_same_in_chart_and_table(
    opened: Page, choice: str, value: str, left: int
) -> None:
    opened.locator(f"#filter-{choice}").select_option(value)
    section = _drawn(opened, "authorities")
    expect(opened.locator("#filtered")).to_have_text(f"{left} of 60 inspections")
    expect(section.locator(".table-pager span")).to_contain_text(f"of {left}")
    drawn = section.evaluate(DRAWN)
    assert len(drawn) == left
    assert set(_keys(section)) == set(list(drawn)[:25])


def test_filters_act_together_and_are_taken_off_together(opened: Page) -> None:
    opened.locator("#filter-region").select_option("North")
    opened.locator("#filter-year").select_option("0")
    section = _drawn(opened, "authorities")
    # A3, A6, … in the North start in weeks 6, 12, …, 48 of the first year.
    assert _keys(section) == [f"A{number}" for number in range(3, 26, 3)]
    opened.get_by_role("button", name="Show all").click()
    expect(opened.locator("#filtered")).to_have_text("60 of 60 inspections")


def test_inspectorate_leaves_its_own_people_on_their_lines(opened: Page) -> None:
    opened.locator("#filter-body").select_option("cqc")
    section = _drawn(opened, "inspectors")
    assert section.evaluate(LINES) == ["cqc-1", "cqc-2", "cqc-3"]
    assert set(_column(section, "Inspectorate")) == {"CQC"}


def test_a_bar_of_each_row_of_the_roster_and_of_leave(opened: Page, sheets: Sheets) -> None:
    section = _drawn(opened, "inspectors")
    drawn = section.evaluate(DRAWN)
    assert drawn.pop("") == "ofsted-12"
    assert len(drawn) == len(sheets.roster)


def test_people_on_site_and_starts_are_counted_anew(opened: Page, sheets: Sheets) -> None:
    opened.locator("#filter-force").select_option("F03")
    starts = _drawn(opened, "starts")
    assert starts.evaluate(COUNTED) == 5
    on_site = _drawn(opened, "on-site")
    in_force = [row for row in sheets.roster if row["police_force_code"] == "F03"]
    weeks = sum(2 if row["inspectorate"] == "ofsted" else 1 for row in in_force)
    assert on_site.evaluate(COUNTED) == weeks
    # Week 6, the first page of the table: A3 starts, four from Ofsted and two from HMIC are there.
    assert _column(on_site, "Ofsted on site")[6] == "4"
    assert _column(on_site, "HMIC on site")[7] == "0"


def test_a_table_sorts_by_each_heading_both_ways(opened: Page) -> None:
    section = _drawn(opened, "authorities")
    code = section.get_by_role("button", name="Code")
    code.click()
    assert _column(section, "Code")[:3] == ["A1", "A2", "A3"]
    code.click()
    # As numbers within text, not letter by letter.
    assert _column(section, "Code")[:3] == ["A60", "A59", "A58"]
    assert section.locator("th[aria-sort=descending]").inner_text().startswith("Code")
    assert section.evaluate(LINES)[:3] == ["A60", "A59", "A58"]


def test_dates_sort_as_a_calendar_has_them(opened: Page) -> None:
    section = _drawn(opened, "authorities")
    section.get_by_role("button", name="Starts").click()
    section.get_by_role("button", name="Starts").click()
    assert _column(section, "Code")[0] == "A60"


def test_search_leaves_the_rows_that_hold_the_words_and_their_bars(opened: Page) -> None:
    section = _drawn(opened, "authorities")
    section.get_by_label("Search authorities").fill("place 33")
    assert _keys(section) == ["A33"]
    assert section.evaluate(DRAWN) == {"A33": "A33"}
    section.get_by_label("Search authorities").fill("nowhere at all")
    expect(section.locator(".chart")).to_be_hidden()
    expect(section.locator(".table-pager span")).to_have_text("Nothing to show")


def test_names_are_shown_letter_by_letter(opened: Page, sheets: Sheets) -> None:
    name = sheets.programme.authority_of["A1"].name
    section = _drawn(opened, "authorities")
    assert _column(section, "Authority")[0] == name
    first = section.locator(".ytick text").first
    assert (first.text_content() or "")[:20] == name[:20]
    assert opened.locator("a[href*=elsewhere]").count() == 0
    assert opened.locator("svg a").count() == 0


def test_no_chart_offers_to_send_itself_anywhere(opened: Page) -> None:
    section = _drawn(opened, "authorities")
    offered = section.locator(".modebar-btn").evaluate_all(
        "buttons => buttons.map(button => button.dataset.title || button.dataset.attr || '')"
    )
    assert offered
    assert not [title for title in offered if any(
        word in title.lower() for word in ("cloud", "share", "edit", "plotly")
    )]  # fmt: skip


def test_a_chart_moves_and_zooms_by_the_keyboard(opened: Page) -> None:
    section = _drawn(opened, "authorities")
    chart = section.locator(".chart")
    chart.focus()
    before = _range(section)
    chart.press("+")
    assert _width(_range(section)) < _width(before)
    chart.press("ArrowRight")
    expect(section.locator(".moved")).to_contain_text("Shown:")
    chart.press("Home")
    assert _range(section) == before


def _range(section: Locator) -> Any:
    return section.evaluate(
        "s => s.querySelector('.chart')._fullLayout.xaxis.range.map(Date.parse)"
    )


def _width(ends: list[float]) -> float:
    return ends[1] - ends[0]


@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_is_wider_than_the_window(watched: Page, page_file: Path, width: int) -> None:
    watched.set_viewport_size({"width": width, "height": 900})
    watched.goto(page_file.as_uri())
    for name in ("authorities", "inspectors", "on-site", "goals"):
        _drawn(watched, name)
    assert watched.evaluate("document.documentElement.scrollWidth") <= width


def test_print_holds_every_row(opened: Page) -> None:
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.locator("#authorities .print tbody tr").count() == 60
    opened.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.locator("#authorities tbody tr").count() == 25


def test_every_table_has_a_caption_and_every_field_a_label(opened: Page) -> None:
    expect(opened.locator("main section.open")).to_have_count(len(SECTIONS))
    tables = opened.locator("table")
    assert tables.count() == opened.locator("table > caption").count() >= 8
    fields = opened.locator("input, select")
    labels = fields.evaluate_all("fields => fields.map(field => field.labels.length)")
    assert set(labels) == {1}


def test_tables_can_be_read_without_scripts(browser: Any, page_file: Path, sheets: Sheets) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(page_file.as_uri())
    for section in SECTIONS:
        rows = page.locator(f"#{section.name} tbody tr")
        assert rows.count() == len(section.table(sheets).rows)
    expect(page.locator("#authorities td").first).to_be_visible()
    page.context.close()


def test_the_served_page_is_the_same_under_a_stricter_policy(
    watched: Page, service_address: str
) -> None:
    watched.goto(service_address)
    for name in ("authorities", "inspectors", "goals"):
        _drawn(watched, name)
    watched.locator("#filter-region").select_option("North")
    expect(watched.locator("#filtered")).to_have_text("20 of 60 inspections")
    watched.locator("#authorities").get_by_role("button", name="Code").click()
    assert watched.url == service_address
