"""A calendar that is given one week's file after another shows what the last one says."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.exports.calendar import (
    EMPTY,
    Issue,
    Ledger,
    calendar_bytes,
    event_bytes,
    events_of,
    issued,
)
from api.exports.calendar.ledger import ledger_text, read_ledger
from api.exports.marking import Marking
from api.exports.share import revealed_codes
from models.programme import Programme
from models.rota import Rota


class Read(Protocol):
    """An event as the other library reads it."""

    uid: str
    sequence: int
    status: str


class Client:
    """A calendar program as RFC 5545 has it: of each UID it keeps what has the highest SEQUENCE.

    Of two with the same number it keeps the first, so whatever changes must have a higher one.
    """

    def __init__(self) -> None:
        self._kept: dict[str, Any] = {}

    def take(self, events: Iterable[Read]) -> None:
        for each in events:
            kept = self._kept.get(each.uid)
            if kept is None or each.sequence > kept.sequence:
                self._kept[each.uid] = each

    def shown(self) -> set[tuple[object, ...]]:
        """What its user sees: everything but the number, of what is not cancelled."""
        return {
            (each.uid, each.start, each.end, each.title, each.description, each.transp)
            for each in self._kept.values()
            if each.status == "CONFIRMED"
        }


ReadCalendar = Callable[[bytes], tuple[Any, ...]]


def _file(issue: Issue, marking: Marking) -> bytes:
    events = [event_bytes(each, marking) for each in issue.events]
    return calendar_bytes("Rota", events, marking)


def _weeks(
    programme: Programme, rotas: list[Rota], days: list[date], key: bytes
) -> Iterable[Issue]:
    ledger: Ledger = EMPTY
    for rota, today in zip(rotas, days, strict=True):
        events = events_of(programme, rota, revealed_codes(programme, rota, today))
        issue = issued(key, ledger, events)
        # As the next week reads it from the file.
        ledger = read_ledger(ledger_text(issue.ledger))
        assert ledger == issue.ledger
        yield issue


@settings(max_examples=60)
@given(data=st.data())
def test_calendar_given_each_week_or_only_some_shows_exactly_the_last(
    data: st.DataObject,
    rotas: st.SearchStrategy[Rota],
    programme: Programme,
    marking: Marking,
    calendar_key: bytes,
    read_calendar: ReadCalendar,
) -> None:
    drawn = data.draw(st.lists(rotas, min_size=2, max_size=4))
    days = data.draw(
        st.lists(
            st.dates(date(2013, 6, 1), date(2014, 8, 1)),
            min_size=len(drawn),
            max_size=len(drawn),
        )
    )
    files = [
        read_calendar(_file(issue, marking)) if issue.events else ()
        for issue in _weeks(programme, drawn, days, calendar_key)
    ]
    taken = data.draw(st.sets(st.integers(0, len(files) - 2)))
    client, alone = Client(), Client()
    for number in sorted(taken):
        client.take(files[number])
    client.take(files[-1])
    alone.take(files[-1])
    assert client.shown() == alone.shown()
    events = events_of(programme, drawn[-1], revealed_codes(programme, drawn[-1], days[-1]))
    assert len(alone.shown()) == len(events)


@settings(max_examples=30)
@given(data=st.data())
def test_file_of_an_unchanged_week_changes_no_number(
    data: st.DataObject, rotas: st.SearchStrategy[Rota], programme: Programme, calendar_key: bytes
) -> None:
    events = events_of(programme, data.draw(rotas), frozenset())
    first = issued(calendar_key, EMPTY, events)
    assert issued(calendar_key, first.ledger, events) == first
    assert {each.sequence for each in first.events} <= {0}


@settings(max_examples=30)
@given(data=st.data())
def test_event_that_comes_back_after_it_was_cancelled_is_shown_again(
    data: st.DataObject, rotas: st.SearchStrategy[Rota], programme: Programme, calendar_key: bytes
) -> None:
    events = events_of(programme, data.draw(rotas), frozenset())
    first = issued(calendar_key, EMPTY, events)
    gone = issued(calendar_key, first.ledger, ())
    back = issued(calendar_key, gone.ledger, events)
    assert all(each.is_cancelled and each.sequence == 1 for each in gone.events)
    assert [(each.uid, each.event, each.sequence) for each in back.events] == [
        (each.uid, each.event, 2) for each in first.events
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"start": date(2014, 1, 1)},
        {"end": date(2016, 1, 1)},
        {"title": "Elsewhere"},
        {"description": "Lead"},
        {"blocks": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_changes_in_an_event_raises_its_number_by_one(
    programme: Programme, rota: Rota, calendar_key: bytes, change: dict[str, Any]
) -> None:
    event, *others = events_of(programme, rota, frozenset())
    if "blocks" in change:
        change = {"blocks": not event.blocks}
    changed = replace(event, **change)
    first = issued(calendar_key, EMPTY, (event, *others))
    second = issued(calendar_key, first.ledger, (changed, *others))
    raised = {each.event.key for each in second.events if each.sequence}
    assert raised == {event.key}
    assert {each.sequence for each in second.events} == {0, 1}
