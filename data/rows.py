"""From a sheet to words by the file's form; every wrong cell is noted, not only the first."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from data import cells
from data.cells import CellError
from data.form import Column, Form
from data.nearest import nearest
from data.problems import ProblemList
from data.sheet import Sheet, SheetRow

W = TypeVar("W")

_REASON = "reason"
_LIKE_A_DATE = frozenset("0123456789-/.")

Numbered = tuple[int, W]


def read_words(
    sheet: Sheet | None, form: Form[W], problems: ProblemList
) -> tuple[Numbered[W], ...]:
    """The words in a sheet's rows, each with its row number; rows with a problem are left out."""
    if sheet is None or not _has_its_columns(sheet, form, problems):
        return ()
    _note_doubles(sheet, form, problems)
    words = ((row.number, _word(row, form, problems)) for row in sheet.rows)
    return tuple((number, word) for number, word in words if word is not None)


def _has_its_columns(sheet: Sheet, form: Form[W], problems: ProblemList) -> bool:
    names = {column.name for column in form.columns}
    strange = [name for name in sheet.columns if name not in names]
    missing = [
        column.name
        for column in form.columns
        if not column.may_be_absent and column.name not in sheet.columns
    ]
    for name in strange:
        hint = nearest(name, names)
        said = f"unknown column, not read; the nearest known one is {hint}"
        problems.warn(form.file, said if hint else "unknown column, not read", row=1, column=name)
    for name in missing:
        hint = nearest(name, strange)
        said = f"the column is missing; {hint} stands there instead"
        problems.add(form.file, said if hint else "the column is missing", row=1, column=name)
    return not missing


def _note_doubles(sheet: Sheet, form: Form[W], problems: ProblemList) -> None:
    first: dict[tuple[str, ...], int] = {}
    for row in sheet.rows if form.unique else ():
        key = tuple(row.cells[column] for column in form.unique)
        if key in first:
            said = f"this stands in row {first[key]} already"
            column = ", ".join(form.unique)
            problems.add(form.file, said, row=row.number, column=column, value=", ".join(key))
        elif any(key):
            first[key] = row.number


def _word(row: SheetRow, form: Form[W], problems: ProblemList) -> W | None:
    """The word in one row, or None where something is wrong with it."""
    wrong = len(problems.problems)
    values = dict(_values(row, form, problems))
    for column, message in form.faults(values):
        _note(row, form, column, message, problems)
    if len(problems.problems) > wrong:
        return None
    try:
        return form.build(_by_field(values, form.columns))
    except ValidationError as error:
        for each in error.errors(include_input=False, include_url=False):
            column = str(each["loc"][0]) if each["loc"] else ""
            _note(row, form, column, each["msg"].removeprefix("Value error, "), problems)
        return None


def _values(row: SheetRow, form: Form[W], problems: ProblemList) -> Iterator[tuple[str, object]]:
    """The values of the cells that can be read."""
    for column in form.columns:
        cell = row.cells.get(column.name, "")
        if not cell and not column.needed:
            yield column.name, column.blank
        elif not cell:
            _note(row, form, column.name, "the cell is blank; a value is wanted", problems)
        else:
            try:
                yield column.name, column.parse(cell)
            except CellError as error:
                _note(row, form, column.name, str(error), problems)


def _by_field(values: Mapping[str, Any], columns: tuple[Column, ...]) -> dict[str, Any]:
    return {column.field or column.name: values[column.name] for column in columns}


def _note(row: SheetRow, form: Form[W], column: str, message: str, problems: ProblemList) -> None:
    cell = row.cells.get(column, "")
    value = cell if _may_be_quoted(cell, column, form) else ""
    problems.add(form.file, message, row=row.number, column=column, value=value)


def _may_be_quoted(cell: str, column: str, form: Form[W]) -> bool:
    """Whether a message may quote a cell: a reason can be health data, even in a wrong column."""
    parses = {each.name: each.parse for each in form.columns}
    if _REASON not in parses:
        return True
    if column == _REASON:
        return False
    if parses.get(column) is cells.day:
        return _LIKE_A_DATE.issuperset(cell)
    return len(cell.split()) == 1
