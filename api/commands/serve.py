"""``rota serve``: the rota as a read-only service on the loopback address."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    RotaArgument,
    open_programme,
    open_rota,
    print_json,
)

PortOption = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")]


def serve(
    programme: ProgrammeArgument,
    rota: RotaArgument,
    port: PortOption = 8000,
    as_json: JsonOption = False,
) -> None:
    """Serve a rota read-only to this machine alone, until Ctrl-C."""
    from api.main import create_app
    from api.server import LOOPBACK, open_socket, run
    from api.sheets import sheets_of

    question = open_programme(programme)
    app = create_app(sheets_of(question, open_rota(rota, question), rota))
    listening = open_socket(port)
    address = f"http://{LOOPBACK}:{port}/"
    if as_json:
        print_json({"address": address})
    else:
        typer.echo(f"Serving on {address} to this machine alone; Ctrl-C ends it.")
    run(app, listening)
