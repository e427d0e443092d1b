"""``rota options``: several ways to take changes in, each whole and checked, to choose from."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    SecondsOption,
    place_of,
    print_json,
)
from api.commands.plan import SeedOption, WorkersOption
from api.commands.replan import (
    BaselineArgument,
    ChangesOption,
    FreezeOption,
    RepairOption,
    TodayOption,
)
from api.exit_codes import OF_STATUS
from api.process_age import process_began

if TYPE_CHECKING:
    from api.running import StopSignals
    from models.replan import Replanned
    from planner.replanning import ReplanOptions

OutOption = Annotated[
    Path,
    typer.Option(
        "--out",
        metavar="FOLDER",
        show_default=False,
        help="A folder that gets one for each way, 1 to 5, and options.csv.",
    ),
]


def options(
    programme: ProgrammeArgument,
    baseline: BaselineArgument,
    out: OutOption,
    today: TodayOption,
    changes: ChangesOption = None,
    freeze_weeks: FreezeOption = None,
    seconds: SecondsOption = 60,
    workers: WorkersOption = None,
    seed: SeedOption = None,
    repair: RepairOption = False,
    as_json: JsonOption = False,
) -> None:
    """Find up to five ways to take changes into a rota, each whole and checked.

    The first is that of rota replan. None of the others is dominated in slots moved, people told
    and points, and each disturbs other people. Then rota take FOLDER NUMBER copies one.
    """
    from api.running import StopSignals

    with StopSignals() as signals:
        from api.exports.options import refuse_as_options, write_options
        from api.exports.replan import refuse_overwriting
        from planner import ReplanOptions
        from planner.seed import draw_seed

        refuse_overwriting(out, [place_of(programme), baseline, *filter(None, [changes])])
        refuse_as_options(out)
        drawn = seed or draw_seed()
        limits = ReplanOptions(
            today=today,
            freeze_weeks=freeze_weeks,
            seconds=seconds,
            workers=workers,
            seed=drawn,
            repair=repair,
            began=process_began(),
            stop=signals.stop,
        )
        found = _found(programme, baseline, changes, limits, signals)
        files = write_options(out, found, drawn)
    _tell(found, out, files, as_json=as_json)
    raise typer.Exit(OF_STATUS[found[0].result.status])


def _found(
    programme: str,
    baseline: Path,
    changes: Path | None,
    options: ReplanOptions,
    signals: StopSignals,
) -> tuple[Replanned, ...]:
    """The ways of what the command is given; some of its time is left for writing them."""
    from api.replan_run import asked, refuse_without_rota, whole
    from models.way import worth_showing
    from planner import ways
    from planner.replanning.ways import MOST_WAYS

    places = baseline, changes
    given, found = asked(ways, programme, places, options, signals, rotas=MOST_WAYS)
    refuse_without_rota(found[0])
    # People of authorities that are dropped are told in every way.
    return worth_showing(whole(each, given, baseline, options.seconds) for each in found)


def _tell(ways: tuple[Replanned, ...], out: Path, files: list[str], *, as_json: bool) -> None:
    from api.options_words import counted, options_json, options_parts
    from api.terminal import tell

    if as_json:
        print_json({"ways": options_json(ways), "folder": str(out), "files": files})
        return
    took = time.monotonic() - process_began()
    typer.echo(f"{counted(ways)} as of {ways[0].today}; every rule kept in each.")
    tell(options_parts(ways))
    typer.echo(f"Took {took:.1f} s. Written to {out}: {', '.join(files)}")
    typer.echo(f"To take one, the first say: rota take {out} 1 --out rota")
