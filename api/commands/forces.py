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
    open_programme,
    open_rota,
    print_json,
    refuse_unknown,
)

if TYPE_CHECKING:
    from api.force_story import ForceStory, InspectionStory

CodeArgument = Annotated[
    str | None, typer.Argument(metavar="[CODE]", show_default=False, help="One police force.")
]


def forces(
    programme: ProgrammeArgument,
    rota: RotaArgument,
    code: CodeArgument = None,
    as_json: JsonOption = False,
) -> None:
    """Say which inspections review a whole force, and why.

    For each police force: its first inspection and those after force-wide changes, when, and
    with whom from HMIC; and why the others carry no force-wide review.
    """
    from api.force_story import force_stories

    question = open_programme(programme)
    refuse_unknown("force code", code, question.force_of)
    stories = force_stories(question, open_rota(rota, question))
    asked = [each for each in stories if code in (None, each.police_force_code)]
    if as_json:
        print_json([dataclasses.asdict(each) for each in asked])
    else:
        for line in _lines(asked):
            typer.echo(line)


def _lines(stories: list[ForceStory]) -> Iterator[str]:
    for story in stories:
        yield f"{story.police_force_code} {story.force}"
        if not story.inspections:
            yield "  has no inspection"
        for each in story.inspections:
            yield from _inspection_lines(each)
        yield from (f"  {sentence}" for sentence in story.unmet)


def _inspection_lines(inspection: InspectionStory) -> Iterator[str]:
    carries = "no review " if inspection.review == "no" else "REVIEW    "
    people = ", ".join(f"{name} ({code})" for code, name in inspection.hmic.items()) or "nobody"
    yield f"  {carries}{inspection.start}  {inspection.authority} ({inspection.la_code})"
    yield f"            why: {inspection.why}; from HMIC: {people}"
