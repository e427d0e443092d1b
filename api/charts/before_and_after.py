"""The Gantt chart of two rotas: where each inspection was, where it is, and who has changed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import plotly.graph_objects as go

from api.charts.bars import Bar, calendar_chart
from api.charts.overlay import Move, Notice, add_moves, add_notices, halve
from api.charts.pair import Pair
from api.charts.palette import BLUE, GREEN, ORANGE, PURPLE, SKY, Look
from models.saying import say_number

SAME, BEFORE, AFTER = "Not moved", "Before the move", "After the move"
PLACED, DROPPED = "In the rota after only", "In the rota before only"
LOOKS = {
    SAME: Look(SKY, "."),
    BEFORE: Look(ORANGE, "/"),
    AFTER: Look(BLUE, ""),
    PLACED: Look(GREEN, "x"),
    DROPPED: Look(PURPLE, "\\"),
}
PEOPLE, GAINED = "People changed", "Gains the force-wide review"
LOST, OTHER = "No longer has the force-wide review", "Days on site or HMCPSI changed"
_TO_SECOND_FRIDAY = timedelta(days=11)


def before_and_after(pair: Pair) -> go.Figure:
    """One line an authority, those with a difference first; an arrow from the old slot to the new.

    A slot that moved is drawn at both places, the old above and the new below, so that neither
    hides the other where it moved by a week.
    """
    authority_of = pair.programme.authority_of
    lines = {code: authority_of[code].name for code in pair.starts}
    bars = [bar for code, starts in pair.starts.items() for bar in _bars(code, *starts)]
    figure = calendar_chart(pair.programme, lines, bars, LOOKS, {})
    halve(figure, upper=[BEFORE], lower=[AFTER])
    add_moves(figure, lines, list(_moves(pair)))
    add_notices(figure, lines, _notices(pair))
    return figure


def _bars(code: str, before: date | None, after: date | None) -> Iterator[Bar]:
    if before == after:
        spans = [(SAME, before)]
    elif before is None or after is None:
        spans = [(PLACED, after), (DROPPED, before)]
    else:
        spans = [(BEFORE, before), (AFTER, after)]
    for kind, start in spans:
        if start is not None:
            yield Bar(code, code, start, start + _TO_SECOND_FRIDAY, kind, kind)


def _moves(pair: Pair) -> Iterable[Move]:
    for each in pair.comparison.moved:
        if each.before is not None and each.after is not None:
            yield Move(each.la_code, each.la_code, each.before, each.after)


def _notices(pair: Pair) -> dict[str, list[Notice]]:
    """What changed beside the slot."""
    people: dict[str, int] = {}
    for each in pair.comparison.teams:
        people[each.la_code] = people.get(each.la_code, 0) + each.deployments
    changed = [
        (code, f"{say_number(count, 'deployment')} changed") for code, count in people.items()
    ]
    reviews = pair.comparison.reviews
    gained = [(each.la_code, GAINED) for each in reviews if not each.is_had]
    lost = [(each.la_code, LOST) for each in reviews if not each.is_made]
    people_stay = [
        (each.la_code, said)
        for part, said in (
            (pair.comparison.cps_activities, "HMCPSI activity changed"),
            (pair.comparison.days, "other days on site"),
        )
        for each in part
        if each.la_code not in people
    ]
    return {
        PEOPLE: list(_beside(pair, changed, place=0)),
        GAINED: list(_beside(pair, gained, place=1)),
        LOST: list(_beside(pair, lost, place=1)),
        OTHER: list(_beside(pair, people_stay, place=0)),
    }


def _beside(pair: Pair, said: Iterable[tuple[str, str]], *, place: int) -> Iterator[Notice]:
    """Each on the side of the inspection's bar that no arrow comes from."""
    for code, words in said:
        before, after = pair.starts.get(code, (None, None))
        start = after or before
        if start is not None:
            earlier = before is not None and start < before
            yield Notice(code, code, start, place, words, leftwards=earlier)
