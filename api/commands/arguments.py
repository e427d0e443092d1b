"""What several commands are given: a programme, a rota, a date, and how each is opened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.errors import Refusal

if TYPE_CHECKING:
    from models.programme import Programme
    from models.rota import Rota

_BUNDLED = "england_2013"


def read_day(text: str) -> date:
    """A date in ISO form, or day/month/year as the programme's files may have it."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    raise typer.BadParameter("a date is wanted: 2013-06-03, or 03/06/2013")


ProgrammeArgument = Annotated[
    str,
    typer.Argument(
        metavar="PROGRAMME",
        show_default=False,
        help="The programme: a folder, a zip of one, an Excel workbook, or "
        f"{_BUNDLED} for the one that is bundled.",
    ),
]
RotaArgument = Annotated[
    Path,
    typer.Argument(
        metavar="ROTA",
        show_default=False,
        help="The rota: a folder, a zip of one or an Excel workbook, made by plan or by hand.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
SecondsOption = Annotated[
    float, typer.Option("--seconds", min=1, help="Time from the start of the process to its end.")
]
TodayOption = Annotated[
    date | None,
    typer.Option(
        parser=read_day,
        metavar="DATE",
        show_default=False,
        help="What lies before this day is history. Without it, the certificate's day, if any.",
    ),
]


def refuse_unknown(what: str, asked: str | None, known: Iterable[str]) -> None:
    """Refuse a code that the programme does not have, with the nearest that it does have."""
    from difflib import get_close_matches

    codes = list(known)
    if asked is not None and asked not in codes:
        near = get_close_matches(asked, codes, 1, 0)
        hint = f"; the nearest known one is {near[0]}" if near else ""
        raise Refusal([f"unknown {what} {asked!r}{hint}"])


def print_json(value: object) -> None:
    """Print a value as JSON, readable by people too; a date as ISO writes it."""
    import json

    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def open_programme(argument: str) -> Programme:
    """The programme behind an argument; warnings go to standard error, problems refuse."""
    from data import read_programme_with_warnings
    from data.problems import DataProblems

    try:
        programme, warnings = read_programme_with_warnings(place_of(argument))
    except DataProblems as found:
        raise Refusal(map(str, found.problems)) from None
    for warning in warnings:
        typer.echo(f"warning: {warning}", err=True)
    return programme


def open_rota(path: Path, programme: Programme) -> Rota:
    """The rota at a path; what is wrong in it refuses, one line a problem."""
    from data import read_rota
    from data.problems import DataProblems

    try:
        return read_rota(path, programme)
    except DataProblems as found:
        raise Refusal(map(str, found.problems)) from None


def place_of(argument: str) -> Path:
    """A path that exists, else the bundled programme of that name, else the path all the same."""
    from data import reference_programme

    path = Path(argument)
    return reference_programme(argument) if argument == _BUNDLED and not path.exists() else path
