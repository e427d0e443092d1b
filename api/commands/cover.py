"""``rota cover``: who could take one person's place in one inspection, and why others could not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    RotaArgument,
    TodayOption,
    open_programme,
    open_rota,
    print_json,
    refuse_unknown,
)
from api.errors import Refusal
from api.exit_codes import ExitCode

if TYPE_CHECKING:
    from api.terminal import Table
    from models.answers import Cover

AuthorityOption = Annotated[
    str,
    typer.Option("--authority", metavar="CODE", show_default=False, help="Whose inspection."),
]
InspectorOption = Annotated[
    str,
    typer.Option("--inspector", metavar="ID", show_default=False, help="Whose place is to take."),
]


def cover(
    programme: ProgrammeArgument,
    rota: RotaArgument,
    authority: AuthorityOption,
    inspector: InspectorOption,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say who could take a person's place, nearest base first.

    Everybody named could with every rule kept, all else standing; for each of the others of the
    same inspectorate the rule that stops them is said.
    """
    from api.exports.run_files import day_of_certificate

    # Not from planner, which would bring the solver along.
    from models.cover import NoPlaceError
    from models.cover import cover as who_could

    question = open_programme(programme)
    refuse_unknown("authority code", authority, question.authority_of)
    refuse_unknown("inspector id", inspector, question.inspector_of)
    given = open_rota(rota, question)
    day = today or day_of_certificate(rota)
    try:
        found = who_could(question, given, authority, inspector, day)
    except NoPlaceError as refused:
        raise Refusal([str(refused)]) from None
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        from api.terminal import tell

        tell(_parts(found))
    raise typer.Exit(ExitCode.DONE if found.able else ExitCode.NO)


def _parts(found: Cover) -> Iterator[str | Table]:
    from api.candidate_words import able_table, barred_table
    from models.saying import say_day, say_number

    days = "" if found.days is None else f"; {say_number(found.days, 'day')} on site"
    since = f", to be taken over from {say_day(found.since)}" if found.since else ""
    yield (
        f"{found.inspector} ({found.inspector_id}) of {found.inspectorate.title} has the part "
        f"{found.part} in {found.authority} ({found.la_code}), from {say_day(found.start)}"
        f"{since}{days}."
    )
    if found.able:
        yield f"{len(found.able)} could take the place with every rule kept, nearest base first:"
        yield able_table(found.able)
    else:
        yield "Nobody could take the place with every rule kept."
    if found.barred:
        yield f"{len(found.barred)} could not:"
        yield barred_table(found.barred)
    for breach in found.standing:
        yield f"Whoever comes, this stands: {breach.sentence}"
