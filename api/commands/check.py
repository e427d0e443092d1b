"""``rota check``: every breach of every rule in one sentence each, and the goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from api.commands.arguments import (
    JsonOption,
    ProgrammeArgument,
    RotaArgument,
    TodayOption,
    open_programme,
    open_rota,
    print_json,
)
from api.exit_codes import ExitCode

if TYPE_CHECKING:
    from models.breach import Breach


def check(
    programme: ProgrammeArgument,
    rota: RotaArgument,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Name every breach of every rule, and measure the goals."""
    from api.exports.run_files import day_of_certificate
    from api.goal_words import goal_parts, goals_json
    from api.terminal import tell
    from api.verdict import verdict_on
    from models.measures import measure_goals

    question = open_programme(programme)
    given = open_rota(rota, question)
    filled, breaches = verdict_on(question, given, today or day_of_certificate(rota))
    goals = measure_goals(question, filled)
    refusing = [each for each in breaches if not each.history]
    if as_json:
        listed = [each.model_dump(mode="json") for each in breaches]
        print_json({"kept": not refusing, "breaches": listed, "goals": goals_json(goals)})
    else:
        tell([*_breach_lines(breaches), *goal_parts(goals)])
    raise typer.Exit(ExitCode.NO if refusing else ExitCode.DONE)


def _breach_lines(breaches: Sequence[Breach]) -> Iterator[str]:
    """The breaches by rule in the order of problem.md; those of the past after the others."""
    refusing = [each for each in breaches if not each.history]
    past = [each for each in breaches if each.history]
    yield f"{len(refusing)} breaches" if len(refusing) != 1 else "1 breach"
    yield from _by_rule(refusing)
    if past:
        yield f"History, which refuses nothing: {len(past)}"
        yield from _by_rule(past)


def _by_rule(breaches: Sequence[Breach]) -> Iterator[str]:
    from models.rulebook import RULES

    for card in RULES:
        mine = [each for each in breaches if each.rule == card.name]
        if mine:
            yield f"{card.id} {card.title}: {len(mine)}"
            yield from (f"  {each.sentence}" for each in mine)
