"""Opens what every command about changes is given: a baseline, the changes, and today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.errors import Refusal
from api.exit_codes import ExitCode

if TYPE_CHECKING:
    from data import Baseline, DataProblem
    from models.breach import Breach
    from models.changes import Change
    from models.programme import Programme

#: What breaks by itself where an authority is dropped: who is first in its force, sizes, quotas.
_FOLLOWS_A_DROP = frozenset({"universal", "force_first", "team_size", "year_quota"})


def open_question(
    programme: Programme, baseline: Path, changes: Path | None, today: date
) -> tuple[Baseline, tuple[Change, ...]]:
    """The baseline, made whole, and the changes; warnings go to standard error.

    Refuses a today outside the programme and every problem of baseline and changes, one a line.
    """
    from api.completion import complete
    from data import open_baseline, read_changes_with_warnings, refuse_day_outside
    from data.problems import DataProblems

    try:
        refuse_day_outside(programme, today)
        given = open_baseline(baseline, programme)
        _warn(given.warnings)
        given = replace(given, rota=complete(programme, given.rota))
        if changes is None:
            return given, ()
        told, odd = read_changes_with_warnings(changes, programme, given.rota, today)
    except DataProblems as found:
        raise Refusal(map(str, found.problems)) from None
    _warn(odd)
    return given, told


def follow_a_drop(given: Baseline, breaches: Iterable[Breach]) -> bool:
    """Whether a baseline breaks rules only because authorities were dropped from it."""
    rules = {each.rule for each in breaches}
    return bool(given.dropped.inspections) and rules <= _FOLLOWS_A_DROP


def broken(breaches: Iterable[Breach]) -> Refusal:
    """The refusal of a baseline that itself breaks rules, every breach named."""
    sentences = [each.sentence for each in breaches]
    return Refusal(
        [
            "the baseline itself breaks rules, before anything changes; "
            "--repair mends it with the fewest changes:",
            *sentences,
        ],
        ExitCode.BAD_INPUT,
    )


def _warn(warnings: Iterable[DataProblem]) -> None:
    for warning in warnings:
        typer.echo(f"warning: {warning}", err=True)
