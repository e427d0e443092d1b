"""``rota validate``: every problem of the data at once, and what arithmetic says of the whole."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from api.commands.arguments import JsonOption, ProgrammeArgument, place_of, print_json
from api.exit_codes import ExitCode

if TYPE_CHECKING:
    from api.terminal import Table
    from data import DataProblem
    from models.programme import Programme


def validate(programme: ProgrammeArgument, as_json: JsonOption = False) -> None:
    """Name every problem of the data, all at once.

    Each with its file, row, column and value, and what would be right; and, where plain
    arithmetic shows that the whole cannot work, the sentence that says so.
    """
    from data import DataProblems, read_programme_with_warnings
    from planner.arithmetic import impossibilities

    question: Programme | None = None
    problems: tuple[DataProblem, ...] = ()
    warnings: tuple[DataProblem, ...] = ()
    try:
        question, warnings = read_programme_with_warnings(place_of(programme))
    except DataProblems as found:
        problems = found.problems
    reasons = impossibilities(question) if question is not None else ()
    if as_json:
        print_json(_as_json(problems, warnings, reasons))
    else:
        _say(question, problems, warnings, reasons)
    if problems:
        raise typer.Exit(ExitCode.BAD_INPUT)
    raise typer.Exit(ExitCode.IMPOSSIBLE if reasons else ExitCode.DONE)


def _say(
    programme: Programme | None,
    problems: tuple[DataProblem, ...],
    warnings: tuple[DataProblem, ...],
    reasons: tuple[str, ...],
) -> None:
    from api.terminal import tell

    tell([*_tables(problems, warnings), *reasons], err=True)
    if programme is None:
        typer.echo(f"{len(problems)} problem{'s' * (len(problems) != 1)}")
    elif reasons:
        typer.echo("The data can be read, but no rota keeps every rule.")
    else:
        typer.echo(
            f"Nothing is wrong with {programme.name}: {len(programme.authorities)} authorities, "
            f"{len(programme.forces)} forces, {len(programme.inspectors)} inspectors, "
            f"{programme.weeks} weeks."
        )


def _tables(
    problems: tuple[DataProblem, ...], warnings: tuple[DataProblem, ...]
) -> Iterator[Table]:
    """Warnings and problems, a row each; where there is no terminal, a line each."""
    from api.terminal import Column, Table

    row = Column("Row", number=True)
    columns = [Column("File"), row, Column("Column"), Column("Value"), Column("What is wrong")]
    for title, found, said in (("Warnings", warnings, "warning: "), ("Problems", problems, "")):
        rows = [
            (each.file, f"{each.row or ''}", _column(each), each.value, each.message)
            for each in found
        ]
        if rows:
            yield Table(columns, rows, title, plain=[f"{said}{each}" for each in found])


def _column(problem: DataProblem) -> str:
    """The column's name, in a workbook with its letter."""
    return " ".join(filter(None, (problem.letter, problem.column)))


def _as_json(
    problems: tuple[DataProblem, ...], warnings: tuple[DataProblem, ...], reasons: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "problems": [dataclasses.asdict(each) for each in problems],
        "warnings": [dataclasses.asdict(each) for each in warnings],
        "impossible": list(reasons),
    }
