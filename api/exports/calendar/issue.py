"""The calendars of one export: its events and those taken back, each with its number."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.exports.calendar.events import NEUTRAL, CalendarEvent, EventKey
from api.exports.calendar.key import name_of_event
from api.exports.calendar.ledger import Ledger, Line, advanced


@dataclass(frozen=True)
class Issued:
    """An event as a calendar gets it: by what name, which number, and whether it is taken back."""

    event: CalendarEvent
    uid: str
    sequence: int
    is_cancelled: bool


@dataclass(frozen=True)
class Issue:
    """Every event that this export's calendars hold, and the ledger for the next export."""

    key: bytes
    ledger: Ledger
    events: tuple[Issued, ...]


def issued(key: bytes, before: Ledger, events: Iterable[CalendarEvent]) -> Issue:
    """The issue that follows on ``before``, the ledger of the last one (``EMPTY`` for the first).

    A calendar that keeps, of each UID, what has the highest sequence number shows exactly
    ``events`` after this issue, whichever of the earlier ones it was given.
    """
    now = {event.key: event for event in events}
    ledger = advanced(before, now.values())
    found = [
        Issued(
            now.get(each) or _taken_back(each, line),
            name_of_event(key, each.audience, each.la_code, each.inspector_id, each.part),
            line.sequence,
            line.is_cancelled,
        )
        for each, line in ledger.items()
    ]
    return Issue(key, ledger, tuple(sorted(found, key=lambda one: (one.event.start, one.uid))))


def _taken_back(key: EventKey, line: Line) -> CalendarEvent:
    """An event that is no more, in words that tell nobody where it was."""
    return CalendarEvent(
        key,
        line.inspectorate,
        line.police_force_code,
        line.start,
        line.end,
        NEUTRAL[key.kind],
        "",
        blocks=False,
    )
