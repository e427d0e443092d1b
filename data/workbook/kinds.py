"""What each column of formats.md holds, so that a cell can be told that Excel changed its kind."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from models.inspectorate import ON_SITE
from models.tables import PROGRAMME_COLUMNS, ROTA_COLUMNS

#: The columns of each file that a workbook may hold a sheet of.
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType({**PROGRAMME_COLUMNS, **ROTA_COLUMNS})


class Holds(Enum):
    """What the cells of a column hold."""

    #: A code or an id, which is text even where it is all digits.
    CODE = auto()
    DATE = auto()
    NUMBER = auto()
    #: Anything else, a fixed word or yes and no among it.
    WORDS = auto()


_CODES = frozenset(
    {
        "la_code", "police_force_code", "probation_trust_code", "inspector_id", "key", "lead",
        "hmic",
    }
)  # fmt: skip
_DATES = frozenset(
    {
        "due", "start", "end", "introduced_on", "recorded_on", "date", "busy_from", "busy_to",
    }
)  # fmt: skip
_NUMBERS = frozenset(
    {
        "latitude", "longitude", "children_0_17", "fte", "risk_weight", "fieldwork_weeks", "km",
    }
)  # fmt: skip
_SIZES = frozenset(body.value for body in ON_SITE)


def holds(file: str, column: str) -> Holds:
    """What the cells of a file's column hold; of an unknown column, words."""
    if column in _NUMBERS or (file == "inspections.csv" and column in _SIZES):
        return Holds.NUMBER
    if column in _CODES:
        return Holds.CODE
    return Holds.DATE if column in _DATES else Holds.WORDS
