"""One share of the roster as a file by itself: what ``rota roster`` is asked for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from api.exports.calendar import (
    EMPTY,
    Issue,
    calendar_bytes,
    draw_key,
    event_bytes,
    events_of,
    issued,
)
from api.exports.calendar.events import Audience
from api.exports.calendar.issue import Issued
from api.exports.file import write_file
from api.exports.marking import MARKING_FILE, Marking, marking_text
from api.exports.share.forms import Content
from api.exports.share.previous import Previous
from api.exports.share.shares import ATTENDANCE, ROSTER, as_sent
from models.programme import Programme
from models.rota import Rota
from models.tables import (
    ROTA_COLUMNS,
    RosterFilter,
    Table,
    export_text,
    roster,
    roster_table,
    sorted_table,
)
from models.tables.rota_files import rota_row
from models.tables.table import Row


@dataclass(frozen=True)
class OneShare:
    """A share of a whole rota by a filter; ``hidden`` are codes that its reader may not be told."""

    programme: Programme
    rota: Rota
    share: RosterFilter
    hidden: frozenset[str] = frozenset()

    def roster(self) -> Table:
        """The share of roster.csv with the cells blank that its reader may not be told."""
        table = roster_table(self.programme, self.rota, self.share)
        return self._as_sent(table.columns, table.rows)

    def content(self, form: str, marking: Marking, start: Previous | None) -> Content | None:
        """The share as csv, xlsx or ics; None where a calendar would have no event.

        ``start`` is where the calendar goes on from; the other forms need none.
        """
        if form == "ics":
            return self._calendar(start or Previous(draw_key(), EMPTY), marking)
        table = self.roster()
        if form == "csv":
            return Content(export_text(table).encode(), len(table.rows))
        from api.exports.workbook import table_workbook

        sheets = {ROSTER: table, ATTENDANCE: self._attendance()}
        return Content(table_workbook(sheets, marking), len(table.rows))

    @cached_property
    def _places(self) -> frozenset[tuple[str, str]]:
        """Who is where in this share, as pairs of inspector id and authority code."""
        lines = roster(self.programme, self.rota, self.share)
        return frozenset((each.inspector_id, each.la_code) for each in lines)

    def _attendance(self) -> Table:
        days = (
            rota_row(ATTENDANCE, each)
            for each in self.rota.attendance or ()
            if (each.inspector_id, each.la_code) in self._places
        )
        return self._as_sent(ROTA_COLUMNS[ATTENDANCE], days)

    def _as_sent(self, columns: tuple[str, ...], rows: Iterable[Row]) -> Table:
        return sorted_table(columns, (as_sent(columns, row, self.hidden) for row in rows))

    def _calendar(self, start: Previous, marking: Marking) -> Content | None:
        named = frozenset(self.programme.authority_of) - self.hidden
        issue = issued(start.key, start.ledger, events_of(self.programme, self.rota, named))
        events = [event_bytes(each, marking) for each in self._in_share(issue)]
        share = self.share
        ids = share.inspector, share.inspectorate, share.authority, share.force
        name = " ".join(["Rota", *(str(each) for each in ids if each)])
        return Content(calendar_bytes(name, events, marking), len(events)) if events else None

    def _in_share(self, issue: Issue) -> list[Issued]:
        audience = Audience.OWN if self.share.inspector else Audience.OFFICE
        return [
            each
            for each in issue.events
            if each.event.key.audience is audience
            and (
                self._was_in_share(each)
                if each.is_cancelled
                else (each.event.key.inspector_id, each.event.key.la_code) in self._places
            )
        ]

    def _was_in_share(self, gone: Issued) -> bool:
        """Whether an event that is taken back was in it; its days ask nobody any more."""
        event = gone.event
        wanted = (
            (self.share.inspector, event.key.inspector_id),
            (self.share.inspectorate, event.inspectorate),
            (self.share.authority, event.key.la_code),
            (self.share.force, event.police_force_code),
        )
        return all(want is None or want == has for want, has in wanted)


def write_marked(out: Path, data: bytes, form: str, marking: Marking) -> tuple[Path, ...]:
    """Write a share to a file; a CSV file gets its marking beside it, as it may hold none."""
    write_file(out, data)
    if form != "csv":
        return (out,)
    beside = out.with_name(f"{out.name}.{MARKING_FILE}")
    write_file(beside, marking_text(marking).encode())
    return out, beside


def hidden_codes(programme: Programme, revealed: Collection[str]) -> frozenset[str]:
    """The codes of the authorities that nobody may be told yet."""
    return frozenset(programme.authority_of).difference(revealed)
