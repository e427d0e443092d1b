"""The figures on looking at a rota: the commands that read it, the page and its first chart."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.chromium import ARGUMENTS, CHROMIUM
from tests.benchmarks.figure import Figure, at_most
from tests.benchmarks.process import ROTA, run
from tests.benchmarks.series import N152

TRIES = 5


def commands(rota: Path, page: Path) -> Iterator[Figure]:
    """Seconds of the commands that people wait for, medians of a few tries."""
    yield _seconds("rota --help", ["--help"], 0.5)
    yield _seconds("rota check on n152", ["check", str(N152), str(rota)], 3)
    yield _seconds("rota show on n152", ["show", str(N152), str(rota), "--out", str(page)], 3)


def _seconds(name: str, arguments: Sequence[str], most: float) -> Figure:
    runs = [run([ROTA, *arguments]) for _ in range(TRIES)]
    failed = [each.said for each in runs if each.code]
    if failed:
        raise RuntimeError(f"{name} failed: {failed[0]}")
    return at_most(name, median(each.seconds for each in runs), most, "s", 2)


def page_figures(page: Path) -> Iterator[Figure]:
    """How large the page is, and how soon a chart stands on it."""
    yield at_most("page size", page.stat().st_size / 1e6, 8, "MB")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        seconds = median(_first_chart(browser, page) for _ in range(TRIES))
        browser.close()
    yield at_most("time to first chart in Chromium", seconds, 2, "s", 2)


def _first_chart(browser: Browser, page: Path) -> float:
    """Seconds from asking for the page to the first drawn chart, in a tab of its own."""
    tab = browser.new_page()
    began = perf_counter()
    tab.goto(page.as_uri(), wait_until="commit")
    tab.wait_for_selector(".js-plotly-plot .main-svg")
    seconds = perf_counter() - began
    tab.close()
    return seconds
