"""A rota's folder as the sheets that charts and pages are drawn from."""

from pathlib import Path

from api.charts.sheets import Sheets
from api.completion import complete
from api.exports.run_files import day_of_certificate, read_run
from api.verdict import verdict_on
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota


def sheets_of(programme: Programme, rota: Rota, folder: Path) -> Sheets:
    """The sheets of a rota as read, completed, with what its folder tells of its run."""
    whole = complete(programme, rota)
    run = read_run(folder, programme)
    goals = run.bounded(measure_goals(programme, whole))
    _, breaches = verdict_on(programme, rota, day_of_certificate(folder))
    return Sheets(programme, whole, goals, run.certificate, run.curve, breaches)
