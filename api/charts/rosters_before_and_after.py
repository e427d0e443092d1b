"""The Gantt chart of the inspectors whose roster is different: their weeks before and after."""

from collections.abc import Iterator

import plotly.graph_objects as go

from api.charts.bars import Bar, calendar_chart
from api.charts.gantt_inspectors import LEAVE, leave_bars
from api.charts.overlay import halve
from api.charts.pair import Pair
from api.charts.palette import BLUE, GREY, ORANGE, SKY, Look
from models.deployment import Role
from models.inspectorate import Inspectorate
from models.roster_changes import RosterChange
from models.tables import RosterEntry, roster

SAME, BEFORE, AFTER = "In both", "Before", "After"
LOOKS = {
    SAME: Look(SKY, "."),
    BEFORE: Look(ORANGE, "/"),
    AFTER: Look(BLUE, ""),
    LEAVE: Look(GREY, "x"),
}


def rosters_before_and_after(pair: Pair) -> go.Figure:
    """One line an inspector, with the busy weeks: before above, after below, leave beside them."""
    lines = _lines(pair)
    bars = [bar for change in pair.rosters for bar in _changed(change)]
    bars += _unchanged(pair, lines)
    bars += [bar for bar in leave_bars(pair.programme) if bar.line in lines]
    figure = calendar_chart(pair.programme, lines, bars, LOOKS, {})
    halve(figure, upper=[BEFORE], lower=[AFTER])
    for kind in (SAME, LEAVE):
        # There is more of what stays than of what is different.
        figure.update_traces(selector={"name": kind}, opacity=0.4)
    return figure


def change_key(change: RosterChange) -> str:
    """What names a line of somebody's roster that is different."""
    entries = [entry for entry in (change.before, change.after) if entry]
    return f"{change.inspector_id} {change.la_code} {entries[0].start}"


def _lines(pair: Pair) -> dict[str, str]:
    """The label of each inspector whose roster is different, by inspectorate."""
    order = list(Inspectorate)
    inspector_of = pair.programme.inspector_of
    people = sorted(
        (inspector_of[each] for each in {change.inspector_id for change in pair.rosters}),
        key=lambda each: (order.index(each.inspectorate), each.inspector_id),
    )
    return {each.inspector_id: each.name for each in people}


def _changed(change: RosterChange) -> Iterator[Bar]:
    for kind, entry in ((BEFORE, change.before), (AFTER, change.after)):
        if entry is not None:
            yield from _bar(entry, kind, change_key(change))


def _unchanged(pair: Pair, lines: dict[str, str]) -> Iterator[Bar]:
    """What these inspectors do in both rotas; it stays in sight whatever is filtered."""
    different = {change.after for change in pair.rosters}
    for entry in roster(pair.programme, pair.after.rota):
        if entry.inspector_id in lines and entry not in different:
            yield from _bar(entry, SAME, "")


def _bar(entry: RosterEntry, kind: str, key: str) -> Iterator[Bar]:
    """The busy weeks; none where the rota does not say when they are (R2)."""
    if entry.busy_from and entry.busy_to:
        said = f"{kind}: {entry.authority}" + (", lead" if entry.role is Role.LEAD else "")
        yield Bar(entry.inspector_id, key, entry.busy_from, entry.busy_to, kind, said)
