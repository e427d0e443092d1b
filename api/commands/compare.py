"""``rota compare``: what is different between two rotas of one programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.arguments import JsonOption, ProgrammeArgument, open_programme, print_json
from api.errors import Refusal

if TYPE_CHECKING:
    from api.charts.pair import Pair
    from data.problems import DataProblem
    from models.programme import Programme
    from models.rota import Rota

BeforeArgument = Annotated[
    Path, typer.Argument(metavar="A", show_default=False, help="The rota before: a folder.")
]
AfterArgument = Annotated[
    Path, typer.Argument(metavar="B", show_default=False, help="The rota after: a folder.")
]
PageOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        show_default=False,
        help="Make one page of both that needs no network, and write it here.",
    ),
]


def compare(
    programme: ProgrammeArgument,
    before: BeforeArgument,
    after: AfterArgument,
    out: PageOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell what is different between two rotas of one programme: slots, people, reviews, goals.

    A re-plan and its baseline are compared by the programme that the re-plan wrote.
    """
    from api.compare_words import compare_json, compare_parts
    from api.terminal import tell

    question = open_programme(programme)
    pair = _pair(question, before, after)
    size = None if out is None else _write_page(pair, (before, after), out)
    if as_json:
        print_json({**compare_json(pair), "page": out and str(out), "bytes": size})
        return
    tell(compare_parts(pair))
    if size is not None:
        typer.echo(f"Wrote {out} ({size / 1e6:.1f} MB): open it in a browser.")


def _pair(programme: Programme, before: Path, after: Path) -> Pair:
    from api.charts.pair import Pair
    from api.sheets import sheets_of

    opened = [(_open(path, programme), path) for path in (before, after)]
    first, second = (sheets_of(programme, rota, path) for rota, path in opened)
    return Pair(first, second, tuple(_remarks(programme, before, after)))


def _remarks(programme: Programme, before: Path, after: Path) -> Iterator[str]:
    """Which of the two were made for another version of the programme, as a baseline is."""
    from api.exports.run_files import read_certificate
    from models.tables import inputs_sha256

    for name, path in (("before", before), ("after", after)):
        certificate = read_certificate(path)
        if certificate and certificate.inputs_sha256 != inputs_sha256(programme):
            yield (
                f"The rota {name} was made for another version of the programme; "
                "its goals and its breaches are by the version given here."
            )


def _open(path: Path, programme: Programme) -> Rota:
    """The rota in a folder; all codes that the programme lacks are one sentence."""
    from data import read_rota
    from data.problems import DataProblems

    try:
        return read_rota(path, programme)
    except DataProblems as found:
        raise Refusal(_sentences(path, found.problems)) from None


def _sentences(path: Path, problems: Iterable[DataProblem]) -> Iterator[str]:
    unknown: dict[str, None] = {}
    others = []
    for each in problems:
        if each.message.startswith("unknown "):
            unknown[f"{each.column} {each.value}"] = None
        else:
            others.append(str(each))
    if unknown:
        named = ", ".join(list(unknown)[:10]) + (", ..." if len(unknown) > 10 else "")
        yield (
            f"{path} names what this programme does not have: {named}; "
            "compare a re-plan by the programme that it wrote"
        )
    yield from (f"{path}: {said}" for said in others)


def _write_page(pair: Pair, folders: tuple[Path, Path], out: Path) -> int:
    from api.exports.file import write_file
    from api.pages.compare_page import render_compare_page
    from api.pages.page import inline_assets

    names = folders[0].resolve().name, folders[1].resolve().name
    page = render_compare_page(pair, names, inline_assets()).encode()
    write_file(out, page)
    return len(page)
