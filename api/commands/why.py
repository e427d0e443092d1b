"""``rota why``: why not there, then? What it would cost and change, or which rules forbid it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    RotaArgument,
    SecondsOption,
    TodayOption,
    open_programme,
    place_of,
    print_json,
    read_day,
    refuse_unknown,
)
from api.errors import Refusal
from api.exit_codes import OF_STATUS, ExitCode
from api.process_age import process_began

if TYPE_CHECKING:
    from api.running import StopSignals
    from models.programme import Programme
    from models.rota import Rota
    from models.why_not import WhyNot
    from planner import ReplanOptions

AuthorityOption = Annotated[
    str,
    typer.Option("--authority", metavar="CODE", show_default=False, help="Whose inspection."),
]
StartOption = Annotated[
    date | None,
    typer.Option(
        "--start",
        parser=read_day,
        metavar="DATE",
        show_default=False,
        help="Why does it not start on this Monday?",
    ),
]
InspectorOption = Annotated[
    str | None,
    typer.Option(
        "--inspector", metavar="ID", show_default=False, help="Why is this one not on the team?"
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        show_default=False,
        help="Keep the re-plan that has it here, as rota replan would.",
    ),
]


def why(
    programme: ProgrammeArgument,
    rota: RotaArgument,
    authority: AuthorityOption,
    start: StartOption = None,
    inspector: InspectorOption = None,
    today: TodayOption = None,
    seconds: SecondsOption = 10,
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer "why not there, then?" of a week or a person.

    Either it is possible: then what would change at least and what it would cost is said. Or it
    is not: then which rules forbid it. Without a today nothing is past and nothing is frozen.
    """
    from api.running import StopSignals

    with StopSignals() as signals:
        from api.replan_question import open_question
        from planner import ReplanOptions
        from planner.seed import draw_seed

        question = open_programme(programme)
        _refuse(question, authority, start, inspector)
        _refuse_out(out, [place_of(programme), rota])
        day = today or _day_of(rota)
        given, _ = open_question(question, rota, None, day or question.start)
        seed = draw_seed()
        options = ReplanOptions(
            today=day or question.start,
            freeze_weeks=None if day else 0,
            seconds=seconds - _seconds_to_write(question),
            seed=seed,
            began=process_began(),
            stop=signals.stop,
        )
        asked = (authority, start, inspector or "")
        answer = _answer(question, given.rota, asked, options, signals)
        files = _kept(answer, out, seed)
    _tell(question, answer, as_json)
    if not as_json:
        typer.echo(_kept_where(answer, out, files))
    raise typer.Exit(_code(answer))


def _code(answer: WhyNot) -> ExitCode:
    """NO where rules forbid it; where it is unsettled, as the re-plan ended."""
    from models.why_not import Possibility

    if answer.possibility is Possibility.FORBIDDEN:
        return ExitCode.NO
    if answer.possibility is Possibility.UNSETTLED and answer.replanned is not None:
        return OF_STATUS[answer.replanned.result.status]
    return ExitCode.DONE


def _seconds_to_write(programme: Programme) -> float:
    """What stays for writing and ending the process, which ``--seconds`` counts too."""
    return 0.4 + len(programme.authorities) / 400


def _refuse(
    programme: Programme, authority: str, start: date | None, inspector: str | None
) -> None:
    if (start is None) == (inspector is None):
        raise Refusal(["give one of --start and --inspector"])
    refuse_unknown("authority code", authority, programme.authority_of)
    refuse_unknown("inspector id", inspector, programme.inspector_of)
    if start is not None and start.weekday():
        raise Refusal([f"--start {start}: a {start:%A}; an inspection starts on a Monday"])


def _refuse_out(out: Path | None, inputs: list[Path]) -> None:
    from api.exports.csv import refuse_as_target
    from api.exports.replan import refuse_overwriting

    if out is not None:
        refuse_overwriting(out, inputs)
        refuse_as_target(out)


def _day_of(rota: Path) -> date | None:
    from api.exports.run_files import day_of_certificate

    return day_of_certificate(rota)


def _answer(
    programme: Programme,
    rota: Rota,
    asked: tuple[str, date | None, str],
    options: ReplanOptions,
    signals: StopSignals,
) -> WhyNot:
    """Ask with progress on standard error; a rota that itself breaks rules is refused."""
    from api.replan_question import broken
    from api.shown_run import shown_run
    from planner import BaselineBroken
    from planner import why as why_not

    authority, start, inspector = asked
    if authority not in rota.inspection_of:
        raise Refusal([f"{authority} has no inspection in this rota"])

    def work(heard: ReplanOptions) -> WhyNot:
        return why_not(programme, rota, authority, heard, start=start, inspector_id=inspector)

    try:
        return shown_run(work, options, signals)
    except BaselineBroken as refused:
        raise broken(refused.breaches) from None


def _kept(answer: WhyNot, out: Path | None, seed: str) -> list[str]:
    """The files of the re-plan, where it is to be kept and there is one."""
    from api.exports.replan import write_replan

    replanned = answer.replanned
    if out is None or replanned is None or replanned.result.rota is None:
        return []
    return write_replan(out, replanned, seed)


def _kept_where(answer: WhyNot, out: Path | None, files: list[str]) -> str:
    if files:
        return f"Written to {out}: {', '.join(files)}"
    if answer.replanned is None or answer.replanned.result.rota is None:
        return "Nothing was written."
    return "Nothing was written; --out FOLDER keeps this re-plan with all its files."


def _tell(programme: Programme, answer: WhyNot, as_json: bool) -> None:
    from api.terminal import tell
    from api.why_words import why_json, why_lines

    if as_json:
        print_json(why_json(answer))
    else:
        tell(why_lines(programme, answer))
