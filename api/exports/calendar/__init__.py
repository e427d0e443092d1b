"""Calendars out: busy periods, days on site and follow-ups as iCalendar (RFC 5545)."""

from api.exports.calendar.events import Audience, CalendarEvent, events_of
from api.exports.calendar.issue import Issue, issued
from api.exports.calendar.key import draw_key, key_of_seed
from api.exports.calendar.ledger import EMPTY, Ledger
from api.exports.calendar.text import calendar_bytes, event_bytes

__all__ = [
    "EMPTY",
    "Audience",
    "CalendarEvent",
    "Issue",
    "Ledger",
    "calendar_bytes",
    "draw_key",
    "event_bytes",
    "events_of",
    "issued",
    "key_of_seed",
]
