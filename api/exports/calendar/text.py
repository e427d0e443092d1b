"""Events as the text of a calendar: RFC 5545, lines folded and ended by CRLF, text escaped."""

from collections.abc import Iterable
from datetime import UTC, timedelta

from icalendar import Calendar, Event, vText

from api.exports.calendar.issue import Issued
from api.exports.marking import Marking

_PRODUCT = "-//rota-planner//rota export//EN"
_END = b"END:VCALENDAR\r\n"
_DAY = timedelta(days=1)
_OLDER_WORDS = {"name": "x-wr-calname", "description": "x-wr-caldesc"}


def event_bytes(issued: Issued, marking: Marking) -> bytes:
    """One event as the lines of a VEVENT; the same whichever calendar it goes into.

    All-day events have dates without a time zone, and their DTEND is the day after the last one.
    """
    said, event = issued.event, Event()
    event.add("uid", issued.uid)
    event.add("sequence", issued.sequence)
    event.add("dtstamp", marking.at.astimezone(UTC))
    event.add("dtstart", said.start)
    event.add("dtend", said.end + _DAY)
    event.add("status", "CANCELLED" if issued.is_cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if said.blocks else "TRANSPARENT")
    event.add("class", "CONFIDENTIAL")
    event.add("summary", one_line(said.title))
    if said.description:
        event.add("description", "\n".join(map(one_line, said.description.split("\n"))))
    event.add("comment", one_line(marking.classification))
    return bytes(event.to_ical())


def calendar_bytes(name: str, events: Iterable[bytes], marking: Marking) -> bytes:
    """A calendar of some events as ``event_bytes`` gives them, at least one (RFC 5545 3.6).

    It has no METHOD: that would make it a message between calendars, with an organiser's address.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for word, value in (("name", name), ("description", marking.line)):
        # The second of each is how Outlook and others have it, from before RFC 7986.
        text = vText(one_line(value))
        calendar.add(word, text)
        calendar.add(_OLDER_WORDS[word], text)
    head = bytes(calendar.to_ical()).removesuffix(_END)
    return b"".join((head, *events, _END))


def one_line(text: str) -> str:
    """``text`` without the control characters that no text of a calendar may have."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
