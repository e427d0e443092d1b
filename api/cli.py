"""The command ``rota``: one command a file in ``api.commands``, one place for how each ends."""

import os
import signal
import sys
import threading
import traceback
from typing import NoReturn

import typer

from api.commands.bound import bound
from api.commands.capacity import capacity
from api.commands.check import check
from api.commands.compare import compare
from api.commands.cover import cover
from api.commands.draw import draw
from api.commands.explain import explain
from api.commands.export import export
from api.commands.forces import forces
from api.commands.options import options
from api.commands.plan import plan
from api.commands.replan import replan
from api.commands.roster import roster
from api.commands.serve import serve
from api.commands.show import show
from api.commands.take import take
from api.commands.template import template
from api.commands.validate import validate
from api.commands.whatif import whatif
from api.commands.why import why
from api.errors import Refusal
from api.exit_codes import ExitCode

app = typer.Typer(
    name="rota",
    help="Plan unannounced joint inspections: a slot, a team and named inspectors for everybody.",
    no_args_is_help=True,
    add_completion=False,
    # Rich's help and tracebacks would cost every start a tenth of a second.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    plan,
    replan,
    options,
    take,
    template,
    explain,
    export,
    bound,
    check,
    validate,
    show,
    roster,
    forces,
    serve,
    draw,
    cover,
    compare,
    whatif,
    why,
    capacity,
):
    app.command()(command)


def main() -> NoReturn:
    """Run a command and end with its exit code; what it refuses is said in sentences."""
    # Whose reader goes away, as ``rota roster ... | head`` does, ends as any Unix command would;
    # Typer would say 1, which is an answer here.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app()
    except Refusal as refusal:
        _end(refusal.sentences, refusal.code)
    except SystemExit as end:
        _leave(end.code)
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        _end((f"cannot go on: {error.strerror or error}{where}",), ExitCode.BAD_INPUT)
    except KeyboardInterrupt:
        _end(("stopped",), ExitCode.STOPPED)
    except Exception:
        traceback.print_exc()
        _end(("this is a bug of ours: please report the lines above",), ExitCode.CRASHED)
    _leave(ExitCode.DONE)


def _end(sentences: tuple[str, ...], code: ExitCode) -> NoReturn:
    for sentence in sentences:
        typer.echo(sentence, err=True)
    _leave(code)


def _leave(code: str | int | None) -> NoReturn:
    """End the process; at once where a solver still runs in a thread, which nobody waits for."""
    if threading.active_count() == 1 or not isinstance(code, int):
        sys.exit(code)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
