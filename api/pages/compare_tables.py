"""The tables of two rotas: what is different, every authority, whose roster, and the goals."""

from collections.abc import Iterator, Sequence
from datetime import date

from api.charts.pair import Pair
from api.charts.rosters_before_and_after import change_key
from api.charts.words import said_day
from api.compare_words import (
    said_passing,
    said_people,
    said_review,
    said_roster_change,
    said_weeks,
)
from api.pages.tables import Cell, Column, PageTable, TableRow, cells, day
from models.comparison import SlotChange
from models.deployment import CpsActivity, Role
from models.inspection import Review
from models.inspectorate import Inspectorate
from models.roster_changes import RosterChange
from models.rulebook import GOAL_OF
from models.saying import say_number
from models.tables import RosterEntry


def differences_table(pair: Pair) -> PageTable:
    """Every difference in a row of its own, authority by authority in the order of the chart."""
    headings = ("Authority", "Code", "What", "Before", "After", "Difference")
    order = {code: number for number, code in enumerate(pair.starts)}
    rows = sorted(_differences(pair), key=lambda row: (order.get(row.place, len(order)), row.place))
    return PageTable("The differences, by authority", tuple(map(Column, headings)), tuple(rows))


def _differences(pair: Pair) -> Iterator[TableRow]:
    programme, found = pair.programme, pair.comparison
    for slot in found.slots:
        yield _difference(
            pair, slot.la_code, "Slot", _day(slot.before), _day(slot.after), _weeks(slot)
        )
    for review in found.reviews:
        said = said_review(review.before), said_review(review.after)
        passing = said_passing(programme, found, review)
        yield _difference(pair, review.la_code, "Force-wide review", *said, passing)
    for team in found.teams:
        lost, gained = (
            said_people(programme, each) or "nobody" for each in (team.lost, team.gained)
        )
        count, body = say_number(team.deployments, "deployment"), team.inspectorate
        yield _difference(pair, team.la_code, body.title, lost, gained, count, body)
    for cps in found.cps_activities:
        said = _activities(pair, cps.before), _activities(pair, cps.after)
        yield _difference(pair, cps.la_code, "HMCPSI activity", *said, "", Inspectorate.HMCPSI)
    for days in found.days:
        names = ", ".join(programme.inspector_of[each].name for each in days.inspector_ids)
        yield _difference(
            pair, days.la_code, "Days on site", names, names, "other days or feedback"
        )


def _difference(
    pair: Pair,
    la_code: str,
    what: str,
    before: str | Cell,
    after: str | Cell,
    difference: str | Cell,
    body: str = "",
) -> TableRow:
    name = pair.programme.authority_of[la_code].name
    row = cells(name, la_code, _whole(what), before, after, difference)
    return TableRow(row, key=la_code, line=la_code, place=la_code, body=body)


def _whole(words: str) -> Cell:
    """Words on one line: what has its own order is not broken."""
    return Cell(words, words)


def _day(start: date | None) -> Cell:
    return day(start.isoformat()) if start else Cell("none")


def _weeks(slot: SlotChange) -> Cell:
    """How far it moved; what is earliest sorts first."""
    return Cell(said_weeks(slot), "" if slot.weeks is None else str(1000 + slot.weeks))


def _activities(pair: Pair, activities: Sequence[CpsActivity]) -> str:
    said = (
        f"{pair.programme.inspector_of[each.inspector_id].name}, week of {said_day(each.start)}"
        for each in activities
    )
    return "; ".join(said) or "nobody"


def authorities_table(pair: Pair) -> PageTable:
    """One row an authority, those with a difference first: the chart's lines."""
    headings = ("Authority", "Code", "Police force", "Starts before", "Starts after", "Moved")
    columns = (
        *map(Column, headings),
        Column("Deployments changed", number=True),
        Column("Force-wide review"),
    )
    slots = {each.la_code: each for each in pair.comparison.slots}
    people: dict[str, int] = {}
    for each in pair.comparison.teams:
        people[each.la_code] = people.get(each.la_code, 0) + each.deployments
    rows = tuple(
        _authority(pair, code, starts, slots.get(code), people.get(code, 0))
        for code, starts in pair.starts.items()
    )
    return PageTable("Every authority, those with a difference first", columns, rows)


def _authority(
    pair: Pair,
    code: str,
    starts: tuple[date | None, date | None],
    slot: SlotChange | None,
    people: int,
) -> TableRow:
    programme = pair.programme
    authority = programme.authority_of[code]
    row = cells(
        authority.name,
        code,
        programme.force_of[authority.police_force_code].name,
        *map(_day, starts),
        _weeks(slot) if slot else "no",
        people,
        _review_of(pair, code),
    )
    return TableRow(row, key=code, line=code, place=code)


def _review_of(pair: Pair, code: str) -> str:
    """Before and after where they differ, else what it is in both."""
    for change in pair.comparison.reviews:
        if change.la_code == code:
            return f"was {said_review(change.before)}, is {said_review(change.after)}"
    inspection = pair.after.rota.inspection_of.get(code)
    return said_review((inspection.force_wide_review if inspection else None) or Review.NO)


def rosters_table(pair: Pair) -> PageTable:
    """One row a line of somebody's roster that is different, by inspectorate and inspector."""
    headings = (
        "Inspector", "Inspectorate", "Authority", "What", "Busy before", "Busy after",
        "On site before", "On site after",
    )  # fmt: skip
    order = list(Inspectorate)
    rows = sorted(
        (_roster_row(pair, change) for change in pair.rosters),
        key=lambda row: (order.index(Inspectorate(row.body)), row.line),
    )
    return PageTable("The rosters that are different", tuple(map(Column, headings)), tuple(rows))


def _roster_row(pair: Pair, change: RosterChange) -> TableRow:
    person = pair.programme.inspector_of[change.inspector_id]
    entries = (change.before, change.after)
    row = cells(
        person.name,
        person.inspectorate.title,
        pair.programme.authority_of[change.la_code].name,
        _whole(said_roster_change(change)),
        *map(_busy, entries),
        *map(_on_site, entries),
    )
    return TableRow(
        row,
        key=change_key(change),
        line=change.inspector_id,
        place=change.la_code,
        body=person.inspectorate.value,
    )


def _busy(entry: RosterEntry | None) -> Cell:
    if entry is None:
        return Cell("")
    lead = "" if entry.role is Role.MEMBER else f", {entry.role}"
    return _span(entry.busy_from, entry.busy_to, lead)


def _on_site(entry: RosterEntry | None) -> Cell:
    return _span(entry.on_site_from, entry.on_site_to) if entry else Cell("")


def _span(first: date | None, last: date | None, more: str = "") -> Cell:
    if first is None or last is None:
        return Cell("")
    said = said_day(first)
    if first.year == last.year:
        # Four of these stand beside each other.
        said = said.removesuffix(f" {first.year}")
    return Cell(f"{said} to {said_day(last)}{more}", first.isoformat())


def goals_page_table(pair: Pair) -> PageTable:
    """One row a goal, and the total."""
    numbers = ("Raw before", "Raw after", "Points before", "Points after", "Difference")
    columns = (
        Column("Goal"), Column("What it counts"), *(Column(each, number=True) for each in numbers),
    )  # fmt: skip
    before, after = pair.before.goals, pair.after.goals
    rows = [
        cells(
            f"{GOAL_OF[was.goal].id} {was.goal}",
            GOAL_OF[was.goal].title,
            *map(_number, (was.raw, is_now.raw)),
            *_points(was.points, is_now.points),
        )
        for was, is_now in zip(before.scores, after.scores, strict=True)
    ]
    rows.append(cells("total", "", "", "", *_points(before.total, after.total)))
    return PageTable("Goals before and after", columns, tuple(map(TableRow, rows)))


def _points(before: int, after: int) -> Iterator[Cell]:
    yield _number(before)
    yield _number(after)
    more = after - before
    # A minus as people write it; a page that sorts takes the plain one.
    yield Cell(f"{more:+,}".replace("-", "−") if more else "0", str(more))


def _number(value: int) -> Cell:
    return Cell(f"{value:,}", str(value))
