"""``rota capacity``: before any planning, whether there are people enough, and when not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.arguments import JsonOption, ProgrammeArgument, open_programme, print_json
from api.errors import Refusal

if TYPE_CHECKING:
    from models.capacity import Capacity
    from models.programme import Programme

OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        show_default=False,
        help="Where a page (.html) or a picture (.png) of it goes.",
    ),
]
_ENDINGS = (".html", ".png")


def capacity(
    programme: ProgrammeArgument, out: OutOption = None, as_json: JsonOption = False
) -> None:
    """Say, before planning, whether people have the days the programme needs.

    For each inspectorate and quarter: the days needed by the least and the target teams, and the
    days people have after leave and under the ceiling; what is tight, in sentences.
    """
    from models.capacity import capacity as count

    if out is not None and out.suffix.lower() not in _ENDINGS:
        raise Refusal([f"{out}: a file that ends in .html or .png is wanted"])
    question = open_programme(programme)
    found = count(question)
    if out is not None:
        _write(out, question, found)
    if as_json:
        from api.capacity_words import capacity_json

        print_json(capacity_json(question, found) | {"file": str(out) if out else None})
    else:
        _say(question, found, out)


def _write(out: Path, programme: Programme, found: Capacity) -> None:
    from api.charts.capacity import capacity_chart
    from api.exports.file import write_file

    if out.suffix.lower() == ".png":
        from api.exports.pictures import A4, png

        write_file(out, png(capacity_chart(programme, found), *A4))
    else:
        from api.pages.capacity_page import render_capacity_page
        from api.pages.page import chart_script, inline_assets

        page = render_capacity_page(programme, found, inline_assets(chart_script()))
        write_file(out, page.encode())


def _say(programme: Programme, found: Capacity, out: Path | None) -> None:
    from api.capacity_words import MEANING, capacity_tables, sentences
    from api.terminal import tell

    wrote = [] if out is None else [f"Wrote {out}."]
    tables = capacity_tables(programme, found)
    tell([*sentences(programme, found), *tables, MEANING, *wrote])
