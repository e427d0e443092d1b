"""The forms of a share: each makes the file of one cut, or says that there is nothing in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from api.charts.sheets import Sheets
from api.exports.calendar import Issue, calendar_bytes, event_bytes
from api.exports.calendar.events import Audience
from api.exports.calendar.issue import Issued
from api.exports.marking import Marking
from api.exports.share.cuts import WHOLE, Cut
from api.exports.share.shares import Share
from models.programme import Programme
from models.tables import export_text


@dataclass(frozen=True)
class Content:
    """What one file holds, and how many rows or events of it."""

    data: bytes
    rows: int | None


@dataclass(frozen=True)
class Source:
    """All that the files of an export are made from."""

    sheets: Sheets
    issue: Issue
    marking: Marking

    @property
    def programme(self) -> Programme:
        """The programme of the rota."""
        return self.sheets.programme

    @cached_property
    def events(self) -> Mapping[Cut, list[bytes]]:
        """The events of each cut's calendar, written once whichever calendars they go into."""
        found: dict[Cut, list[bytes]] = {}
        for each in self.issue.events:
            text = event_bytes(each, self.marking)
            for cut in cuts_with(each):
                found.setdefault(cut, []).append(text)
        return found


def cuts_with(issued: Issued) -> Iterator[Cut]:
    """The cuts in whose calendar an event stands."""
    event = issued.event
    if event.key.audience is Audience.OWN:
        yield Cut("inspector", event.key.inspector_id)
        return
    yield Cut(WHOLE)
    bodies = (
        Cut("inspectorate", event.inspectorate),
        Cut("authority", event.key.la_code),
        Cut("force", event.police_force_code),
    )
    # Of who is gone from the programme, inspectorate or force may not be known any more.
    yield from (cut for cut in bodies if cut.id)


def csv_file(source: Source, share: Share, marking: Marking) -> Content:
    """The share of roster.csv; the marking is in its name and beside it."""
    return Content(export_text(share.roster).encode(), len(share.roster.rows))


def workbook_file(source: Source, share: Share, marking: Marking) -> Content:
    """The share's tables, a sheet each, or the whole rota's."""
    from api.exports.workbook import rota_workbook, table_workbook

    sheets = source.sheets
    if share.cut.kind == WHOLE:
        data = rota_workbook(sheets.programme, sheets.rota, marking)
    else:
        data = table_workbook(share.tables, marking)
    return Content(data, len(share.roster.rows))


def calendar_file(source: Source, share: Share, marking: Marking) -> Content | None:
    """The share's calendar; None where there is nothing in it, which no calendar may be."""
    events = source.events.get(share.cut)
    if not events:
        return None
    name = f"Rota {share.cut.id}".strip()
    return Content(calendar_bytes(name, events, marking), len(events))


def page_file(source: Source, share: Share, marking: Marking) -> Content:
    """The share's page for the printer, or the page of the whole rota."""
    from api.exports.share.page import share_page
    from api.pages.page import inline_assets, render_page

    if share.cut.kind == WHOLE:
        page = render_page(source.sheets, inline_assets(), marking.line)
    else:
        page = share_page(source.programme, share, marking)
    return Content(page.encode(), len(share.roster.rows))


#: The forms that are one file for each cut.
ONE_FILE: Mapping[str, Callable[[Source, Share, Marking], Content | None]] = {
    "csv": csv_file,
    "xlsx": workbook_file,
    "ics": calendar_file,
    "html": page_file,
}

FORMS = (*ONE_FILE, "png")
USUAL_FORMS = tuple(ONE_FILE)
