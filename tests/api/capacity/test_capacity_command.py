"""``rota capacity``: sentences, tables, JSON, and a page that says the same as its chart."""

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from api.capacity_words import sentences
from api.charts.capacity import capacity_chart
from api.exit_codes import ExitCode
from data import write_programme
from models.capacity import capacity
from models.programme import Programme

Run = Callable[..., subprocess.CompletedProcess[str]]
SECRET = "a-reason-that-nobody-may-read"


@pytest.fixture(scope="module")
def tight(make_programme: Callable[..., Programme]) -> Programme:
    """Two from CQC for 26 inspections in a year, more than their ceilings let them do."""
    away = {"inspector_id": "cqc-1", "start": date(2014, 3, 3), "end": date(2014, 3, 14)}
    numbers = {"ofsted": 30, "hmic": 20, "cqc": 2, "hmi_probation": 9}
    return make_programme(
        [{"name": f"<b>Place {number}</b>"} for number in range(26)],
        inspectors=numbers,
        weeks=52,
        absences=[away | {"reason": SECRET}],
    )


@pytest.fixture(scope="module")
def tight_folder(tight: Programme, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That programme as a folder."""
    folder = tmp_path_factory.mktemp("tight") / "programme"
    write_programme(tight, folder)
    return folder


def test_what_is_short_is_said_with_both_figures(rota_command: Run, tight_folder: Path) -> None:
    run = rota_command("capacity", tight_folder)
    assert run.returncode == ExitCode.DONE
    assert re.search(
        r"^CQC is short in April to June 2014: \d+ days needed by the least teams, \d+ there are",
        run.stdout,
        re.MULTILINE,
    )
    assert "HMI Probation is" not in run.stdout
    assert "85% or more" in run.stdout


def test_where_nothing_is_tight_it_says_so(make_programme: Callable[..., Programme]) -> None:
    roomy = make_programme(1, weeks=52)
    (said,) = sentences(roomy, capacity(roomy))
    assert said.startswith("No inspectorate is tight in any quarter")


def test_json_adds_up(rota_command: Run, tight_folder: Path) -> None:
    told = json.loads(rota_command("capacity", tight_folder, "--json").stdout)
    assert {row["inspectorate"] for row in told["quarters"]} == {
        "ofsted", "hmic", "cqc", "hmi_probation", "hmi_prisons",
    }  # fmt: skip
    for row in told["quarters"]:
        left = row["working_days"] - row["absent"] - row["beyond_ceiling"]
        assert row["there"] == pytest.approx(left, abs=0.2)
        for need in (row["least"], row["target"]):
            parts = sum(days for part, days in need.items() if part != "total")
            assert need["total"] == pytest.approx(parts, abs=0.3)
    assert any(row["room"] == "short" for row in told["quarters"] if row["inspectorate"] == "cqc")


def test_chart_draws_what_is_counted(tight: Programme) -> None:
    found = capacity(tight)
    figure = capacity_chart(tight, found)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    drawn = sum(sum(trace.y) for trace in bars)
    counted = float(sum(each.target.total for each in found.stretches))
    assert drawn == pytest.approx(counted, abs=0.05 * 4 * len(found.stretches))
    looks: Mapping[str, Any] = {
        trace.name: (trace.marker.color, trace.marker.pattern.shape) for trace in bars
    }
    assert len({colour for colour, _ in looks.values()}) == len(looks) == 4
    assert len({shape for _, shape in looks.values()}) == 4


def _elsewhere(address: str) -> list[str]:
    return [] if address.startswith(("file:", "data:")) else [address]


@pytest.mark.browser
def test_page_has_a_chart_and_all_of_it_as_a_table(
    page: Page, rota_command: Run, tight: Programme, tight_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "capacity.html"
    assert rota_command("capacity", tight_folder, "--out", out).returncode == ExitCode.DONE
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.extend(_elsewhere(asked.url)))
    page.goto(out.as_uri())
    page.wait_for_selector(".chart .main-svg")
    assert complaints == []
    assert page.locator("tbody tr").count() == len(capacity(tight).stretches)
    assert page.locator("main li").first.inner_text().startswith("CQC is short in")
    assert SECRET not in out.read_text("utf-8")


def test_another_ending_is_refused_before_anything_is_counted(
    rota_command: Run, tmp_path: Path
) -> None:
    run = rota_command("capacity", tmp_path / "nowhere", "--out", tmp_path / "capacity.pdf")
    assert run.returncode == ExitCode.BAD_INPUT
    assert ".html or .png" in run.stderr
