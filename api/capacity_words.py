"""How capacity is told: what is tight in sentences, all of it in a table, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from api.terminal import Column, Table
from models.capacity import TIGHT_FROM, Room
from models.saying import say_authority, say_list, say_months

if TYPE_CHECKING:
    from models.capacity import Capacity, Days, Quarter, Stretch
    from models.programme import Programme

#: What the columns mean, said wherever the table is shown.
MEANING = (
    "Days are working days of one inspector in weeks in which the inspectorate may be on site. "
    "Needed: on site, the rest of those weeks, the lead's preparation and report writing, and "
    "rest, if starts are spread evenly over the open weeks. There: everybody's days less leave, "
    "and less what the ceiling on deployments keeps from being used. "
    f"Tight: the target teams need {float(TIGHT_FROM):.0%} or more of what is there. "
    "Short: even the least teams need more than is there. All this is an indication, no proof."
)
_COLUMNS = (
    Column("Quarter"),
    Column("Needed, least", number=True),
    Column("Needed, target", number=True),
    Column("There", number=True),
    Column("Used", number=True),
    Column("Room"),
)


def quarter_name(programme: Programme, quarter: Quarter) -> str:
    """A quarter by the months in which its weeks begin: January to March 2014."""
    months = [programme.calendar.monday(week) for week in quarter.weeks]
    return say_months(months[0], months[-1])


def sentences(programme: Programme, found: Capacity) -> Iterator[str]:
    """One sentence for each group and quarter that is short or tight, and for who starts nowhere.

    One sentence where nothing is.
    """
    if found.nowhere:
        named = say_list([say_authority(programme, code) for code in found.nowhere])
        yield f"No start week is open for {named}; their days are not counted."
    notable = [each for each in found.stretches if each.room is not Room.ENOUGH]
    yield from (_sentence(programme, each) for each in notable)
    if not notable:
        yield (
            "No inspectorate is tight in any quarter: the target teams never need "
            f"{float(TIGHT_FROM):.0%} of the days there are."
        )


def _sentence(programme: Programme, stretch: Stretch) -> str:
    when = quarter_name(programme, stretch.quarter)
    verb = "are" if stretch.group.leads else "is"
    who = f"{stretch.group.title} {verb} {stretch.room.value} in {when}"
    if stretch.room is Room.SHORT:
        least = whole(stretch.least.total)
        return f"{who}: {least} days needed by the least teams, {whole(stretch.there)} there are."
    return f"{who}: {whole(stretch.target.total)} days needed, {whole(stretch.there)} there are."


def capacity_tables(programme: Programme, found: Capacity) -> Iterator[Table]:
    """One table a group, a row a quarter."""
    for group in found.groups:
        rows = [_cells(programme, stretch) for stretch in found.of(group)]
        yield Table(_COLUMNS, rows, group.title)


def _cells(programme: Programme, stretch: Stretch) -> tuple[str, ...]:
    return (
        quarter_name(programme, stretch.quarter),
        whole(stretch.least.total),
        whole(stretch.target.total),
        whole(stretch.there),
        used(stretch),
        "" if stretch.room is Room.ENOUGH else stretch.room.value,
    )


def whole(days: Fraction) -> str:
    """Days as a whole number, halves up."""
    return f"{int(days + Fraction(1, 2)):,}"


def used(stretch: Stretch) -> str:
    """The share of the days there are that the target teams need; blank where there are none."""
    return f"{float(stretch.target.total / stretch.there):.0%}" if stretch.there else ""


def capacity_json(programme: Programme, found: Capacity) -> dict[str, Any]:
    """The same as JSON; days to one decimal."""
    return {
        "tight_from": float(TIGHT_FROM),
        "quarters": [_stretch_json(programme, each) for each in found.stretches],
        "sentences": list(sentences(programme, found)),
        "nowhere": list(found.nowhere),
    }


def _stretch_json(programme: Programme, stretch: Stretch) -> dict[str, Any]:
    quarter, calendar = stretch.quarter, programme.calendar
    return {
        "inspectorate": stretch.group.inspectorate.value,
        "leads": stretch.group.leads,
        "quarter": f"{quarter.year}-Q{quarter.number}",
        "start": quarter.start(calendar).isoformat(),
        "end": quarter.end(calendar).isoformat(),
        "least": _days_json(stretch.least),
        "target": _days_json(stretch.target),
        "working_days": _tenths(stretch.working),
        "absent": _tenths(stretch.away),
        "beyond_ceiling": _tenths(stretch.beyond),
        "there": _tenths(stretch.there),
        "room": stretch.room.value,
    }


def _days_json(days: Days) -> dict[str, float]:
    return {
        "on_site": _tenths(days.on_site),
        "beside": _tenths(days.beside),
        "preparation_and_report": _tenths(days.lead),
        "rest": _tenths(days.rest),
        "total": _tenths(days.total),
    }


def _tenths(days: Fraction) -> float:
    return round(float(days), 1)
