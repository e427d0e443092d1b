"""Every bar of the charts equals a row of the rota's files, and no chart says too much."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go
import pytest

from api.charts import CHARTS, Sheets
from api.charts.config import PLOTLY_CONFIG
from api.charts.gantt_inspectors import (
    CPS,
    FIELDWORK,
    LEAVE,
    PREPARATION,
    REPORT,
    REST,
    roster_key,
)
from models.inspectorate import Inspectorate
from models.tables import rota_tables

Row = Mapping[str, str]
_DAY = 86_400_000


def _bars(figure: go.Figure) -> Iterator[tuple[str, str, str, str, str]]:
    """Kind, line, key, first and last day of every bar, as the figure's JSON has them."""
    for trace in json.loads(figure.to_json())["data"]:
        if trace["type"] == "bar":
            bars = zip(trace["y"], trace["base"], trace["x"], trace["customdata"], strict=True)
            for line, base, length, data in bars:
                last = date.fromisoformat(base) + timedelta(days=length / _DAY - 1)
                yield trace["name"], line, data[0], base, last.isoformat()


def _rows(sheets: Sheets, file: str) -> list[Row]:
    table = rota_tables(sheets.programme, sheets.rota)[file]
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def _plus(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def test_every_inspection_is_two_bars_on_its_line_one_a_week(sheets: Sheets) -> None:
    drawn = Counter(bar[1:] for bar in _bars(CHARTS["gantt_authorities"](sheets)))
    expected = Counter[tuple[str, ...]]()
    for row in _rows(sheets, "inspections.csv"):
        code = row["la_code"]
        expected[code, code, row["start"], _plus(row["start"], 4)] += 1
        expected[code, code, _plus(row["end"], -4), row["end"]] += 1
    assert drawn == expected


def test_week_two_with_hmi_prisons_looks_different_in_colour_and_in_pattern(sheets: Sheets) -> None:
    figure = CHARTS["gantt_authorities"](sheets)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    looks = {(trace.marker.color, trace.marker.pattern.shape) for trace in bars}
    assert len(looks) == len({colour for colour, _ in looks}) == len(bars) == 3
    assert len({pattern for _, pattern in looks}) == len(bars)
    in_prisons = {bar[2] for bar in _bars(figure) if "HMI Prisons" in bar[0]}
    assert in_prisons == {"A2"}


def test_every_force_wide_review_is_marked(sheets: Sheets) -> None:
    for chart in ("gantt_authorities", "gantt_forces"):
        figure = CHARTS[chart](sheets)
        marks = [trace for trace in figure.data if trace.type == "scatter"]
        marked = {data[0] for trace in marks for data in trace.customdata or ()}
        carried = {
            row["la_code"]
            for row in _rows(sheets, "inspections.csv")
            if row["force_wide_review"] != "no"
        }
        assert marked == carried == {"A1", "A2", "A4"}


def test_every_inspection_is_one_bar_on_the_line_of_its_force(sheets: Sheets) -> None:
    drawn = Counter(bar[1:] for bar in _bars(CHARTS["gantt_forces"](sheets)))
    expected = Counter(
        (row["police_force_code"], row["la_code"], row["start"], row["end"])
        for row in _rows(sheets, "inspections.csv")
    )
    assert drawn == expected


def test_every_bar_of_an_inspector_is_part_of_a_row_of_the_roster(sheets: Sheets) -> None:
    drawn = Counter(bar for bar in _bars(CHARTS["gantt_inspectors"](sheets)) if bar[0] != LEAVE)
    expected = Counter[tuple[str, ...]]()
    for row in _rows(sheets, "roster.csv"):
        for kind, first, last in _parts(row):
            expected[kind, row["inspector_id"], roster_key(row), first, last] += 1
    assert drawn == expected


def _parts(row: Row) -> Iterator[tuple[str, str, str]]:
    """What a row of the roster is made of, under the default policy (R11)."""
    if row["inspectorate"] == Inspectorate.HMCPSI:
        yield CPS, row["busy_from"], row["busy_to"]
        return
    yield FIELDWORK, row["on_site_from"], row["on_site_to"]
    if row["role"] == "lead":
        yield PREPARATION, row["busy_from"], _plus(row["start"], -3)
        yield REPORT, _plus(row["end"], 3), row["busy_to"]
    else:
        yield REST, _plus(row["busy_to"], -4), row["busy_to"]


def test_leave_is_drawn_without_its_reason(sheets: Sheets, secret: str) -> None:
    figure = CHARTS["gantt_inspectors"](sheets)
    leave = [bar[1:] for bar in _bars(figure) if bar[0] == LEAVE]
    assert leave == [("ofsted-9", "", "2014-03-03", "2014-03-14")]
    assert secret not in figure.to_json()


def test_inspectors_without_a_deployment_have_a_line_too(sheets: Sheets) -> None:
    lines = CHARTS["gantt_inspectors"](sheets).layout.yaxis.categoryarray
    assert set(lines) == set(sheets.programme.inspector_of)


def test_people_on_site_add_up_to_the_roster(sheets: Sheets) -> None:
    figure = CHARTS["on_site"](sheets)
    on_site = {trace.meta["body"]: sum(trace.y) for trace in figure.data if trace.type == "bar"}
    expected = Counter[str]()
    for row in _rows(sheets, "roster.csv"):
        body = Inspectorate(row["inspectorate"])
        expected[body.value] += sheets.programme.fieldwork_weeks(body)
    assert on_site == {body: expected[body] for body in on_site}
    assert sum(on_site.values()) == sum(expected.values())


def test_there_are_so_many_as_are_not_on_leave(sheets: Sheets) -> None:
    lines = [trace for trace in CHARTS["on_site"](sheets).data if trace.type == "scatter"]
    ofsted = next(trace for trace in lines if trace.meta["body"] == "ofsted")
    # Nine in all; one is away in weeks 8 and 9, from 3 to 14 March 2014.
    assert [week for week, people in enumerate(ofsted.y) if people == 8] == [8, 9]
    assert set(ofsted.y) == {8, 9}


def test_starts_of_all_months_add_up_to_the_inspections(sheets: Sheets) -> None:
    starts = CHARTS["starts_per_month"](sheets).data[0]
    assert sum(starts.y) == len(sheets.inspections)
    codes = [code for places in starts.customdata for code in places]
    assert sorted(codes) == ["A1", "A2", "A3", "A4"]


def test_goals_show_points_and_the_bounds_that_are_known(sheets: Sheets) -> None:
    bars, bounds = CHARTS["goals"](sheets).data
    assert list(bars.x) == [score.points for score in sheets.goals.scores]
    assert list(bounds.y) == ["G4 travel"]


def test_curve_is_that_of_the_run(sheets: Sheets) -> None:
    line = CHARTS["curve"](sheets).data[0]
    assert list(line.y) == [point.total for point in sheets.curve]


@pytest.mark.parametrize("name", CHARTS)
def test_names_cannot_bring_html_into_a_chart(name: str, sheets: Sheets) -> None:
    text = CHARTS[name](sheets).to_json()
    assert "<a" not in text
    assert "<i>" not in text
    assert "\\u003ca" not in text


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_says_its_data_in_plain_json(name: str, sheets: Sheets) -> None:
    # Binary arrays could not be filtered by the page.
    assert '"bdata"' not in CHARTS[name](sheets).to_json()


def test_charts_of_a_rota_without_a_run_are_drawn_too(sheets: Sheets) -> None:
    bare = Sheets(sheets.programme, sheets.rota, sheets.goals)
    figures: list[Any] = [draw(bare) for draw in CHARTS.values()]
    assert len(figures) == 7


def test_no_chart_offers_itself_to_anybodys_cloud() -> None:
    assert PLOTLY_CONFIG["showSendToCloud"] is False
    assert PLOTLY_CONFIG["plotlyServerURL"] == ""
    assert PLOTLY_CONFIG["displaylogo"] is False
