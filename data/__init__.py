"""From files to words, and the reference programmes."""

from data.baseline import Baseline, open_baseline, read_baseline
from data.changes import read_changes, read_changes_with_warnings, refuse_day_outside
from data.problems import DataProblem, DataProblems
from data.programme import read_programme, read_programme_with_warnings
from data.reference import reference_programme
from data.rota import read_rota, read_rota_with_warnings
from data.writers import write_programme

__all__ = [
    "Baseline",
    "DataProblem",
    "DataProblems",
    "open_baseline",
    "read_baseline",
    "read_changes",
    "read_changes_with_warnings",
    "read_programme",
    "read_programme_with_warnings",
    "read_rota",
    "read_rota_with_warnings",
    "reference_programme",
    "refuse_day_outside",
    "write_programme",
]
