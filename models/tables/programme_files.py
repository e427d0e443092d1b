"""The files of a programme folder: their columns, and a programme's rows in them."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from models.inspector import Inspector
from models.programme import Programme
from models.tables.forms import fte_text, row_of, text_of
from models.tables.settings import settings_table
from models.tables.table import Row, Table, sorted_table

SETTINGS_FILE = "programme.toml"

#: The columns of each CSV file of a programme, in the order of formats.md.
PROGRAMME_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "authorities.csv": (
            "la_code", "name", "la_type", "region", "police_force_code", "probation_trust_code",
            "latitude", "longitude", "children_0_17", "deprived_fifth", "last_grade", "due",
            "risk_weight",
        ),
        "forces.csv": ("police_force_code", "name"),
        "probation_trusts.csv": ("probation_trust_code", "name"),
        "establishments.csv": ("establishment", "kind", "la_code"),
        "inspectors.csv": (
            "inspector_id", "inspectorate", "name", "base", "latitude", "longitude", "fte",
            "employment", "can_lead",
        ),
        "absences.csv": ("inspector_id", "start", "end", "reason"),
        "conflicts.csv": ("inspector_id", "la_code", "police_force_code", "reason"),
        "blackouts.csv": ("scope", "key", "start", "end", "reason"),
        "force_changes.csv": ("police_force_code", "introduced_on", "recorded_on", "description"),
        "bank_holidays.csv": ("date", "name"),
        "cps_concerns.csv": ("la_code", "recorded_on", "description"),
        "pins.csv": ("la_code", "start", "inspector_id", "role"),
    }
)  # fmt: skip

#: The files that a programme folder cannot do without.
NEEDED_FILES = (
    SETTINGS_FILE, "authorities.csv", "forces.csv", "establishments.csv", "inspectors.csv",
)  # fmt: skip


def _inspector_row(inspector: Inspector) -> Row:
    columns = PROGRAMME_COLUMNS["inspectors.csv"]
    return tuple(
        fte_text(inspector.fte_percent) if column == "fte" else text_of(getattr(inspector, column))
        for column in columns
    )


def _holiday_row(holiday: tuple[date, str]) -> Row:
    return text_of(holiday[0]), holiday[1]


_OTHER_ROWS: Mapping[str, Callable[[Any], Row]] = {
    "inspectors.csv": _inspector_row,
    "bank_holidays.csv": _holiday_row,
}


def programme_tables(programme: Programme) -> dict[str, Table]:
    """Every file of a programme as a table, the settings with all their defaults among them."""
    tables = {SETTINGS_FILE: settings_table(programme)}
    for file, columns in PROGRAMME_COLUMNS.items():
        words = getattr(programme, field_of(file))
        tables[file] = sorted_table(columns, (_row(file, word) for word in words))
    return tables


def in_file_order(programme: Programme) -> Programme:
    """The same programme with every record where the sorted file has it.

    Rows may come in any order; after this, two programmes of the same rows are equal.
    """
    ordered = {
        field_of(file): tuple(sorted(getattr(programme, field_of(file)), key=partial(_row, file)))
        for file in PROGRAMME_COLUMNS
    }
    kept = {"name", "start", "weeks", "policy", "goals"}
    return Programme(**{name: getattr(programme, name) for name in kept}, **ordered)


def field_of(file: str) -> str:
    """The field of a programme that holds a file's records: the file's name less its ending."""
    return file.removesuffix(".csv")


def _row(file: str, word: Any) -> Row:
    other = _OTHER_ROWS.get(file)
    return other(word) if other else row_of(word, PROGRAMME_COLUMNS[file])
