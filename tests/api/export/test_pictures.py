"""Pictures at print size: as many lines a sheet as can be read, and the marking on each."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from api.charts import Sheets
from api.exports.share import Export, write_export
from api.exports.share.pictures import LINES_ON_A_SHEET, gantt_sheets
from models.inspection import Inspection
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota


@pytest.mark.parametrize(
    ("authorities", "lines"), [(1, [1]), (55, [55]), (56, [28, 28]), (152, [50, 51, 51])]
)
def test_gantt_chart_is_cut_into_even_sheets_that_can_be_read(
    make_programme: Callable[..., Programme], authorities: int, lines: list[int]
) -> None:
    programme = make_programme(authorities, weeks=160)
    codes = sorted(programme.authority_of)
    rota = Rota(
        inspections=tuple(
            Inspection(
                la_code=code,
                name=code,
                start=programme.calendar.monday(week),
                end=programme.calendar.monday(week) + timedelta(days=11),
                sizes={},
            )
            for week, code in enumerate(codes)
        ),
        deployments=(),
    )
    figures = list(gantt_sheets(Sheets(programme, rota, measure_goals(programme, rota))))
    assert [len(figure.layout.yaxis.tickvals) for figure in figures] == lines
    assert max(lines) <= LINES_ON_A_SHEET
    for figure in figures:
        first, last = map(date.fromisoformat, figure.layout.xaxis.range)
        for bars in figure.data:
            for base in getattr(bars, "base", None) or ():
                assert first <= date.fromisoformat(base) <= last


@pytest.mark.browser
def test_pictures_of_the_whole_rota_are_of_print_size(
    make_export: Callable[..., Export], tmp_path: Path
) -> None:
    files = write_export(tmp_path / "out", make_export(("png",)))
    assert [each.cut.kind for each in files] == ["whole", "whole"]
    for each in files:
        picture = (tmp_path / "out" / each.file).read_bytes()
        assert picture.startswith(b"\x89PNG\r\n")
        # A3, landscape, at 192 dots to the inch.
        size = (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big"))
        assert size == (3174, 2246)
