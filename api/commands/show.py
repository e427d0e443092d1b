"""``rota show``: one self-contained page of a rota."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    RotaArgument,
    open_programme,
    open_rota,
    print_json,
)

PageOption = Annotated[
    Path, typer.Option("--out", metavar="FILE", show_default=False, help="Where the page goes.")
]


def show(
    programme: ProgrammeArgument, rota: RotaArgument, out: PageOption, as_json: JsonOption = False
) -> None:
    """Make one page of a rota that needs no network."""
    from api.exports.file import write_file
    from api.pages.page import inline_assets, render_page
    from api.sheets import sheets_of

    question = open_programme(programme)
    sheets = sheets_of(question, open_rota(rota, question), rota)
    page = render_page(sheets, inline_assets()).encode()
    write_file(out, page)
    if as_json:
        print_json({"page": str(out), "bytes": len(page)})
    else:
        typer.echo(f"Wrote {out} ({len(page) / 1e6:.1f} MB): open it in a browser.")
