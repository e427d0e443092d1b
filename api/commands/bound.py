"""``rota bound``: what no rota goes below, by part and by goal; of a rota also the gap."""

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
from api.exit_codes import ExitCode

if TYPE_CHECKING:
    from api.running import StopSignals
    from models.programme import Programme
    from models.rota import Rota
    from planner.prove import Bounds

RotaArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="[ROTA]", show_default=False, help="A rota, to say how far it is from the bound."
    ),
]


def bound(
    programme: ProgrammeArgument,
    rota: RotaArgument = None,
    seconds: SecondsOption = 30,
    as_json: JsonOption = False,
) -> None:
    """Prove how good a rota can be at best, and where a rota falls short; Ctrl-C ends sooner."""
    from api.gap_words import bound_json, bound_parts, gap_json, gap_parts
    from api.running import StopSignals
    from api.terminal import tell

    question = open_programme(programme)
    given = None if rota is None else _kept_rota(question, rota)
    with StopSignals() as signals:
        bounds = _prove(question, seconds, signals)
        stopped = signals.stop.is_set()
    if as_json:
        gap = {} if given is None else {"rota": gap_json(question, given, bounds)}
        print_json({**bound_json(bounds), **gap, "stopped": stopped})
    else:
        tell(bound_parts(bounds))
        tell(() if given is None else gap_parts(question, given, bounds))
    raise typer.Exit(ExitCode.STOPPED if stopped else ExitCode.DONE)


def _kept_rota(question: Programme, path: Path) -> Rota:
    """The rota, if it keeps every rule; a bound says nothing of one that does not."""
    from api.exports.run_files import day_of_certificate
    from api.verdict import verdict_on

    filled, breaches = verdict_on(question, open_rota(path, question), day_of_certificate(path))
    refusing = [each for each in breaches if not each.history]
    if refusing:
        raise Refusal(
            [
                "the rota breaks rules, so that the bound does not hold for it",
                *(each.sentence for each in refusing[:3]),
                f"rota check {path.name} names all {len(refusing)}",
            ],
            ExitCode.NO,
        )
    return filled


#: Seconds that stay for saying what was proven.
_SECONDS_TO_SAY = 0.3


class _EnoughError(Exception):
    """No more time, or no more patience, to prove more."""


def _prove(question: Programme, seconds: float, signals: StopSignals) -> Bounds:
    """Prove in a thread of its own until time is up; what is proven by then is the answer."""
    import time
    from contextlib import suppress

    from api.process_age import process_began
    from api.running import Job
    from planner.facts import Facts
    from planner.prove import Bounds, prove_bound

    _refuse_impossible(question)
    until = process_began() + seconds - _SECONDS_TO_SAY
    known = [Bounds()]

    def tick() -> None:
        stopped = signals.stop.is_set()
        if stopped or (time.monotonic() > until and known[-1].parts):
            raise _EnoughError

    job = Job(lambda: prove_bound(Facts(question), until - time.monotonic(), known.append))
    with suppress(_EnoughError):
        return job.answer(tick)
    if not known[-1].parts:
        raise Refusal(["stopped before anything was proven"], ExitCode.STOPPED)
    return known[-1]


def _refuse_impossible(question: Programme) -> None:
    from planner.arithmetic import impossibilities

    if reasons := impossibilities(question):
        raise Refusal(["impossible: no rota keeps every rule", *reasons], ExitCode.IMPOSSIBLE)
