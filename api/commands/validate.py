"""``rota validate``: every problem of the data at once, and what arithmetic says of the whole."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import typer

from api.commands.arguments import JsonOption, ProgrammeArgument, place_of, print_json
from api.exit_codes import ExitCode

if TYPE_CHECKING:
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
    for warning in warnings:
        typer.echo(f"warning: {warning}", err=True)
    for problem in problems:
        typer.echo(str(problem), err=True)
    for reason in reasons:
        typer.echo(reason, err=True)
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


def _as_json(
    problems: tuple[DataProblem, ...], warnings: tuple[DataProblem, ...], reasons: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "problems": [dataclasses.asdict(each) for each in problems],
        "warnings": [dataclasses.asdict(each) for each in warnings],
        "impossible": list(reasons),
    }
