"""How a difference writes a deployment, days on site or a file's row, and reads it back."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from models.attendance import Activity, Attendance
from models.deployment import CpsActivity, Deployment, Role
from models.inspection import ForceReview, Inspection
from models.inspectorate import ON_SITE, Inspectorate
from models.rota import Rota
from models.tables import ROTA_COLUMNS, Table, table_text
from models.tables.rota_files import ROTA_FIELDS, rota_row
from models.word import Word

_PART, _DAY = "; ", ", "
_BODIES = {body.value: body for body in Inspectorate}


def deployment_text(deployment: Deployment) -> str:
    """``member; hmic; busy from 2014-03-03; busy to 2014-03-14; weeks 1; km 87``, as stated."""
    parts: list[str] = [deployment.role.value]
    if deployment.inspectorate is not None:
        parts.append(deployment.inspectorate.value)
    if deployment.busy_from is not None:
        parts.append(f"busy from {deployment.busy_from}")
    if deployment.busy_to is not None:
        parts.append(f"busy to {deployment.busy_to}")
    if deployment.fieldwork_weeks is not None:
        parts.append(f"weeks {deployment.fieldwork_weeks}")
    if deployment.km is not None:
        parts.append(f"km {deployment.km}")
    return _PART.join(parts)


def deployments_in(text: str, la_code: str, inspector_id: str) -> list[Deployment]:
    """The deployment that ``deployment_text`` wrote; none where the text is blank."""
    if not text:
        return []
    role, *parts = text.split(_PART)
    stated: dict[str, Any] = {}
    for part in parts:
        if part in _BODIES:
            stated["inspectorate"] = _BODIES[part]
        else:
            words, _, value = part.rpartition(" ")
            stated[_FIELDS[words]] = value
    known = {"la_code": la_code, "inspector_id": inspector_id, "role": Role(role)}
    return [Deployment.model_validate(known | stated)]


_FIELDS = {
    "busy from": "busy_from",
    "busy to": "busy_to",
    "weeks": "fieldwork_weeks",
    "km": "km",
}


def moved_by(deployment: Deployment, days: timedelta) -> Deployment:
    """The deployment so many days later, all else as it was."""
    spans = {"busy_from": deployment.busy_from, "busy_to": deployment.busy_to}
    later = {name: day + days for name, day in spans.items() if day is not None}
    return deployment.model_copy(update=later)


def days_text(rows: Iterable[Attendance]) -> str:
    """``2014-03-10, 2014-03-14 final_feedback``: fieldwork is not said."""
    in_order = sorted((each.date, each.activity.value) for each in rows)
    return _DAY.join(
        day.isoformat() if activity == Activity.FIELDWORK else f"{day} {activity}"
        for day, activity in in_order
    )


def days_in(text: str, la_code: str, inspector_id: str) -> list[Attendance]:
    """The days on site that ``days_text`` wrote."""
    found = []
    for each in filter(None, text.split(_DAY)):
        day, _, activity = each.partition(" ")
        found.append(
            Attendance(
                date=date.fromisoformat(day),
                la_code=la_code,
                inspector_id=inspector_id,
                activity=Activity(activity or Activity.FIELDWORK),
            )
        )
    return found


def weeks_text(activities: Iterable[CpsActivity]) -> str:
    """The Mondays of HMCPSI activities."""
    return _DAY.join(sorted(each.start.isoformat() for each in activities))


def weeks_in(text: str, la_code: str, inspector_id: str) -> list[CpsActivity]:
    """The HMCPSI activities that ``weeks_text`` wrote."""
    return [
        CpsActivity(la_code=la_code, inspector_id=inspector_id, start=date.fromisoformat(day))
        for day in filter(None, text.split(_DAY))
    ]


def rows_text(file: str, words: Iterable[Word]) -> str:
    """Rows of a file as its lines, sorted, without the header."""
    columns = ROTA_COLUMNS[file]
    rows = tuple(sorted(rota_row(file, word) for word in words))
    return table_text(Table(columns, rows)).removeprefix(table_text(Table(columns, ())))


def words_in(file: str, text: str) -> list[Any]:
    """The words that ``rows_text`` wrote."""
    columns = ROTA_COLUMNS[file]
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    return [_WORDS[file](dict(zip(columns, row, strict=True))) for row in rows]


def _inspection(cells: Mapping[str, str]) -> Inspection:
    stated = {body: int(cells[body.value]) for body in ON_SITE if cells[body.value]}
    others = {name: cell for name, cell in cells.items() if cell and name not in _BODIES}
    return Inspection.model_validate({**others, "sizes": stated or None})


def _review(cells: Mapping[str, str]) -> ForceReview:
    filled = {name: cell for name, cell in cells.items() if cell}
    return ForceReview.model_validate({"force": "", **filled, "hmic": tuple(cells["hmic"].split())})


def _filled(word: type[Word]) -> Callable[[Mapping[str, str]], Word]:
    def build(cells: Mapping[str, str]) -> Word:
        return word.model_validate({name: cell for name, cell in cells.items() if cell})

    return build


_WORDS: Mapping[str, Callable[[Mapping[str, str]], Word]] = {
    "inspections.csv": _inspection,
    "deployments.csv": _filled(Deployment),
    "attendance.csv": _filled(Attendance),
    "force_reviews.csv": _review,
    "cps_activity.csv": _filled(CpsActivity),
}


def rows_at(rota: Rota, file: str) -> Mapping[str, Sequence[Any]]:
    """The rows of a rota's file by authority code, those of no authority under a blank one."""
    found: dict[str, list[Any]] = {}
    for word in getattr(rota, ROTA_FIELDS[file]) or ():
        found.setdefault(word.la_code, []).append(word)
    return found
