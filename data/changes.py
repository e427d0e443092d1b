"""Reads the changes of a re-plan, CSV or JSON: every problem of every row at once."""

from datetime import date
from pathlib import Path

from data.asked import Asked
from data.change_checks import note_faults
from data.change_form import form, keeps_reason
from data.contradictions import note_contradictions
from data.json_sheet import read_json_sheet
from data.known import Known, codes_of
from data.limits import LARGEST_TOTAL, too_large
from data.problems import DataProblem, DataProblems, ProblemList
from data.rows import read_words
from data.sheet import Sheet, read_sheet
from models.changes import Change, ChangeKind
from models.folding import last_day
from models.programme import Programme
from models.rota import Rota


def read_changes(
    path: Path | str, programme: Programme, baseline: Rota, today: date
) -> tuple[Change, ...]:
    """The changes in a CSV file or a JSON list of objects, in their order.

    ``today`` says what has begun and cannot change. Raises ``DataProblems`` with every problem:
    of a cell, of a row with programme and baseline, of two rows that contradict each other. Rows
    are numbered as a spreadsheet does, in JSON from 1.
    """
    return read_changes_with_warnings(path, programme, baseline, today)[0]


def read_changes_with_warnings(
    path: Path | str, programme: Programme, baseline: Rota, today: date
) -> tuple[tuple[Change, ...], tuple[DataProblem, ...]]:
    """The changes, and what is odd about them but does no harm."""
    file, problems = Path(path).name, ProblemList()
    note_day_outside(programme, today, problems)
    sheet = _read(Path(path), problems)
    known = Known(
        authorities=codes_of("authority code", programme.authority_of),
        forces=codes_of("force code", programme.force_of),
        trusts=codes_of("probation trust code", ()),
        inspectors=codes_of("inspector id", programme.inspector_of),
    )
    rows = read_words(sheet, form(file, known), problems)
    asked = Asked(file, rows, programme, baseline, today)
    note_faults(asked, problems)
    note_contradictions(asked, problems)
    problems.raise_any((_TODAY, file))
    _warn_of_reasons(file, sheet, rows, problems)
    return tuple(change for _, change in rows), tuple(problems.warnings)


_TODAY = "today"


def refuse_day_outside(programme: Programme, today: date) -> None:
    """Raise ``DataProblems`` where ``today`` is no day of the programme."""
    problems = ProblemList()
    note_day_outside(programme, today, problems)
    problems.raise_any()


def note_day_outside(programme: Programme, today: date, problems: ProblemList) -> None:
    """Note a ``today`` that is no day of the programme."""
    first, last = programme.start, last_day(programme)
    if today < first:
        said = f"before the programme; {first} is its first day, and before it nothing has begun"
        problems.add(_TODAY, said, value=today.isoformat())
    if today > last:
        said = f"after the programme, whose last day is {last}: nothing is left to plan"
        problems.add(_TODAY, said, value=today.isoformat())


def _read(path: Path, problems: ProblemList) -> Sheet | None:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_TOTAL + 1)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        raise DataProblems([DataProblem(path.name, None, "", "", message)]) from None
    if len(data) > LARGEST_TOTAL:
        problems.add(path.name, too_large("its bytes"))
        return None
    if path.suffix.lower() == ".json":
        return read_json_sheet(path.name, data, problems)
    return read_sheet(path.name, data, problems)


def _warn_of_reasons(
    file: str, sheet: Sheet | None, rows: tuple[tuple[int, Change], ...], problems: ProblemList
) -> None:
    """Warn of reasons that go nowhere; what they say is not repeated."""
    cells = {row.number: row.cells for row in sheet.rows} if sheet else {}
    for row, change in rows:
        if not keeps_reason(change.kind) and cells.get(row, {}).get("reason"):
            kind = ChangeKind(change.kind).value
            problems.warn(file, f"a {kind} has no reason; it is not kept", row=row, column="reason")
