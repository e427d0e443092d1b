"""``rota plan``: the rota, all its files, and what was made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    SecondsOption,
    open_programme,
    open_rota,
    print_json,
)
from api.errors import Refusal
from api.exit_codes import OF_STATUS, ExitCode
from api.process_age import process_began

if TYPE_CHECKING:
    from api.running import StopSignals
    from models.programme import Programme
    from models.result import PlanResult
    from planner import PlanOptions


def _is_a_gap(gap: float) -> float:
    """The gap, if it is one; the planner would refuse it too, but without the option's name."""
    if not 0 <= gap < 1:
        raise typer.BadParameter(f"{gap:g} is not a share of the total: at least 0, below 1")
    return gap


OutOption = Annotated[
    Path, typer.Option("--out", metavar="FOLDER", show_default=False, help="Where the rota goes.")
]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", min=1, show_default="one a core", help="Processes that search."),
]
SeedOption = Annotated[
    str | None,
    typer.Option(
        "--seed",
        metavar="TEXT",
        show_default="128 secret random bits",
        help="Two runs with one seed search alike.",
    ),
]
GapOption = Annotated[
    float,
    typer.Option(
        "--gap",
        callback=_is_a_gap,
        metavar="SHARE",
        help="Stop once (total - bound) / total is no larger, 0.08 say. 0: once proven best.",
    ),
]
StartOption = Annotated[
    Path | None,
    typer.Option(
        "--start",
        metavar="ROTA",
        show_default=False,
        help="Go on from this rota, made by plan or by hand, and never end worse. One that "
        "breaks a rule is mended first, and it is said what was mended.",
    ),
]
RepeatableOption = Annotated[
    bool,
    typer.Option(
        "--repeatable",
        help="Count work, not seconds: the same rota from the same inputs, seed and limits.",
    ),
]


def plan(
    programme: ProgrammeArgument,
    out: OutOption,
    seconds: SecondsOption = 60,
    workers: WorkersOption = None,
    seed: SeedOption = None,
    gap: GapOption = 0,
    start: StartOption = None,
    repeatable: RepeatableOption = False,
    as_json: JsonOption = False,
) -> None:
    """Plan a rota and write its files; Ctrl-C keeps the best found."""
    from api.running import StopSignals

    with StopSignals() as signals:
        from api.exports.csv import refuse_as_target, write_rota
        from planner import PlanOptions
        from planner.seed import draw_seed

        refuse_as_target(out)
        drawn = seed or draw_seed()
        question = open_programme(programme)
        options = PlanOptions(
            seconds=seconds - (0 if repeatable else _seconds_to_write(question)),
            workers=workers,
            seed=drawn,
            gap=gap,
            repeatable=repeatable,
            start=None if start is None else open_rota(start, question),
            began=process_began(),
            stop=signals.stop,
        )
        result = _asked_for(_run(question, options, signals), seconds)
        _refuse_without_rota(result)
        files = write_rota(out, question, result, drawn)
    if as_json:
        print_json(_as_json(result, out, files))
    else:
        _say(result, programme, out, files)
    raise typer.Exit(OF_STATUS[result.status])


def _seconds_to_write(programme: Programme) -> float:
    """What stays for writing the files and ending the process, which ``--seconds`` counts too."""
    return 0.25 + len(programme.authorities) / 600


def _asked_for(result: PlanResult, seconds: float) -> PlanResult:
    """The result with the limit that was asked for in its certificate."""
    limits = {**result.certificate.limits, "seconds": seconds}
    certificate = result.certificate.model_copy(update={"limits": limits})
    return result.model_copy(update={"certificate": certificate})


def _run(programme: Programme, options: PlanOptions, signals: StopSignals) -> PlanResult:
    """Plan in a thread of its own, with progress on standard error, until done or stopped."""
    from api.shown_run import shown_run
    from planner import plan as plan_rota

    return shown_run(lambda heard: plan_rota(programme, heard), options, signals)


_HEADLINES = {
    ExitCode.IMPOSSIBLE: "impossible: no rota keeps every rule",
    ExitCode.OUT_OF_TIME: "time ran out before a rota was found",
    ExitCode.REFUSED: "this is a bug: the checker refused our own answer, nothing was written",
    ExitCode.STOPPED: "stopped before a rota was found: nothing was written",
}


def _refuse_without_rota(result: PlanResult) -> None:
    if result.rota is None or OF_STATUS[result.status] is ExitCode.REFUSED:
        code = OF_STATUS[result.status]
        raise Refusal([_HEADLINES[code], *result.reasons], code)


def _say(result: PlanResult, programme: str, out: Path, files: list[str]) -> None:
    from api.goal_words import goal_parts
    from api.terminal import tell

    assert result.rota is not None
    assert result.goals is not None
    stopped = " The run was stopped; this is the best rota it had found." * (
        OF_STATUS[result.status] is ExitCode.STOPPED
    )
    typer.echo(
        f"A rota of {len(result.rota.inspections)} inspections by "
        f"{len({each.inspector_id for each in result.rota.deployments})} inspectors, "
        f"{result.status.value}; {result.certificate.checker}.{stopped}"
    )
    tell([*goal_parts(result.goals), *result.reasons])
    typer.echo(
        f"Took {result.certificate.wall_seconds:.1f} s. Written to {out}: {', '.join(files)}"
    )
    typer.echo(f"To look at it: rota show {programme} {out} --out page.html")


def _as_json(result: PlanResult, out: Path, files: list[str]) -> object:
    from api.goal_words import goals_json

    assert result.goals is not None
    return {
        "status": result.status.value,
        "checker": result.certificate.checker,
        "goals": goals_json(result.goals),
        "seconds": result.certificate.wall_seconds,
        "folder": str(out),
        "files": files,
        "notes": list(result.reasons),
    }
