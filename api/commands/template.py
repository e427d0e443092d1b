"""``rota template``: a workbook to fill, empty or with a programme in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.arguments import JsonOption, open_programme, print_json
from api.errors import Refusal

BookArgument = Annotated[
    Path,
    typer.Argument(
        metavar="WORKBOOK", show_default=False, help="The .xlsx file to write; not there yet."
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="PROGRAMME", show_default=False, help="The programme to fill it with."
    ),
]

_ENDING = ".xlsx"


def template(book: BookArgument, programme: FromOption = None, as_json: JsonOption = False) -> None:
    """Write an Excel workbook to fill: a sheet for each file, every column explained.

    Empty with every default, or filled with a programme. Its first sheet is the guidance.
    """
    _refuse_place(book)
    from api.exports.file import write_file
    from api.exports.workbook import programme_workbook, template_workbook

    filled = None if programme is None else open_programme(programme)
    data = template_workbook() if filled is None else programme_workbook(filled)
    write_file(book, data)
    if as_json:
        print_json({"workbook": str(book), "programme": filled.name if filled else None})
    else:
        within = f"with {filled.name}" if filled else "empty, every setting at its default"
        typer.echo(f"Wrote {book}: {within}. To see what is missing or wrong: rota validate {book}")


def _refuse_place(book: Path) -> None:
    """Refuse another kind of file, and one that is there: somebody may have filled it."""
    if book.suffix.lower() != _ENDING:
        raise Refusal([f"{book} does not end in {_ENDING}: a workbook is written as such a file"])
    if book.exists():
        raise Refusal([f"{book} is there already: give another name"])
