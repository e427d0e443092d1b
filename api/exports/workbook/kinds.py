"""What a column of a file may hold, read off the words that the file's rows become."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from models.anonymity import WeekRow
from models.attendance import Attendance
from models.authority import Authority, Establishment, Force, ProbationTrust
from models.deployment import CpsActivity, Deployment
from models.events import Blackout, CpsConcern, ForceChange, Pin
from models.inspection import ForceReview, Inspection
from models.inspector import Absence, Conflict, Inspector
from models.inspectorate import ON_SITE
from models.notes import Note
from models.replan import Difference, Told
from models.result import CurvePoint, GoalScore
from models.tables import RosterEntry
from models.tables.forms import text_of
from models.word import Word


class Form(Enum):
    """How the cells of a column are written."""

    TEXT = auto()
    DAY = auto()
    WHOLE = auto()
    NUMBER = auto()
    CHOICE = auto()


@dataclass(frozen=True)
class Kind:
    """The form of a column's cells, the words to choose from, and bounds, both included."""

    form: Form
    words: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None

    @property
    def allowed(self) -> str:
        """What a cell may hold, as people are told."""
        if self.form is Form.CHOICE:
            return " or ".join(filter(None, [", ".join(self.words[:-1]), self.words[-1]]))
        return _ALLOWED[self.form] + self._bounds

    @property
    def _bounds(self) -> str:
        if self.least is None:
            return ""
        return f" from {self.least:g}" + ("" if self.most is None else f" to {self.most:g}")


_ALLOWED = {
    Form.TEXT: "text",
    Form.DAY: "a date, dd/mm/yyyy",
    Form.WHOLE: "a whole number",
    Form.NUMBER: "a number",
}

TEXT, DAY = Kind(Form.TEXT), Kind(Form.DAY)

#: The word that a row of each file becomes.
WORDS: Mapping[str, type[Word]] = MappingProxyType(
    {
        "authorities.csv": Authority,
        "forces.csv": Force,
        "probation_trusts.csv": ProbationTrust,
        "establishments.csv": Establishment,
        "inspectors.csv": Inspector,
        "absences.csv": Absence,
        "conflicts.csv": Conflict,
        "blackouts.csv": Blackout,
        "force_changes.csv": ForceChange,
        "cps_concerns.csv": CpsConcern,
        "pins.csv": Pin,
        "inspections.csv": Inspection,
        "deployments.csv": Deployment,
        "attendance.csv": Attendance,
        "roster.csv": RosterEntry,
        "force_reviews.csv": ForceReview,
        "cps_activity.csv": CpsActivity,
        "weeks.csv": WeekRow,
        "notes.csv": Note,
        "goals.csv": GoalScore,
        "curve.csv": CurvePoint,
        "differences.csv": Difference,
        "tell.csv": Told,
    }
)

#: Columns that are no field of their file's word, or are written otherwise than it is held.
_OTHERS: Mapping[tuple[str, str], Kind] = {
    ("inspectors.csv", "fte"): Kind(Form.NUMBER, least=0.01, most=1),
    ("bank_holidays.csv", "date"): DAY,
    ("goals.csv", "points"): Kind(Form.WHOLE),
    **{("inspections.csv", body.value): Kind(Form.WHOLE, least=0) for body in ON_SITE},
}


def kind_of(file: str, column: str) -> Kind:
    """What a column of a file holds; text where the file or the column is not known."""
    word = WORDS.get(file)
    if (file, column) in _OTHERS or word is None or column not in word.model_fields:
        return _OTHERS.get((file, column), TEXT)
    return _kind_of_field(word.model_fields[column])


def _kind_of_field(field: FieldInfo) -> Kind:
    held, facts = _held(field.annotation)
    least, most = _bounds([*field.metadata, *facts])
    if not isinstance(held, type):
        return TEXT
    if issubclass(held, bool):
        return Kind(Form.CHOICE, tuple(map(text_of, (True, False))))
    if issubclass(held, StrEnum):
        return Kind(Form.CHOICE, tuple(word.value for word in held))
    if issubclass(held, date):
        return DAY
    if issubclass(held, int | float):
        return Kind(Form.WHOLE if issubclass(held, int) else Form.NUMBER, least=least, most=most)
    return TEXT


def _held(annotation: Any) -> tuple[Any, list[Any]]:
    """The type of a field that may be absent, and what is said of it beside."""
    given = [each for each in get_args(annotation) if each is not type(None)]
    if get_origin(annotation) is Annotated:
        return given[0], [fact for each in given[1:] for fact in getattr(each, "metadata", ())]
    if type(None) in get_args(annotation):
        return _held(given[0])
    return annotation, []


def _bounds(facts: list[Any]) -> tuple[float | None, float | None]:
    """The least and the most that a number may be."""
    least = (fact.ge for fact in facts if hasattr(fact, "ge"))
    most = (fact.le for fact in facts if hasattr(fact, "le"))
    return next(least, None), next(most, None)
