"""``rota roster``: one inspector's, inspectorate's, authority's or force's share of the roster."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    RotaArgument,
    open_programme,
    open_rota,
    print_json,
    read_day,
    refuse_unknown,
)

if TYPE_CHECKING:
    from models.programme import Programme
    from models.tables import RosterFilter

InspectorOption = Annotated[
    str | None, typer.Option("--inspector", metavar="ID", help="One inspector, by id.")
]
InspectorateOption = Annotated[
    str | None, typer.Option("--inspectorate", metavar="NAME", help="ofsted, hmic, cqc, ...")
]
AuthorityOption = Annotated[
    str | None, typer.Option("--authority", metavar="CODE", help="One authority, by code.")
]
ForceOption = Annotated[
    str | None, typer.Option("--force", metavar="CODE", help="One police force, by code.")
]
FromOption = Annotated[
    date | None,
    typer.Option(
        "--from", parser=read_day, metavar="DATE", help="Inspections that run on this day or later."
    ),
]
ToOption = Annotated[
    date | None,
    typer.Option(
        "--to", parser=read_day, metavar="DATE", help="Inspections that run on this day or earlier."
    ),
]


def roster(
    programme: ProgrammeArgument,
    rota: RotaArgument,
    inspector: InspectorOption = None,
    inspectorate: InspectorateOption = None,
    authority: AuthorityOption = None,
    force: ForceOption = None,
    from_day: FromOption = None,
    to_day: ToOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print a share of roster.csv, as CSV or as JSON."""
    from api.completion import complete
    from models.inspectorate import Inspectorate
    from models.tables import RosterFilter, export_text, roster_table

    question = open_programme(programme)
    refuse_unknown("inspectorate", inspectorate, [body.value for body in Inspectorate])
    share = RosterFilter(
        inspector=inspector,
        inspectorate=Inspectorate(inspectorate) if inspectorate else None,
        authority=authority,
        force=force,
        from_day=from_day,
        to_day=to_day,
    )
    _refuse_unknown(question, share)
    table = roster_table(question, complete(question, open_rota(rota, question)), share)
    if as_json:
        print_json([dict(zip(table.columns, row, strict=True)) for row in table.rows])
    else:
        typer.echo(export_text(table), nl=False)


def _refuse_unknown(programme: Programme, share: RosterFilter) -> None:
    refuse_unknown("inspector id", share.inspector, programme.inspector_of)
    refuse_unknown("authority code", share.authority, programme.authority_of)
    refuse_unknown("force code", share.force, programme.force_of)
