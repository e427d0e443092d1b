"""The charts by name, one figure a file: a rota's sheets in, a plotly figure out."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import plotly.graph_objects as go

from api.charts.curve import curve
from api.charts.gantt_authorities import gantt_authorities
from api.charts.gantt_forces import gantt_forces
from api.charts.gantt_inspectors import gantt_inspectors
from api.charts.goals import goals
from api.charts.on_site import on_site
from api.charts.sheets import Sheets
from api.charts.starts_per_month import starts_per_month

CHARTS: Mapping[str, Callable[[Sheets], go.Figure]] = MappingProxyType(
    {
        "gantt_authorities": gantt_authorities,
        "gantt_forces": gantt_forces,
        "gantt_inspectors": gantt_inspectors,
        "on_site": on_site,
        "starts_per_month": starts_per_month,
        "goals": goals,
        "curve": curve,
    }
)

__all__ = ["CHARTS", "Sheets"]
