"""``rota export``: the rota whole and cut, one file for each person or body, in every form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
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
    place_of,
    print_json,
    read_day,
    refuse_unknown,
)
from api.errors import Refusal

if TYPE_CHECKING:
    from api.charts.sheets import Sheets
    from api.exports.share import Export
    from api.exports.share.index import Listed

OutOption = Annotated[
    Path,
    typer.Option("--out", metavar="FOLDER", show_default=False, help="Where the files go."),
]
FormatOption = Annotated[
    str,
    typer.Option("--format", metavar="FORMS", help="Of csv, xlsx, ics, html and png, by comma."),
]
ByOption = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="CUTS",
        help="Of whole, inspector, inspectorate, authority and force, by comma.",
    ),
]
PreviousOption = Annotated[
    Path | None,
    typer.Option(
        "--previous",
        metavar="FOLDER",
        show_default=False,
        help="Last week's export, or the rota that was first exported: calendars go on from it.",
    ),
]
TodayOption = Annotated[
    date | None,
    typer.Option(
        parser=read_day,
        metavar="DATE",
        show_default=False,
        help="The day from which the reveal horizon counts. Without it, the certificate's, or "
        "else the day it is in London.",
    ),
]
ClassificationOption = Annotated[
    str, typer.Option("--classification", metavar="WORDS", help="The marking of every file.")
]
ExportedByOption = Annotated[
    str | None,
    typer.Option(
        "--exported-by",
        metavar="NAME",
        show_default=False,
        help="Who exports, for the marking. Without it, the name you are logged in by.",
    ),
]

ALL_CUTS = "whole,inspector,inspectorate,authority,force"


def export(
    programme: ProgrammeArgument,
    rota: RotaArgument,
    out: OutOption,
    forms: FormatOption = "csv,xlsx,ics,html",
    by: ByOption = ALL_CUTS,
    previous: PreviousOption = None,
    today: TodayOption = None,
    classification: ClassificationOption = "OFFICIAL-SENSITIVE",
    exported_by: ExportedByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write a rota whole and cut, one file for each person or body, and an index of them.

    Inspectors' own files name an authority only from the reveal horizon on. With last week's
    export as --previous, calendars move and take back what they were given then.
    """
    from api.exports.share import CUTS, FORMS, refuse_as_export, write_export
    from api.sheets import sheets_of

    wanted = chosen("form", forms, FORMS)
    kinds = chosen("cut", by, CUTS)
    refuse_as_export(out)
    _refuse_over(out, [rota, *filter(None, [previous]), place_of(programme)])
    question = open_programme(programme)
    sheets = sheets_of(question, open_rota(rota, question), rota)
    if sheets.breaches:
        said = f"warning: the rota breaks rules, {len(sheets.breaches)} times: see rota check"
        typer.echo(said, err=True)
    made = _export(sheets, (rota, previous), (wanted, kinds), today, (classification, exported_by))
    files = write_export(out, made)
    _tell(made, out, files, as_json=as_json)


def _export(
    sheets: Sheets,
    folders: tuple[Path, Path | None],
    choice: tuple[tuple[str, ...], tuple[str, ...]],
    today: date | None,
    signed: tuple[str, str | None],
) -> Export:
    """What is exported, with the calendars that follow on those of ``folders``."""
    from api.exports.calendar import events_of, issued
    from api.exports.marking import login_name, marking
    from api.exports.share import Export, Previous, Shares, revealed_codes
    from api.exports.share.forms import Source
    from api.exports.share.previous import before
    from api.exports.share.reveal import london_now, reveal_day

    programme, whole, (rota, previous) = sheets.programme, sheets.rota, folders
    forms, kinds = choice
    now = london_now()
    revealed = revealed_codes(programme, whole, reveal_day(today, rota, now))
    start = before(previous, rota, programme)
    issue = issued(start.key, start.ledger, events_of(programme, whole, revealed))
    kept = Previous(issue.key, issue.ledger) if "ics" in forms else start if previous else None
    source = Source(sheets, issue, marking(signed[0], signed[1] or login_name(), now))
    return Export(source, Shares(programme, whole, revealed), forms, kinds, kept)


def chosen(what: str, text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The words of a list by comma, in the order of ``known``; what is not known is refused."""
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    for word in words:
        refuse_unknown(what, word, known)
    if not words:
        raise Refusal([f"no {what} is asked for: give some of {', '.join(known)}"])
    return tuple(each for each in known if each in words)


def _refuse_over(out: Path, inputs: list[Path]) -> None:
    """Refuse to write over what is read: an index is the only record of what went to whom."""
    from api.exports.replan import refuse_overwriting

    refuse_overwriting(out, inputs)


def _tell(export: Export, out: Path, files: tuple[Listed, ...], *, as_json: bool) -> None:
    from api.exports.share.index import INDEX_FILE
    from api.exports.share.previous import KEPT_FOLDER

    marking = export.source.marking
    counted = Counter(each.cut.kind for each in files)
    if as_json:
        print_json(
            {
                "folder": str(out),
                "serial": marking.serial,
                "classification": marking.classification,
                "exported_by": marking.by,
                "exported_at": marking.at.isoformat(timespec="seconds"),
                "files": dict(counted),
                "index": INDEX_FILE,
                "needs_approval": export.needs_approval,
            }
        )
        return
    said = ", ".join(f"{number} {kind}" for kind, number in counted.items())
    typer.echo(f"Wrote {len(files)} files to {out} ({said}): serial number {marking.serial}.")
    typer.echo(f"What went to whom: {out / INDEX_FILE}")
    if export.needs_approval:
        typer.echo(
            "It tells of more than one inspectorate beyond the reveal horizon: before any of that "
            "is sent, another manager approves it."
        )
    if export.kept is not None:
        typer.echo(
            f"Next time give --previous {out}; its folder {KEPT_FOLDER} goes to nobody: it holds "
            "the key to the calendars."
        )
