"""``rota whatif``: what a change of policy or staff would be worth, planned both ways."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    RotaArgument,
    open_programme,
    open_rota,
    print_json,
    refuse_unknown,
)
from api.errors import Refusal
from api.exit_codes import ExitCode

if TYPE_CHECKING:
    from api.running import StopSignals
    from models.answers import WhatIf
    from models.inspectorate import Inspectorate
    from models.programme import Programme
    from models.rota import Rota
    from planner import Progress
    from planner.answers.whatif import WhatIfOptions

SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        show_default=False,
        help="A key of programme.toml, policy.concurrency.starts_per_week=4 say, with a value as "
        "TOML writes it. May be repeated.",
    ),
]
AddOption = Annotated[
    list[str] | None,
    typer.Option(
        "--add",
        metavar="BODY:N",
        show_default=False,
        help="So many made-up inspectors more, cqc:1 say: full-time, at the middle of the "
        "inspectorate's bases. May be repeated.",
    ),
]
SecondsOption = Annotated[
    float, typer.Option("--seconds", min=1, help="The work of each run, in about so many seconds.")
]
RunsOption = Annotated[int, typer.Option("--runs", min=2, help="Runs each way.")]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", min=1, show_default="2", help="Processes that search."),
]
SeedOption = Annotated[
    str | None,
    typer.Option(
        "--seed", metavar="TEXT", show_default=False, help="With one seed the answer is the same."
    ),
]


def whatif(
    programme: ProgrammeArgument,
    rota: RotaArgument,
    settings: SetOption = None,
    add: AddOption = None,
    seconds: SecondsOption = 30,
    runs: RunsOption = 5,
    workers: WorkersOption = None,
    seed: SeedOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what a change of policy or staff would be worth.

    The programme is planned as it is and with the change, with the same seeds and the same work.
    Better or worse is said only where all runs agree. Ctrl-C ends it with what is known by then.
    """
    from api.running import StopSignals

    with StopSignals() as signals:
        from planner.answers.whatif import WhatIfOptions

        question = open_programme(programme)
        changed = _changed(question, settings or [], add or [])
        options = WhatIfOptions(
            seconds=seconds, runs=runs, workers=workers, seed=seed, stop=signals.stop
        )
        typer.echo(_announced(options), err=True)
        answer = _run(question, open_rota(rota, question), changed, options, signals)
    _tell(answer, as_json)
    raise typer.Exit(_code(answer))


def _changed(programme: Programme, settings: Sequence[str], add: Sequence[str]) -> Programme:
    """The programme with the change that was asked for."""
    from data.changed_settings import change_settings
    from data.problems import DataProblems
    from models.made_up import with_more

    if not settings and not add:
        raise Refusal(["nothing to change: give --set KEY=VALUE or --add BODY:N"])
    texts = dict(_halves(each, "=", "--set", "KEY=VALUE") for each in settings)
    try:
        changed = change_settings(programme, texts) if texts else programme
    except DataProblems as found:
        raise Refusal(f"--set {each}" for each in map(_without_file, found.problems)) from None
    return with_more(changed, dict(map(_read_addition, add))) if add else changed


def _without_file(problem: object) -> str:
    return str(problem).removeprefix("programme.toml, ")


def _halves(text: str, between: str, option: str, form: str) -> tuple[str, str]:
    first, given, second = text.partition(between)
    if not given:
        raise Refusal([f"{option} {text}: {form} is wanted"])
    return first.strip(), second.strip()


def _read_addition(text: str) -> tuple[Inspectorate, int]:
    from models.inspectorate import Inspectorate

    body, number = _halves(text, ":", "--add", "BODY:N")
    refuse_unknown("inspectorate", body, [each.value for each in Inspectorate])
    if not number.isdecimal() or not 1 <= int(number) <= 99:
        raise Refusal([f"--add {text}: a whole number from 1 to 99 is wanted, not {number!r}"])
    return Inspectorate(body), int(number)


def _announced(options: WhatIfOptions) -> str:
    """How long it will take, said before it begins."""
    minutes = 2 * options.runs * options.seconds / 60
    return (
        f"Planning {2 * options.runs} times, {options.runs} each way, of some "
        f"{options.seconds:g} s of two free cores each: {minutes:.1f} minutes in all."
    )


def _run(
    programme: Programme,
    rota: Rota,
    changed: Programme,
    options: WhatIfOptions,
    signals: StopSignals,
) -> WhatIf:
    """Plan in a thread of its own, with progress on standard error."""
    from dataclasses import replace
    from queue import SimpleQueue

    from api.progress import shown_progress
    from api.running import Job
    from planner.answers.whatif import whatif as plan_both_ways

    told: SimpleQueue[Progress] = SimpleQueue()
    heard = replace(options, progress=told.put)
    began = time.monotonic()
    with shown_progress() as show:

        def tick() -> None:
            signals.leave_if_asked_twice()
            while not told.empty():
                show.tell(told.get())
            show.tick(time.monotonic() - began)

        return Job(lambda: plan_both_ways(programme, rota, changed, heard)).answer(tick)


def _tell(answer: WhatIf, as_json: bool) -> None:
    from api.terminal import tell
    from api.whatif_words import whatif_json, whatif_lines

    if as_json:
        print_json(whatif_json(answer))
    else:
        tell(whatif_lines(answer))


def _code(answer: WhatIf) -> ExitCode:
    if answer.impossible:
        return ExitCode.IMPOSSIBLE
    if answer.stopped:
        return ExitCode.STOPPED
    return ExitCode.OUT_OF_TIME if answer.unfound else ExitCode.DONE
