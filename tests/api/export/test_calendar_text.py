"""The text of a calendar, as RFC 5545 wants it and as another library reads it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from api.exports.calendar import calendar_bytes, event_bytes
from api.exports.calendar.events import Audience, CalendarEvent, EventKey
from api.exports.calendar.issue import Issued
from api.exports.calendar.text import one_line
from api.exports.marking import Marking

ReadCalendar = Callable[[bytes], tuple[Any, ...]]

#: Anything that a file can hold: no surrogates, which are no text.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120)
DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


def _issued(title: str, start: date, days: int, *, cancelled: bool, blocks: bool) -> Issued:
    key = EventKey(Audience.OWN, "A1", "ofsted-1", "site-1")
    event = CalendarEvent(
        key, "ofsted", "F1", start, start + timedelta(days=days), title, title, blocks
    )
    return Issued(event, "0123", 3, cancelled)


@given(
    title=TEXT, start=DAYS, days=st.integers(0, 40), cancelled=st.booleans(), blocks=st.booleans()
)
def test_another_library_reads_what_was_written(
    title: str,
    start: date,
    days: int,
    cancelled: bool,
    blocks: bool,
    marking: Marking,
    read_calendar: ReadCalendar,
) -> None:
    event = event_bytes(_issued(title, start, days, cancelled=cancelled, blocks=blocks), marking)
    (read,) = read_calendar(calendar_bytes("Rota", [event], marking))
    assert read.title == one_line(title)
    assert read.start == start
    assert read.end == start + timedelta(days=days + 1)
    assert read.status == ("CANCELLED" if cancelled else "CONFIRMED")
    assert read.transp == ("OPAQUE" if blocks else "TRANSPARENT")
    assert (read.uid, read.sequence) == ("0123", 3)


@given(title=TEXT)
def test_lines_end_in_crlf_and_have_at_most_75_bytes(title: str, marking: Marking) -> None:
    event = event_bytes(_issued(title, date(2014, 3, 3), 1, cancelled=False, blocks=True), marking)
    text = calendar_bytes(title, [event], marking)
    lines = text.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    for line in lines:
        line.decode()


def test_text_that_looks_like_an_event_stays_text(
    marking: Marking, read_calendar: ReadCalendar
) -> None:
    title = "A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:B\\n;C,D"
    event = event_bytes(_issued(title, date(2014, 3, 3), 1, cancelled=False, blocks=True), marking)
    (read,) = read_calendar(calendar_bytes(title, [event], marking))
    assert read.title == "A  END:VEVENT  BEGIN:VEVENT  SUMMARY:B\\n;C,D"


def test_every_event_is_confidential_and_bears_the_classification(marking: Marking) -> None:
    event = event_bytes(_issued("A", date(2014, 3, 3), 1, cancelled=False, blocks=True), marking)
    lines = event.decode().split("\r\n")
    assert "CLASS:CONFIDENTIAL" in lines
    assert "COMMENT:OFFICIAL-SENSITIVE" in lines
    # 9.30 in London in July is 8.30 in the time that DTSTAMP must be in.
    assert "DTSTAMP:20140728T083000Z" in lines
