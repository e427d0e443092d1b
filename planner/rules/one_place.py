"""R11 one-place: an inspector's busy periods do not overlap."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from planner.decisions.names import Option

if TYPE_CHECKING:
    from planner.model import RotaModel


def strikes_names(model: "RotaModel", inspector_id: str, la_code: str, leads: bool) -> int:
    """The start weeks from which the deployment would overlap a fixed one."""
    return model.standing.busy_starts(inspector_id, leads=leads)


def post(model: "RotaModel") -> None:
    """Busy periods, rest, preparation and report weeks included, do not overlap (policy).

    With a literal for each start week, those that are busy in one week exclude each other: the
    tightest form. With a literal for a year, the periods are optional intervals instead.
    """
    model.forbid_names(strikes_names)
    for _, roster in model.names.rosters():
        if len({option.la_code for option in roster}) > 1:
            (_exclude if model.names.by_week else _no_overlap)(model, roster)


def _exclude(model: "RotaModel", roster: Sequence[Option]) -> None:
    busy_in: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for option in roster:
        span = model.known.span(option.inspector_id, leads=option.leads)
        for week in range(option.weeks[0] + span.first, option.weeks[0] + span.last + 1):
            busy_in[week].append(option.literal)
    said: set[int] = set()
    for week, literals in sorted(busy_in.items()):
        if week < model.standing.first_week:
            continue
        indices = {literal.index for literal in literals}
        if len(literals) > 1 and not indices <= said:
            model.cp.add_at_most_one(literals)
            said = indices


def _no_overlap(model: "RotaModel", roster: Sequence[Option]) -> None:
    intervals = []
    for option in roster:
        span = model.known.span(option.inspector_id, leads=option.leads)
        start = model.slots.week(option.la_code) + span.first
        name = f"busy[{option.inspector_id},{option.la_code},{option.weeks[0]}]"
        length = span.last - span.first + 1
        intervals.append(
            model.cp.new_optional_fixed_size_interval_var(start, length, option.literal, name)
        )
    model.cp.add_no_overlap(intervals)
