"""``rota draw``: a made-up programme of any size, for trials."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.arguments import JsonOption, print_json
from api.errors import Refusal

FolderArgument = Annotated[
    Path, typer.Argument(metavar="FOLDER", show_default=False, help="Where the programme goes.")
]
AuthoritiesOption = Annotated[
    int, typer.Option("--authorities", metavar="N", min=1, show_default=False, help="How many.")
]
SeedOption = Annotated[
    str,
    typer.Option(
        "--seed", metavar="S", show_default=False, help="The same seed draws the same programme."
    ),
]


def draw(
    folder: FolderArgument,
    authorities: AuthoritiesOption,
    seed: SeedOption,
    as_json: JsonOption = False,
) -> None:
    """Make up a programme of any size, for trials.

    Authorities are copied or thinned from England 2013, inspectors drawn in proportion.
    """
    from data import write_programme
    from data.draw import draw_programme

    programme = draw_programme(authorities, seed)
    try:
        write_programme(programme, folder)
    except FileExistsError as taken:
        raise Refusal([str(taken)]) from None
    if as_json:
        print_json(
            {
                "folder": str(folder),
                "authorities": len(programme.authorities),
                "inspectors": len(programme.inspectors),
            }
        )
    else:
        typer.echo(
            f"Wrote {folder}: {programme.name}, {len(programme.inspectors)} inspectors. "
            f"To plan it: rota plan {folder} --out rota"
        )
