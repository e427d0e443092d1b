"""The page of a rota, from the same templates whether it is one file or served."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from api.charts import CHARTS
from api.charts.config import PLOTLY_CONFIG
from api.charts.sheets import Sheets
from api.charts.words import said_day
from api.pages.plotly_js import plotly_js
from api.pages.sections import SECTIONS
from models.calendar import Calendar
from models.inspectorate import ON_SITE, Inspectorate

#: What stands on top of a page, and on every page printed of it, where nothing else is said.
MARKING = "Confidential: inspections are unannounced"


@dataclass(frozen=True)
class Assets:
    """Where the page's style and scripts are: inside it, or at addresses of the service.

    ``policy`` is the Content-Security-Policy that the page itself states ("" when a header does).
    """

    style: str
    script: str
    plotly: str
    inline: bool
    policy: str = ""


def page_asset(name: str) -> str:
    """The text of one of the page's own assets."""
    return files("api.pages").joinpath("assets", name).read_text(encoding="utf-8")


def page_script() -> str:
    """What the page of a rota runs: one script for the screen, two for the printer."""
    return page_asset("page.js") + page_asset("hatch.js") + page_asset("print.js")


def chart_script() -> str:
    """What a page of one chart runs."""
    return page_asset("chart.js") + page_asset("hatch.js")


def inline_assets(script: str = "") -> Assets:
    """Everything inside the page; it may run these two scripts and speak to nobody.

    ``script`` is another than that of the page of a rota.
    """
    script, plotly = script or page_script(), plotly_js()
    hashes = " ".join(f"'sha256-{_sha256(text)}'" for text in (plotly, script))
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    return Assets(page_asset("page.css"), script, plotly, inline=True, policy=policy)


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def page_environment() -> Environment:
    """Where the templates are, and what they may do; everything they show is escaped."""
    environment = Environment(
        loader=PackageLoader("api.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["in_style"] = in_style
    environment.filters["thousands"] = lambda number: f"{number:,}"
    return environment


def render_page(sheets: Sheets, assets: Assets, marking: str = MARKING) -> str:
    """The page of a whole rota, as HTML; ``marking`` stands on top and on each printed page."""
    return (
        page_environment()
        .get_template("page.html")
        .render(
            assets=assets,
            marking=marking,
            sheets=sheets,
            programme=sheets.programme,
            certificate=sheets.certificate,
            goals=sheets.goals,
            breaches=sheets.breaches,
            sections=[(section, section.table(sheets)) for section in SECTIONS],
            figures={
                each.chart: figure_json(sheets, each.chart) for each in SECTIONS if each.chart
            },
            choices=choices_of(sheets),
            facts=script_json(facts_of(sheets)),
            years=script_json(years_of(sheets)),
            config=script_json(PLOTLY_CONFIG),
        )
    )


def figure_json(sheets: Sheets, chart: str) -> str:
    """A chart's figure as JSON that may stand in a script element."""
    return closing_nothing(str(CHARTS[chart](sheets).to_json()))


def script_json(value: object) -> str:
    """JSON that may stand in a script element."""
    return closing_nothing(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def closing_nothing(text: str) -> str:
    """Without ``<``, nothing that people typed can end the script element it stands in."""
    return text.replace("<", "\\u003c")


def in_style(text: str) -> str:
    """Text as a string of CSS that may stand in a style element, whatever is in it."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'


def facts_of(sheets: Sheets) -> Mapping[str, Mapping[str, Any]]:
    """What the filters ask of each authority: region, force, programme year, inspectorates."""
    programme, calendar = sheets.programme, sheets.programme.calendar
    found = {}
    for code, inspection in sheets.rota.inspection_of.items():
        authority = programme.authority_of[code]
        found[code] = {
            "region": authority.region,
            "force": authority.police_force_code,
            "year": str(calendar.year_of(calendar.week_of(inspection.start))),
            "bodies": [body.value for body in ON_SITE if (inspection.sizes or {}).get(body)],
        }
    return found


def years_of(sheets: Sheets) -> Mapping[str, tuple[str, str]]:
    """The first Monday of each programme year and the Monday after it."""
    calendar = sheets.programme.calendar
    return {
        str(number): (_monday(calendar, year[0]), _monday(calendar, year[-1] + 1))
        for number, year in enumerate(calendar.years)
    }


def _monday(calendar: Calendar, week: int) -> str:
    return calendar.monday(week).isoformat()


def choices_of(sheets: Sheets) -> Mapping[str, Any]:
    """What each filter offers, as pairs of value and words."""
    programme = sheets.programme
    used = {authority.police_force_code for authority in programme.authorities}
    forces = [(each.police_force_code, each.name) for each in programme.forces]
    regions = sorted({authority.region for authority in programme.authorities} - {""})
    return {
        "region": [(region, region) for region in regions],
        "force": sorted((pair for pair in forces if pair[0] in used), key=lambda pair: pair[1]),
        "body": [(body.value, body.title) for body in Inspectorate],
        "year": [
            (number, f"Year {int(number) + 1}, from {said_day(date.fromisoformat(first))}")
            for number, (first, _) in years_of(sheets).items()
        ],
    }
