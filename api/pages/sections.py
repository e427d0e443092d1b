"""The sections of the page, from the top: a heading, what to see, a chart and its table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from api.charts.sheets import Sheets
from api.pages import count_tables, span_tables
from api.pages.tables import PageTable

Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Section(Generic[Shown]):
    """One section of what is shown, a rota or two; ``chart`` names a chart ("" for a table alone).

    ``kind`` says what the filters do: "lines" leave out lines and bars, "counts" are counted
    anew, and "whole" is of the whole rota whatever is filtered. ``pages`` says what gets pages of
    its own when printed: each "region", each inspectorate ("body"), or nothing.
    """

    name: str
    title: str
    lead: str
    kind: str
    table: Callable[[Shown], PageTable]
    chart: str = ""
    noun: str = ""
    pages: str = ""


SECTIONS: Sequence[Section[Sheets]] = (
    Section(
        "authorities",
        "Authorities",
        "Each inspection's two weeks in the order in which they start. The pale bands are weeks "
        "in which nobody may be on site.",
        "lines",
        span_tables.inspections_table,
        "gantt_authorities",
        "Authorities",
        "region",
    ),
    Section(
        "forces",
        "Police forces",
        "Each force's inspections; the first carries the force-wide review, and so does the first "
        "one after a force-wide change.",
        "lines",
        span_tables.forces_table,
        "gantt_forces",
        "Forces",
        "region",
    ),
    Section(
        "inspectors",
        "Inspectors",
        "What each inspector does when. Filter by inspectorate, or search for a name.",
        "lines",
        span_tables.roster_page_table,
        "gantt_inspectors",
        "Inspectors",
        "body",
    ),
    Section(
        "leave",
        "Leave",
        "The days on which inspectors are away.",
        "lines",
        span_tables.leave_table,
        pages="body",
    ),
    Section(
        "on-site",
        "People on site",
        "Bars: people on site in a week. Black line: the people there are, less those on leave "
        "that week.",
        "counts",
        count_tables.on_site_table,
        "on_site",
    ),
    Section(
        "starts",
        "Starts per month",
        "How many inspections start in each calendar month.",
        "counts",
        count_tables.months_table,
        "starts_per_month",
    ),
    Section(
        "goals",
        "Goals",
        "What the rota costs, goal by goal; fewer points are better. The filters do not act here.",
        "whole",
        count_tables.goals_page_table,
        "goals",
    ),
    Section(
        "run",
        "The run",
        "How the best total fell while the planner ran, and how the bound that no rota goes below "
        "rose. The filters do not act here.",
        "whole",
        count_tables.curve_table,
        "curve",
    ),
    Section(
        "notes",
        "Notes",
        "What the rota has to say of itself. The filters do not act here.",
        "whole",
        count_tables.notes_table,
    ),
)
