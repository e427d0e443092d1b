"""``rota replan``: the rota that takes changes in and provably changes least."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    SecondsOption,
    place_of,
    print_json,
    read_day,
)
from api.commands.plan import OutOption, SeedOption, WorkersOption
from api.exit_codes import OF_STATUS, ExitCode
from api.process_age import process_began

if TYPE_CHECKING:
    from api.running import StopSignals
    from models.replan import Replanned
    from planner.replanning import ReplanOptions

BaselineArgument = Annotated[
    Path,
    typer.Argument(
        metavar="BASELINE",
        show_default=False,
        help="The rota to change: a folder, a zip of it or an Excel workbook.",
    ),
]
ChangesOption = Annotated[
    Path | None,
    typer.Option(
        "--changes",
        metavar="FILE",
        show_default=False,
        help="What has changed: a CSV file or a JSON list. Without it nothing has.",
    ),
]
TodayOption = Annotated[
    date,
    typer.Option(
        "--today",
        parser=read_day,
        metavar="DATE",
        show_default=False,
        help="What lies before this day never changes.",
    ),
]
FreezeOption = Annotated[
    int | None,
    typer.Option(
        "--freeze-weeks",
        min=0,
        show_default="the policy's, 4",
        help="Weeks from today on in which only that changes which must.",
    ),
]
RepairOption = Annotated[
    bool,
    typer.Option(
        "--repair", help="Take a baseline that breaks rules, and mend it with least change."
    ),
]


def replan(
    programme: ProgrammeArgument,
    baseline: BaselineArgument,
    out: OutOption,
    today: TodayOption,
    changes: ChangesOption = None,
    freeze_weeks: FreezeOption = None,
    seconds: SecondsOption = 30,
    workers: WorkersOption = None,
    seed: SeedOption = None,
    repair: RepairOption = False,
    as_json: JsonOption = False,
) -> None:
    """Take changes into a rota with the fewest changes to it, and prove that fewer cannot be.

    First the fewest frozen slots and deployments change, then the fewest slots, then the fewest
    deployments, then the goals count. Ctrl-C keeps the best found.
    """
    import gc

    # A re-plan lives for seconds: looking for garbage meanwhile costs it a tenth of them.
    gc.disable()
    from api.running import StopSignals

    with StopSignals() as signals:
        from api.exports.csv import refuse_as_target
        from api.exports.replan import refuse_overwriting, write_replan
        from planner.replanning import ReplanOptions
        from planner.seed import draw_seed

        refuse_overwriting(out, [place_of(programme), baseline, *filter(None, [changes])])
        refuse_as_target(out)
        drawn = seed or draw_seed()
        options = ReplanOptions(
            today=today,
            freeze_weeks=freeze_weeks,
            seconds=seconds,
            workers=workers,
            seed=drawn,
            repair=repair,
            began=process_began(),
            stop=signals.stop,
        )
        replanned = _found(programme, baseline, changes, options, signals)
        files = write_replan(out, replanned, drawn)
    if as_json:
        print_json(_as_json(replanned, out, files))
    else:
        _say(replanned, baseline, out, files)
    raise typer.Exit(OF_STATUS[replanned.result.status])


def _found(
    programme: str,
    baseline: Path,
    changes: Path | None,
    options: ReplanOptions,
    signals: StopSignals,
) -> Replanned:
    """The re-plan of what the command is given; some of its time is left for writing it."""
    from api.replan_run import asked, refuse_without_rota, whole
    from planner.replanning import replan as replan_rota

    given, replanned = asked(replan_rota, programme, (baseline, changes), options, signals)
    refuse_without_rota(replanned)
    return whole(replanned, given, baseline, options.seconds)


def _say(replanned: Replanned, baseline: Path, out: Path, files: list[str]) -> None:
    from api.goal_words import goal_parts
    from api.replan_words import replan_lines
    from api.terminal import tell

    result = replanned.result
    assert result.rota is not None
    assert result.goals is not None
    stopped = " The run was stopped; this is the best rota it had found." * (
        OF_STATUS[result.status] is ExitCode.STOPPED
    )
    typer.echo(
        f"A rota of {len(result.rota.inspections)} inspections as of {replanned.today}, "
        f"{result.status.value}; {result.certificate.checker}.{stopped}"
    )
    tell([*replan_lines(replanned), *goal_parts(result.goals)])
    typer.echo(
        f"Took {result.certificate.wall_seconds:.1f} s. Written to {out}: {', '.join(files)}"
    )
    typer.echo(f"To look at both: rota compare {out}/programme {baseline} {out} --out page.html")


def _as_json(replanned: Replanned, out: Path, files: list[str]) -> object:
    from api.goal_words import goals_json
    from api.replan_words import replan_json

    result = replanned.result
    assert result.goals is not None
    return {
        "status": result.status.value,
        "checker": result.certificate.checker,
        **replan_json(replanned),
        "goals": goals_json(result.goals),
        "seconds": result.certificate.wall_seconds,
        "folder": str(out),
        "files": files,
    }
