"""``rota forces``: which inspection of each force carries the force-wide review, and why."""

from __future__ import annotations

import dataclasses
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
    read_day,
    refuse_unknown,
)
from api.errors import Refusal
from api.exit_codes import ExitCode

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from api.force_story import ForceStory, InspectionStory
    from api.terminal import Table
    from models.events import ForceChange
    from models.programme import Programme

CodeArgument = Annotated[
    str | None, typer.Argument(metavar="[CODE]", show_default=False, help="One police force.")
]
ChangeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--change",
        metavar="CODE=DATE",
        show_default=False,
        help="What if this force brought in a force-wide change on this day? May be repeated.",
    ),
]


def forces(
    programme: ProgrammeArgument,
    rota: RotaArgument,
    code: CodeArgument = None,
    change: ChangeOption = None,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say which inspections review a whole force, and why.

    For each police force: its first inspection and those after force-wide changes, when, and
    with whom from HMIC; and why the others carry no force-wide review. With --change, which
    inspection would carry one then, and who could be added from HMIC.
    """
    from api.force_story import force_stories

    question = open_programme(programme)
    if change:
        if code is not None:
            raise Refusal(["give a force's code or --change, not both"])
        changes = [_read_change(question, each, today) for each in change]
        raise typer.Exit(_tell_outlooks(question, rota, changes, today, as_json))
    refuse_unknown("force code", code, question.force_of)
    stories = force_stories(question, open_rota(rota, question))
    asked = [each for each in stories if code in (None, each.police_force_code)]
    if as_json:
        print_json([dataclasses.asdict(each) for each in asked])
    else:
        from api.terminal import tell

        tell(_parts(asked))


def _read_change(programme: Programme, text: str, today: date | None) -> ForceChange:
    """A change as the option gives it, recorded today, or else the day it is brought in."""
    from models.events import ForceChange

    code, given, day = text.partition("=")
    if not given:
        raise typer.BadParameter(f"CODE=DATE is wanted, not {text!r}", param_hint="--change")
    refuse_unknown("force code", code, programme.force_of)
    introduced_on = read_day(day)
    return ForceChange(
        police_force_code=code, introduced_on=introduced_on, recorded_on=today or introduced_on
    )


def _tell_outlooks(
    programme: Programme, rota: Path, changes: list[ForceChange], today: date | None, as_json: bool
) -> ExitCode:
    """Say what the changes would ask for; NO where fewer could come than must."""
    from api.outlook_words import outlook_parts
    from api.terminal import tell
    from models.force_outlook import force_outlooks

    outlooks = force_outlooks(programme, open_rota(rota, programme), changes, today)
    if as_json:
        print_json([each.model_dump(mode="json") for each in outlooks])
    else:
        for each in outlooks:
            tell(outlook_parts(programme, each))
    return ExitCode.DONE if all(each.is_met for each in outlooks) else ExitCode.NO


def _parts(stories: list[ForceStory]) -> Iterator[Table]:
    """A table a force; where there is no terminal, two lines an inspection."""
    from api.terminal import Column, Table

    columns = [Column(each) for each in ("Review", "Starts", "Authority", "Why", "From HMIC")]
    for story in stories:
        yield Table(
            columns,
            [_row(each) for each in story.inspections],
            f"{story.police_force_code} {story.force}",
            plain=list(_lines(story)),
            after=". ".join(story.unmet),
        )


def _row(inspection: InspectionStory) -> tuple[str, ...]:
    return (
        "no" if inspection.review == "no" else "REVIEW",
        str(inspection.start),
        f"{inspection.authority} ({inspection.la_code})",
        inspection.why,
        _people(inspection),
    )


def _lines(story: ForceStory) -> Iterator[str]:
    yield f"{story.police_force_code} {story.force}"
    if not story.inspections:
        yield "  has no inspection"
    for each in story.inspections:
        yield from _inspection_lines(each)
    yield from (f"  {sentence}" for sentence in story.unmet)


def _inspection_lines(inspection: InspectionStory) -> Iterator[str]:
    carries = "no review " if inspection.review == "no" else "REVIEW    "
    yield f"  {carries}{inspection.start}  {inspection.authority} ({inspection.la_code})"
    yield f"            why: {inspection.why}; from HMIC: {_people(inspection)}"


def _people(inspection: InspectionStory) -> str:
    return ", ".join(f"{name} ({code})" for code, name in inspection.hmic.items()) or "nobody"
