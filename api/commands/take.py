"""``rota take``: one of the ways that ``rota options`` found, as a rota's folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from api.commands.arguments import JsonOption, print_json
from api.commands.plan import OutOption
from api.errors import Refusal

FolderArgument = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER", show_default=False, help="The folder that rota options wrote."
    ),
]
NumberArgument = Annotated[
    str,
    typer.Argument(metavar="NUMBER", show_default=False, help="The way, as options.csv counts."),
]


def take(
    folder: FolderArgument, number: NumberArgument, out: OutOption, as_json: JsonOption = False
) -> None:
    """Copy one way of a folder of options whole: the rota from then on, and its programme."""
    from api.exports.csv import ROTA_FILES, refuse_as_target
    from api.exports.folder import refuse_foreign, write_folder
    from api.exports.options import ways_in

    known = ways_in(folder)
    if number not in known:
        raise Refusal([f"{folder} holds no way {number!r}: it has {', '.join(known) or 'none'}"])
    chosen = folder.expanduser() / number
    _refuse_inside(out, folder)
    refuse_foreign(chosen, ROTA_FILES)
    refuse_as_target(out)

    def fill(target: Path) -> None:
        shutil.copytree(chosen, target, dirs_exist_ok=True)

    write_folder(out, ROTA_FILES, fill)
    files = sorted(path.name + "/" * path.is_dir() for path in chosen.iterdir())
    if as_json:
        print_json({"way": int(number), "folder": str(out), "files": files})
    else:
        typer.echo(f"Took way {number} of {folder}. Written to {out}: {', '.join(files)}")


def _refuse_inside(out: Path, folder: Path) -> None:
    """Refuse to write over the ways themselves."""
    where, options = (each.expanduser().resolve() for each in (out, folder))
    if where == options or options in where.parents or where in options.parents:
        raise Refusal([f"{out} would be written over {folder}: give another folder"])
