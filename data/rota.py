"""Reads a rota: a slot and named deployments, and whatever else is there beside them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from data import rota_forms
from data.form import Form
from data.known import codes_of
from data.problems import DataProblem, ProblemList
from data.rows import read_words
from data.sheet import Sheet, read_sheet
from data.source import note_missing, open_source
from models.programme import Programme
from models.rota import Rota
from models.tables import ROTA_COLUMNS, rota_in_file_order
from models.tables.rota_files import ROTA_FIELDS

_NEEDED = ("inspections.csv", "deployments.csv")

#: The sheet of each file that is there; None where its columns cannot be told.
Sheets = Mapping[str, Sheet | None]

_FORMS: tuple[Callable[[rota_forms.Places], Form[Any]], ...] = (
    rota_forms.inspections,
    rota_forms.deployments,
    rota_forms.attendance,
    rota_forms.force_reviews,
    rota_forms.cps_activity,
)


def read_rota(path: Path | str, programme: Programme) -> Rota:
    """The rota in a folder, a zip or a workbook, its records in the order of the sorted files.

    Only inspections.csv (la_code, start) and deployments.csv (la_code, inspector_id, role) are
    needed. An authority that stands twice is no problem of the data: the checks report it (R1).
    Raises ``DataProblems`` with every problem of every file.
    """
    return read_rota_with_warnings(path, programme)[0]


def read_rota_with_warnings(
    path: Path | str, programme: Programme
) -> tuple[Rota, tuple[DataProblem, ...]]:
    """The rota, and what is odd about its files but does no harm."""
    problems = ProblemList()
    sheets = read_rota_sheets(Path(path), programme, problems)
    return rota_in(sheets, programme, problems), tuple(problems.warnings)


def read_rota_sheets(path: Path, programme: Programme, problems: ProblemList) -> Sheets:
    """The sheets of a rota's files that are there. Raises for a rota of another programme."""
    source = open_source(path, ROTA_COLUMNS)
    problems.include(source.found)
    note_missing(source, _NEEDED, problems)
    sheets = {file: read_sheet(file, data, problems) for file, data in source.files.items()}
    _refuse_another_programme(sheets, programme, problems)
    return sheets


def rota_in(sheets: Sheets, programme: Programme, problems: ProblemList) -> Rota:
    """The rota in some sheets. Raises ``DataProblems`` with those met before too."""
    places = rota_forms.Places(
        authorities=codes_of("authority code", programme.authority_of),
        forces=codes_of("force code", programme.force_of),
        inspectors=codes_of("inspector id", programme.inspector_of),
    )
    rota = words_in(sheets, places, problems)
    problems.raise_any(tuple(ROTA_COLUMNS))
    return rota


def words_in(sheets: Sheets, places: rota_forms.Places, problems: ProblemList) -> Rota:
    """The rows that can be read, in the order of the sorted files; what is wrong is noted."""
    forms = (form(places) for form in _FORMS)
    fields: dict[str, tuple[Any, ...]] = {
        ROTA_FIELDS[form.file]: tuple(
            word for _, word in read_words(sheets[form.file], form, problems)
        )
        for form in forms
        if form.file in sheets
    }
    return rota_in_file_order(Rota(**{"inspections": (), "deployments": ()} | fields))


def _refuse_another_programme(sheets: Sheets, programme: Programme, problems: ProblemList) -> None:
    """Say once, not row by row, that a rota knows none of this programme's codes."""
    asked = (
        ("inspections.csv", "la_code", "authorities", programme.authority_of),
        ("deployments.csv", "inspector_id", "inspectors", programme.inspector_of),
    )
    for file, column, kind, known in asked:
        met = _values(sheets.get(file), column)
        unknown = met.difference(known)
        if len(unknown) > max(1, len(met) // 2):
            said = f"a rota of another programme: {len(unknown)} of its {len(met)} {kind}"
            problems.add(file, f"{said} are not in this one", column=column)
            problems.raise_any()


def _values(sheet: Sheet | None, column: str) -> set[str]:
    if sheet is None or column not in sheet.columns:
        return set()
    return {row.cells[column] for row in sheet.rows}
