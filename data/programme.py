"""Reads a programme folder, a zip of one or a workbook: every problem of it at once."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from data import (
    absences,
    authorities,
    bank_holidays,
    blackouts,
    conflicts,
    cps_concerns,
    establishments,
    force_changes,
    forces,
    inspectors,
    pins,
    probation_trusts,
)
from data.form import Form
from data.known import Known, known_in
from data.problems import DataProblem, DataProblems, ProblemList
from data.rows import Numbered, read_words
from data.settings_file import Settings, read_settings
from data.sheet import Sheet, read_sheet
from data.source import Source, note_missing, open_source, warn_of_others
from models.authority import Force
from models.programme import Programme
from models.tables import NEEDED_FILES, PROGRAMME_COLUMNS, SETTINGS_FILE, in_file_order

_FORMS: tuple[Callable[[Known], Form[Any]], ...] = (
    authorities.form,
    forces.form,
    probation_trusts.form,
    establishments.form,
    inspectors.form,
    absences.form,
    conflicts.form,
    blackouts.form,
    force_changes.form,
    bank_holidays.form,
    cps_concerns.form,
    pins.form,
)
_NEVER_EMPTY = ("authorities.csv", "forces.csv", "inspectors.csv")
_WANTED = (SETTINGS_FILE, *PROGRAMME_COLUMNS)

_Rows = Mapping[str, tuple[Numbered[Any], ...]]


def read_programme(path: Path | str) -> Programme:
    """The programme in a folder, a zip or a workbook, its records in the order of the sorted files.

    Raises ``DataProblems`` with every problem of every file.
    """
    return read_programme_with_warnings(path)[0]


def read_programme_with_warnings(
    path: Path | str,
) -> tuple[Programme, tuple[DataProblem, ...]]:
    """The programme, and what is odd about its files but does no harm, unknown columns say."""
    problems = ProblemList()
    programme = programme_in(open_source(Path(path), _WANTED), problems)
    return programme, tuple(problems.warnings)


def programme_in(source: Source, problems: ProblemList) -> Programme:
    """The programme in some files. Raises ``DataProblems`` with those met before too."""
    problems.include(source.found)
    warn_of_others(source, _WANTED, problems)
    note_missing(source, NEEDED_FILES, problems)
    settings = read_settings(source.text(SETTINGS_FILE), problems)
    sheets = _read_sheets(source, problems)
    _note_empty(sheets, problems)
    rows = _read_rows(sheets, problems)
    if settings is not None:
        rows = _with_bank_holidays(source, settings, rows)
        pins.note_shut_starts(_calendar_of(settings, rows), rows["pins.csv"], problems)
    problems.raise_any(_WANTED)
    assert settings is not None, "settings are only missing where there is a problem"
    return _programme(settings, rows)


def _note_empty(sheets: Mapping[str, Sheet | None], problems: ProblemList) -> None:
    for file in _NEVER_EMPTY:
        sheet = sheets.get(file)
        if sheet is not None and sheet.whole and not sheet.rows:
            problems.add(file, "there is no row below the header; one is wanted at least")


def _read_sheets(source: Source, problems: ProblemList) -> Mapping[str, Sheet | None]:
    return {
        file: read_sheet(file, source.files[file], problems)
        for file in PROGRAMME_COLUMNS
        if file in source.files
    }


def _read_rows(sheets: Mapping[str, Sheet | None], problems: ProblemList) -> _Rows:
    known = known_in(sheets)
    forms = [form(known) for form in _FORMS]
    return {form.file: read_words(sheets.get(form.file), form, problems) for form in forms}


def _with_bank_holidays(source: Source, settings: Settings, rows: _Rows) -> _Rows:
    """The rows with England's bank holidays where the programme has no file of its own."""
    if "bank_holidays.csv" in source.files:
        return rows
    end = settings.start + timedelta(weeks=settings.weeks)
    england = bank_holidays.england(range(settings.start.year - 1, end.year + 3))
    return {**rows, "bank_holidays.csv": tuple(enumerate(england))}


def _calendar_of(settings: Settings, rows: _Rows) -> Programme:
    """As much of a programme as says which weeks are open, from the rows that can be read."""
    authorities = _words(rows, "authorities.csv")
    codes = {authority.la_code for authority in authorities}
    establishments = _words(rows, "establishments.csv")
    return Programme(
        **vars(settings),
        authorities=authorities,
        forces=tuple(
            Force(police_force_code=code, name=code)
            for code in {authority.police_force_code for authority in authorities}
        ),
        establishments=tuple(each for each in establishments if each.la_code in codes),
        inspectors=(),
        blackouts=_words(rows, "blackouts.csv"),
        bank_holidays=_words(rows, "bank_holidays.csv"),
    )


def _programme(settings: Settings, rows: _Rows) -> Programme:
    words = {file.removesuffix(".csv"): _words(rows, file) for file in rows}
    try:
        return in_file_order(Programme(**vars(settings), **words))
    except ValidationError as error:
        # The rows are in order, each by itself; what is refused is how they fit together.
        messages = (each["msg"].removeprefix("Value error, ") for each in error.errors())
        raise DataProblems(
            DataProblem("the programme", None, "", "", message) for message in messages
        ) from None


def _words(rows: _Rows, file: str) -> tuple[Any, ...]:
    return tuple(word for _, word in rows[file])
