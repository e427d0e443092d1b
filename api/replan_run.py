"""Runs what every command that re-plans runs, and what it says when no rota comes of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from api.errors import Refusal
from api.exit_codes import OF_STATUS, ExitCode

if TYPE_CHECKING:
    from api.running import StopSignals
    from data import Baseline
    from models.changes import Change
    from models.programme import Programme
    from models.replan import Replanned
    from models.rota import Rota
    from planner.replanning import ReplanOptions

Answer = TypeVar("Answer")

_HEADLINES = {
    ExitCode.IMPOSSIBLE: "impossible: after these changes no rota keeps every rule",
    ExitCode.OUT_OF_TIME: "time ran out before a rota was found",
    ExitCode.REFUSED: "this is a bug: the checker refused our own answer, nothing was written",
    ExitCode.STOPPED: "stopped before a rota was found: nothing was written",
}


def _seconds_to_write(programme: Programme, rotas: int = 1) -> float:
    """What stays for writing the files and ending the process, which ``--seconds`` counts too."""
    return 0.4 + rotas * len(programme.authorities) / 400


def asked(
    answer: Callable[[Programme, Rota, Sequence[Change], ReplanOptions], Answer],
    programme: str,
    places: tuple[Path, Path | None],
    options: ReplanOptions,
    signals: StopSignals,
    rotas: int = 1,
) -> tuple[Baseline, Answer]:
    """The baseline, and the answer to the changes made to it: ``places`` are the paths of both.

    With progress on standard error; some of the time is left for writing so many rotas. Refuses a
    broken baseline.
    """
    from api.commands.arguments import open_programme
    from api.replan_question import open_question

    question = open_programme(programme)
    given, told = open_question(question, *places, options.today)
    seconds = options.seconds - _seconds_to_write(question, rotas)

    def work(heard: ReplanOptions) -> Answer:
        return answer(question, given.rota, told, heard)

    return given, _run(work, given, dataclasses.replace(options, seconds=seconds), signals)


def _run(
    work: Callable[[ReplanOptions], Answer],
    given: Baseline,
    options: ReplanOptions,
    signals: StopSignals,
) -> Answer:
    """The answer of ``work``; a baseline that only lacks what was dropped is mended."""
    from api.replan_question import broken, follow_a_drop
    from api.shown_run import shown_run
    from planner.replanning import BaselineBroken

    try:
        return shown_run(work, options, signals)
    except BaselineBroken as refused:
        if not follow_a_drop(given, refused.breaches):
            raise broken(refused.breaches) from None
        return shown_run(work, dataclasses.replace(options, repair=True), signals)


def refuse_without_rota(replanned: Replanned) -> None:
    """Refuse to go on where there is no rota, and say why there is none."""
    result = replanned.result
    code = OF_STATUS[result.status]
    if result.rota is None or code is ExitCode.REFUSED:
        raise Refusal([_HEADLINES[code], *result.reasons], code)


def whole(replanned: Replanned, given: Baseline, folder: Path, seconds: float) -> Replanned:
    """The answer with the limit that was asked for, known bounds, and authorities dropped.

    What a run proved of this very programme holds for every rota of it; the baseline's folder
    says it, so that a re-plan that changes nothing gives the same files.
    """
    from api.dropped import with_dropped
    from api.exports.run_files import read_run

    result = replanned.result
    limits = {**result.certificate.limits, "seconds": seconds}
    # The tiers' least number of points holds for rotas that change as little, not for all.
    known = read_run(folder, replanned.programme)
    goals = None if result.goals is None else known.bounded(result.goals)
    certificate = result.certificate.model_copy(update={"limits": limits})
    answer = result.model_copy(update={"certificate": certificate, "goals": goals})
    return with_dropped(replanned.model_copy(update={"result": answer}), given.dropped)
