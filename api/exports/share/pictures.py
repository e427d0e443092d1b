"""Pictures of a whole rota at print size, each for one sheet of A3 and with the marking on it."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

import plotly.graph_objects as go

from api.charts.gantt_authorities import gantt_authorities
from api.charts.on_site import on_site
from api.charts.sheets import Sheets
from api.charts.words import plain
from api.exports.marking import Marking
from api.exports.pictures import A3, png

#: Lines of a Gantt chart that can be read on one sheet of A3.
LINES_ON_A_SHEET = 55

_MARGIN = {"t": 70, "l": 40, "r": 40, "b": 70}


def pictures(sheets: Sheets, marking: Marking) -> Iterator[tuple[str, bytes]]:
    """Each picture as PNG by a name: the Gantt chart sheet by sheet, then the people on site.

    Raises ``Refusal`` where the machine cannot draw.
    """
    for number, figure in enumerate(gantt_sheets(sheets), start=1):
        yield f"gantt-{number}", _drawn(figure, marking)
    yield "people-on-site", _drawn(on_site(sheets), marking)


def gantt_sheets(sheets: Sheets) -> Iterator[go.Figure]:
    """Inspections by start, as many a sheet as can be read, over the weeks that they take."""
    ordered = sorted(sheets.rota.inspections, key=lambda each: (each.start, each.la_code))
    # As even as they can be: else the last sheet might have a single line.
    number = ceil(len(ordered) / LINES_ON_A_SHEET)
    cuts = [len(ordered) * each // number for each in range(number + 1)] if number else []
    for first, end in pairwise(cuts):
        some = ordered[first:end]
        part = sheets.rota.model_copy(update={"inspections": tuple(some)})
        figure = gantt_authorities(Sheets(sheets.programme, part, sheets.goals, judged=()))
        figure.update_xaxes(range=_weeks_of(some[0].start, some[-1].start))
        yield figure


def _weeks_of(first: date, last: date) -> list[str]:
    """From a week before the first start to a week after the last inspection's end."""
    return [(first - timedelta(weeks=1)).isoformat(), (last + timedelta(weeks=3)).isoformat()]


def _drawn(figure: go.Figure, marking: Marking) -> bytes:
    title = {"text": plain(marking.line), "x": 0.5, "y": 0.02, "font": {"size": 13}}
    figure.update_layout(title=title, height=None, margin=_MARGIN)
    return png(figure, *A3)
