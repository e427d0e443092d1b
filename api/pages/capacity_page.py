"""The page of capacity: what is tight, a chart, and the table that says the same."""

from fractions import Fraction

from api.capacity_words import MEANING, quarter_name, sentences, used, whole
from api.charts.capacity import capacity_chart
from api.charts.config import PLOTLY_CONFIG
from api.pages.page import Assets, closing_nothing, page_environment, script_json
from api.pages.tables import Column, PageTable, TableRow, cells
from models.capacity import Capacity, Room, Stretch
from models.programme import Programme

_NUMBERS = (
    "On site", "Other days of those weeks", "Preparation and report", "Rest", "Needed, target",
    "Needed, least", "Working days", "Leave", "Beyond the ceiling", "There", "Used",
)  # fmt: skip


def render_capacity_page(programme: Programme, found: Capacity, assets: Assets) -> str:
    """The page, as HTML; everything is inside it."""
    return (
        page_environment()
        .get_template("capacity.html")
        .render(
            assets=assets,
            marking="Confidential: who is away when",
            programme=programme,
            meaning=MEANING,
            sentences=list(sentences(programme, found)),
            table=capacity_table(programme, found),
            figure=closing_nothing(str(capacity_chart(programme, found).to_json())),
            config=script_json(PLOTLY_CONFIG),
        )
    )


def capacity_table(programme: Programme, found: Capacity) -> PageTable:
    """Every group in every quarter, with the parts of what it needs and of what it has."""
    columns = (
        Column("Inspectorate"),
        Column("Quarter"),
        *(Column(heading, number=True) for heading in _NUMBERS),
        Column("Room"),
    )
    rows = tuple(_row(programme, stretch) for stretch in found.stretches)
    return PageTable("Inspector-days by inspectorate and quarter", columns, rows)


def _row(programme: Programme, stretch: Stretch) -> TableRow:
    need = stretch.target
    days: tuple[Fraction, ...] = (
        need.on_site, need.beside, need.lead, need.rest, need.total, stretch.least.total,
        stretch.working, stretch.away, stretch.beyond, stretch.there,
    )  # fmt: skip
    room = "" if stretch.room is Room.ENOUGH else stretch.room.value
    return TableRow(
        cells(
            stretch.group.title,
            quarter_name(programme, stretch.quarter),
            *map(whole, days),
            used(stretch),
            room,
        )
    )
