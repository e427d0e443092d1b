"""The run on the page: totals and bounds over time, the gap between them, and the table beside."""

from dataclasses import replace

import pytest

from api.charts import CHARTS, Sheets
from api.pages.count_tables import curve_table
from models.result import CurvePoint

CURVE = (
    CurvePoint(seconds=0.5, total=2_000),
    CurvePoint(seconds=2, total=2_000, bound=900),
    CurvePoint(seconds=3.25, total=1_000, bound=900),
)


@pytest.fixture
def run(sheets: Sheets) -> Sheets:
    """A rota whose run found a bound after two seconds."""
    return replace(sheets, curve=CURVE)


def test_the_bound_is_drawn_from_when_it_is_known(run: Sheets) -> None:
    total, bound = CHARTS["curve"](run).data
    assert list(total.x) == [0.5, 2, 3.25]
    assert list(total.y) == [2_000, 2_000, 1_000]
    assert list(bound.x) == [2, 3.25]
    assert list(bound.y) == [900, 900]


def test_total_and_bound_differ_by_more_than_colour(run: Sheets) -> None:
    total, bound = CHARTS["curve"](run).data
    assert (total.mode, total.line.dash) != (bound.mode, bound.line.dash)


def test_the_table_beside_it_has_the_same_points_and_the_gap(run: Sheets) -> None:
    table = curve_table(run)
    assert [column.heading for column in table.columns] == [
        "Seconds", "Best total", "Bound", "Gap",
    ]  # fmt: skip
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["0.5", "2,000", "", ""],
        ["2.0", "2,000", "900", "55.0%"],
        ["3.2", "1,000", "900", "10.0%"],
    ]
