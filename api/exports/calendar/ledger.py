"""What earlier calendars said: by it the next ones move, leave and take back events."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from api.exports.calendar.events import Audience, CalendarEvent, EventKey
from models.tables import sorted_table, table_text

COLUMNS = (
    "audience", "la_code", "inspector_id", "part", "inspectorate", "police_force_code", "start",
    "end", "sequence", "status", "content",
)  # fmt: skip

CONFIRMED, CANCELLED = "confirmed", "cancelled"
_SEAL = "sha256"


@dataclass(frozen=True)
class Line:
    """The last that was said of an event; ``content`` is a hash, blank where it is not known.

    ``sequence`` counts what was said of the event after the first time.
    """

    inspectorate: str
    police_force_code: str
    start: date
    end: date
    sequence: int
    status: str
    content: str

    @property
    def is_cancelled(self) -> bool:
        """Whether the event was taken back."""
        return self.status == CANCELLED


Ledger = Mapping[EventKey, Line]

EMPTY: Ledger = {}


def content_of(event: CalendarEvent) -> str:
    """The hash of everything that a calendar shows of an event."""
    shown = (str(event.start), str(event.end), event.title, event.description, event.blocks)
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()


def advanced(ledger: Ledger, events: Iterable[CalendarEvent]) -> Ledger:
    """The ledger after the calendars of ``events``: a number higher for each that has changed.

    What stands in the ledger and is no longer an event is cancelled, and stays so: who skips a
    week's calendar still hears of it.
    """
    now = {event.key: _said(event, ledger.get(event.key)) for event in events}
    gone = {key: _taken_back(line) for key, line in ledger.items() if key not in now}
    return now | gone


def _said(event: CalendarEvent, before: Line | None) -> Line:
    content = content_of(event)
    if before is None:
        sequence = 0
    else:
        same = not before.is_cancelled and before.content == content
        sequence = before.sequence + (not same)
    return Line(
        event.inspectorate, event.police_force_code, event.start, event.end, sequence, CONFIRMED,
        content,
    )  # fmt: skip


def _taken_back(line: Line) -> Line:
    if line.is_cancelled:
        return line
    return Line(
        line.inspectorate, line.police_force_code, line.start, line.end, line.sequence + 1,
        CANCELLED, "",
    )  # fmt: skip


def ledger_text(ledger: Ledger) -> str:
    """The ledger as CSV, and a last row with its hash, so that one cut off is found out."""
    rows = (
        (key.audience.value, key.la_code, key.inspector_id, key.part, line.inspectorate,
         line.police_force_code, str(line.start), str(line.end), str(line.sequence), line.status,
         line.content)
        for key, line in ledger.items()
    )  # fmt: skip
    text = table_text(sorted_table(COLUMNS, rows))
    return f"{text}{_SEAL},{_hash_of(text)}\n"


def _hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read_ledger(text: str) -> Ledger:
    """The ledger that ``ledger_text`` wrote. Raises ``ValueError`` for any other text."""
    body, _, seal = text.rpartition(f"{_SEAL},")
    if seal != _hash_of(body) + "\n":
        raise ValueError("the ledger is not whole")
    header, *rows = csv.reader(io.StringIO(body), strict=True)
    if tuple(header) != COLUMNS:
        raise ValueError("these are not the columns of a calendar ledger")
    return dict(map(_entry, rows))


def _entry(row: list[str]) -> tuple[EventKey, Line]:
    cell = dict(zip(COLUMNS, row, strict=True))
    key = EventKey(Audience(cell["audience"]), cell["la_code"], cell["inspector_id"], cell["part"])
    if cell["status"] not in (CONFIRMED, CANCELLED) or not key.kind:
        raise ValueError("a status is confirmed or cancelled")
    line = Line(
        cell["inspectorate"],
        cell["police_force_code"],
        date.fromisoformat(cell["start"]),
        date.fromisoformat(cell["end"]),
        int(cell["sequence"]),
        cell["status"],
        cell["content"],
    )
    return key, line
