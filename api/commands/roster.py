"""``rota roster``: one inspector's, inspectorate's, authority's or force's share of the roster."""

from __future__ import annotations

from datetime import date
from pathlib import Path
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
from api.commands.export import (
    ClassificationOption,
    ExportedByOption,
    PreviousOption,
    TodayOption,
)
from api.errors import Refusal

if TYPE_CHECKING:
    from api.exports.marking import Marking
    from api.exports.share.one import OneShare
    from api.exports.share.previous import Previous
    from models.programme import Programme
    from models.tables import RosterFilter, Table

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
FormOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORM",
        show_default=False,
        help="csv, xlsx or ics; without it the file's ending says, else it is csv.",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", show_default=False, help="A file, not the screen."),
]
AsSentOption = Annotated[
    bool,
    typer.Option(
        "--as-sent",
        help="Without the authorities that lie beyond the reveal horizon, as inspectors may see "
        "it. One inspector's calendar always is.",
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
    form: FormOption = None,
    out: OutOption = None,
    as_sent: AsSentOption = False,
    previous: PreviousOption = None,
    today: TodayOption = None,
    classification: ClassificationOption = "OFFICIAL-SENSITIVE",
    exported_by: ExportedByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print or write a share of roster.csv: as CSV, a workbook, a calendar, or JSON."""
    from api.exports.marking import login_name, marking
    from api.exports.share.previous import before
    from api.exports.share.reveal import london_now

    form = _form(form, out)
    if form != "csv" and out is None and (form == "xlsx" or as_json):
        raise Refusal([f"no screen shows this as {form}: give --out FILE"])
    if previous is not None and form != "ics":
        raise Refusal(["--previous is for calendars: give --format ics with it"])
    question = open_programme(programme)
    share = _share(question, (inspector, inspectorate, authority, force), (from_day, to_day))
    hide = as_sent or (form == "ics" and inspector is not None)
    one = _one(question, rota, share, today, hide=hide)
    if form == "csv" and out is None:
        _print(one.roster(), as_json=as_json)
        return
    marked = marking(classification, exported_by or login_name(), london_now())
    start = before(previous, rota, question) if form == "ics" else None
    _write(one, form, out, marked, start, as_json=as_json)


def _form(asked: str | None, out: Path | None) -> str:
    """The form that is asked for; the file's ending says it too, and may not say another one."""
    forms = ("csv", "xlsx", "ics")
    refuse_unknown("form", asked, forms)
    ending = out.suffix.lower().removeprefix(".") if out is not None else ""
    if asked and ending in forms and asked != ending:
        raise Refusal([f"{out} says {ending} and --format {asked}: let them say the same"])
    return asked or (ending if ending in forms else "csv")


def _share(
    programme: Programme,
    asked: tuple[str | None, str | None, str | None, str | None],
    days: tuple[date | None, date | None],
) -> RosterFilter:
    from models.inspectorate import Inspectorate
    from models.tables import RosterFilter

    inspector, inspectorate, authority, force = asked
    refuse_unknown("inspectorate", inspectorate, [body.value for body in Inspectorate])
    refuse_unknown("inspector id", inspector, programme.inspector_of)
    refuse_unknown("authority code", authority, programme.authority_of)
    refuse_unknown("force code", force, programme.force_of)
    return RosterFilter(
        inspector=inspector,
        inspectorate=Inspectorate(inspectorate) if inspectorate else None,
        authority=authority,
        force=force,
        from_day=days[0],
        to_day=days[1],
    )


def _one(
    programme: Programme, rota: Path, share: RosterFilter, today: date | None, *, hide: bool
) -> OneShare:
    """The share, with what lies beyond the reveal horizon hidden where that is asked."""
    from api.completion import complete
    from api.exports.share.one import OneShare, hidden_codes
    from api.exports.share.reveal import london_now, reveal_day, revealed_codes

    whole = complete(programme, open_rota(rota, programme))
    if not hide:
        return OneShare(programme, whole, share)
    revealed = revealed_codes(programme, whole, reveal_day(today, rota, london_now()))
    return OneShare(programme, whole, share, hidden_codes(programme, revealed))


def _print(table: Table, *, as_json: bool) -> None:
    from models.tables import export_text

    if as_json:
        print_json([dict(zip(table.columns, row, strict=True)) for row in table.rows])
    else:
        typer.echo(export_text(table), nl=False)


def _write(
    one: OneShare,
    form: str,
    out: Path | None,
    marked: Marking,
    start: Previous | None,
    *,
    as_json: bool,
) -> None:
    """Write the share to its file, or a calendar to the screen."""
    from api.exports.share.one import write_marked

    content = one.content(form, marked, start)
    if content is None:
        raise Refusal(["nothing is in this share, and a calendar may not be empty"])
    if out is None:
        typer.echo(content.data, nl=False)
        return
    written = [str(path) for path in write_marked(out, content.data, form, marked)]
    if as_json:
        print_json({"files": written, "form": form, "rows": content.rows, "serial": marked.serial})
    else:
        typer.echo(f"Wrote {' and '.join(written)}: serial number {marked.serial}.")
