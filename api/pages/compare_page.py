"""The page of two rotas of one programme: what is different, before and after."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import plotly.graph_objects as go

from api.charts.before_and_after import before_and_after
from api.charts.config import PLOTLY_CONFIG
from api.charts.goals_before_and_after import goals_before_and_after
from api.charts.pair import Pair
from api.charts.rosters_before_and_after import rosters_before_and_after
from api.compare_words import compare_summary
from api.pages import compare_tables
from api.pages.page import (
    MARKING,
    Assets,
    choices_of,
    closing_nothing,
    facts_of,
    page_environment,
    script_json,
    years_of,
)
from api.pages.sections import Section

PAIR_CHARTS: Mapping[str, Callable[[Pair], go.Figure]] = MappingProxyType(
    {
        "before_and_after": before_and_after,
        "rosters_before_and_after": rosters_before_and_after,
        "goals_before_and_after": goals_before_and_after,
    }
)

PAIR_SECTIONS: Sequence[Section[Pair]] = (
    Section(
        "differences",
        "Differences",
        "Whatever is not the same in both rotas, authority by authority. A slot is named by the "
        "Monday on which the inspection starts.",
        "lines",
        compare_tables.differences_table,
    ),
    Section(
        "authorities",
        "Before and after",
        "Authorities with a difference come first. A slot that moved is drawn at both places, the "
        "old above and the new below, with an arrow from the old to the new. Marks beside the bar "
        "tell of changed people and of the force-wide review.",
        "lines",
        compare_tables.authorities_table,
        "before_and_after",
        "Authorities",
        "region",
    ),
    Section(
        "inspectors",
        "Inspectors",
        "The inspectors whose roster is different: the weeks in which they are busy, preparation, "
        "report writing and rest included, before above and after below.",
        "lines",
        compare_tables.rosters_table,
        "rosters_before_and_after",
        "Inspectors",
        "body",
    ),
    Section(
        "goals",
        "Goals",
        "What each rota costs, goal by goal; fewer points are better. The filters do not act here.",
        "whole",
        compare_tables.goals_page_table,
        "goals_before_and_after",
    ),
)


def render_compare_page(pair: Pair, names: tuple[str, str], assets: Assets) -> str:
    """The page of two rotas, as HTML; ``names`` are what the rota before and after are called."""
    return (
        page_environment()
        .get_template("compare.html")
        .render(
            assets=assets,
            marking=MARKING,
            programme=pair.programme,
            pair=pair,
            names=names,
            found=pair.comparison,
            inspectors=len({each.inspector_id for each in pair.rosters}),
            summary=compare_summary(pair.comparison),
            sections=[(section, section.table(pair)) for section in PAIR_SECTIONS],
            figures={
                name: closing_nothing(str(draw(pair).to_json()))
                for name, draw in PAIR_CHARTS.items()
            },
            choices=choices_of(pair.after),
            facts=script_json(_facts(pair)),
            years=script_json(years_of(pair.after)),
            config=script_json(PLOTLY_CONFIG),
        )
    )


def _facts(pair: Pair) -> Mapping[str, Mapping[str, Any]]:
    """What the filters ask of each authority; one that moved may be of two programme years."""
    first, second = facts_of(pair.before), facts_of(pair.after)
    found = {}
    for code in first.keys() | second.keys():
        held = [facts[code] for facts in (first, second) if code in facts]
        found[code] = {
            **held[-1],
            "year": sorted({each["year"] for each in held}),
            "bodies": sorted({body for each in held for body in each["bodies"]}),
        }
    return found
