"""The tables of a share's page: one of deployments and busy periods, one of days on site."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from api.charts.words import said_day, said_span
from api.exports.calendar.spans import runs_of
from api.exports.share.shares import Share
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.tables import Table

UNNAMED = "Not named yet"

# Not strftime's %a: a process set to another language would say another day.
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

Cells = Mapping[str, str]


@dataclass(frozen=True)
class PageTable:
    """A caption, headings, and rows with a text for each of them."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def page_tables(programme: Programme, share: Share) -> tuple[PageTable, ...]:
    """The tables of a share, in the order of time."""
    return _deployments(share), _days(programme, share)


def _deployments(share: Share) -> PageTable:
    on_site = _days_on_site(share)
    rows = []
    for cells in sorted(_cells(share.roster), key=lambda each: (each["start"], *each.values())):
        row = {
            "Inspection": _span(cells["start"], cells["end"]),
            "Authority": _authority(cells["authority"], cells["la_code"]),
            "Inspector": f"{cells['inspector']} ({cells['inspector_id']})",
            "Inspectorate": Inspectorate(cells["inspectorate"]).title,
            "Role": cells["role"].capitalize(),
            "Busy": _span(cells["busy_from"], cells["busy_to"]),
            "On site": ", ".join(_within(on_site, cells)),
            "Force-wide review": cells["force_wide_review"].replace("no", "").capitalize(),
        }
        rows.append(tuple(row[each] for each in _headings(share, tuple(row))))
    headings = (
        "Inspection", "Authority", "Inspector", "Inspectorate", "Role", "Busy", "On site",
        "Force-wide review",
    )  # fmt: skip
    return PageTable("Deployments and busy periods", _headings(share, headings), tuple(rows))


def _days(programme: Programme, share: Share) -> PageTable:
    """A row for each day and authority; people of one activity stand together."""
    who: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for cells in _cells(share.attendance):
        activity = cells["activity"].replace("_", " ").capitalize()
        who[cells["date"], cells["la_code"]][activity].append(cells["inspector_id"])
    rows = []
    for (day, la_code), doing in sorted(who.items()):
        place = programme.authority_of[la_code].name if la_code else ""
        for activity, people in doing.items():
            row = {
                "Day": f"{_WEEKDAYS[date.fromisoformat(day).weekday()]} {_day(day)}",
                "Authority": _authority(place, la_code),
                "Activity": activity,
                "Inspector": ", ".join(people),
            }
            rows.append(tuple(row[each] for each in _headings(share, tuple(row))))
    headings = ("Day", "Authority", "Activity", "Inspector")
    return PageTable("Days on site", _headings(share, headings), tuple(rows))


def _headings(share: Share, headings: tuple[str, ...]) -> tuple[str, ...]:
    """The headings less those that would say the same in every row of this share."""
    same = {
        "inspector": {"Inspector", "Inspectorate"},
        "inspectorate": {"Inspectorate"},
        "authority": {"Authority"},
    }.get(share.cut.kind, set())
    return tuple(each for each in headings if each not in same)


def _cells(table: Table) -> Iterator[Cells]:
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def _days_on_site(share: Share) -> Mapping[tuple[str, str], list[date]]:
    days: dict[tuple[str, str], list[date]] = defaultdict(list)
    for cells in _cells(share.attendance):
        days[cells["inspector_id"], cells["la_code"]].append(date.fromisoformat(cells["date"]))
    return days


def _within(on_site: Mapping[tuple[str, str], list[date]], cells: Cells) -> Iterator[str]:
    """The runs of days on site of one deployment; codes that are hidden are told by the dates."""
    first, last = cells["on_site_from"], cells["on_site_to"]
    days = on_site.get((cells["inspector_id"], cells["la_code"]), [])
    for run in runs_of(day for day in days if first <= day.isoformat() <= last):
        yield said_span(*run)


def _authority(name: str, la_code: str) -> str:
    return f"{name} ({la_code})" if la_code else UNNAMED


def _span(first: str, last: str) -> str:
    return f"{_day(first)} to {_day(last)}" if first and last else ""


def _day(iso: str) -> str:
    return said_day(date.fromisoformat(iso))
