"""How plotly.js is configured wherever a chart is shown: nothing is offered to anybody's cloud."""

from typing import Any

#: ``showSendToCloud`` and ``plotlyServerURL`` keep plotly.js from offering to upload the chart.
PLOTLY_CONFIG: dict[str, Any] = {
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "displaylogo": False,
    "responsive": True,
    "modeBarButtonsToRemove": ["lasso2d", "select2d", "autoScale2d"],
}
