"""``rota explain``: why there is no rota, and what was tried and would help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    SecondsOption,
    open_programme,
    print_json,
    read_day,
)
from api.commands.plan import SeedOption, WorkersOption
from api.commands.replan import ChangesOption
from api.errors import Refusal
from api.exit_codes import ExitCode
from api.process_age import process_began

if TYPE_CHECKING:
    from api.running import StopSignals
    from models.explanation import Explanation
    from models.programme import Programme
    from planner.conflict import ExplainOptions

BaselineArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="[BASELINE]",
        show_default=False,
        help="The rota that is under way, for a re-plan that is impossible; with --today.",
    ),
]
TodayOption = Annotated[
    date | None,
    typer.Option(
        "--today",
        parser=read_day,
        metavar="DATE",
        show_default=False,
        help="With BASELINE: inspections that started before this day stand as they are.",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        show_default=False,
        help="Where the programme with the first way out goes, to plan with.",
    ),
]

#: The exit code of each ``models.explanation.ExplanationStatus``, by its word.
_CODES = {
    "rota_exists": ExitCode.DONE,
    "impossible": ExitCode.IMPOSSIBLE,
    "not_proven_impossible": ExitCode.OUT_OF_TIME,
    "stopped": ExitCode.STOPPED,
}
#: Seconds that stay for saying what was found.
_SECONDS_TO_SAY = 0.3


def explain(
    programme: ProgrammeArgument,
    baseline: BaselineArgument = None,
    changes: ChangesOption = None,
    today: TodayOption = None,
    seconds: SecondsOption = 60,
    workers: WorkersOption = None,
    seed: SeedOption = None,
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what clashes where there is no rota, and which changes help.

    Rules and facts that cannot be kept together, no more of them than needed, confirmed by a
    second solve; and ways out, each tried by a whole plan before it is offered. With BASELINE and
    --today the same of a re-plan: what has begun stands, and --changes are taken in.
    """
    from api.explanation_words import explanation_json, explanation_lines
    from api.running import StopSignals
    from api.terminal import tell

    with StopSignals() as signals:
        from planner.conflict import ExplainOptions

        _refuse_taken(out)
        _refuse_half(baseline, changes, today)
        question = open_programme(programme)
        options = ExplainOptions(
            seconds=seconds - _SECONDS_TO_SAY,
            workers=workers,
            seed=seed,
            began=process_began(),
            stop=signals.stop,
        )
        explanation = _run(_work(question, baseline, changes, today), options, signals)
    if as_json:
        print_json(explanation_json(explanation))
    else:
        tell(explanation_lines(explanation))
    _keep(explanation, out)
    raise typer.Exit(_CODES[explanation.status.value])


def _work(
    question: Programme, baseline: Path | None, changes: Path | None, today: date | None
) -> Callable[[ExplainOptions], Explanation]:
    """What is to be explained: a programme, or what changes to a rota under way ask for."""
    from planner.conflict import explain as explain_programme
    from planner.conflict import explain_changes

    if baseline is None or today is None:
        return lambda heard: explain_programme(question, heard)
    from api.replan_question import open_question

    given, told = open_question(question, baseline, changes, today)
    return lambda heard: explain_changes(question, given.rota, told, today, heard)


def _run(
    work: Callable[[ExplainOptions], Explanation], options: ExplainOptions, signals: StopSignals
) -> Explanation:
    from api.shown_run import shown_run

    return shown_run(work, options, signals)


def _refuse_half(baseline: Path | None, changes: Path | None, today: date | None) -> None:
    """Refuse changes without a rota, and a rota without a day."""
    if baseline is None and (changes or today):
        raise Refusal(["--changes and --today are about a rota under way: give BASELINE too"])
    if baseline is not None and today is None:
        raise Refusal(["with BASELINE, --today says what has begun and stands: give it too"])


def _refuse_taken(out: Path | None) -> None:
    """Refuse a folder that is there and not empty before any time is spent."""
    if out is not None and out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refusal([f"{out} is there already and not empty: give another folder"])


def _keep(explanation: Explanation, out: Path | None) -> None:
    """Write the programme of the first way out, if there is one and it is wanted."""
    from data import write_programme

    if out is None or not explanation.ways_out:
        return
    try:
        write_programme(explanation.ways_out[0].programme, out)
    except FileExistsError as taken:
        raise Refusal([str(taken)]) from None
    typer.echo(f"The programme with the first way out is in {out}.", err=True)
    typer.echo(f"To see what it is worth: rota plan {out} --out rota", err=True)
