"""From files to words, and the reference programmes."""

from data.problems import DataProblem, DataProblems
from data.programme import read_programme, read_programme_with_warnings
from data.reference import reference_programme
from data.rota import read_rota, read_rota_with_warnings
from data.writers import write_programme

__all__ = [
    "DataProblem",
    "DataProblems",
    "read_programme",
    "read_programme_with_warnings",
    "read_rota",
    "read_rota_with_warnings",
    "reference_programme",
    "write_programme",
]
