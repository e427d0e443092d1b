"""The columns of every file of formats.md, and the words as rows of canonical text."""

from models.tables.goals import GOALS_COLUMNS, goals_table
from models.tables.guard import guard, unguard
from models.tables.inputs import inputs_sha256, rota_sha256
from models.tables.programme_files import (
    NEEDED_FILES,
    PROGRAMME_COLUMNS,
    SETTINGS_FILE,
    in_file_order,
    programme_tables,
)
from models.tables.replan_files import (
    DIFFERENCES_COLUMNS,
    DIFFERENCES_FILE,
    TELL_COLUMNS,
    TELL_FILE,
    replan_tables,
)
from models.tables.roster import ROSTER_COLUMNS, RosterEntry, RosterFilter, roster, roster_table
from models.tables.rota_files import (
    CURVE_COLUMNS,
    NOTES_COLUMNS,
    ROTA_COLUMNS,
    WEEKS_COLUMNS,
    rota_in_file_order,
    rota_tables,
)
from models.tables.settings import settings, settings_table, settings_text, toml_value
from models.tables.table import Table, export_text, sorted_table, table_text

__all__ = [
    "CURVE_COLUMNS",
    "DIFFERENCES_COLUMNS",
    "DIFFERENCES_FILE",
    "GOALS_COLUMNS",
    "NEEDED_FILES",
    "NOTES_COLUMNS",
    "PROGRAMME_COLUMNS",
    "ROSTER_COLUMNS",
    "ROTA_COLUMNS",
    "SETTINGS_FILE",
    "TELL_COLUMNS",
    "TELL_FILE",
    "WEEKS_COLUMNS",
    "RosterEntry",
    "RosterFilter",
    "Table",
    "export_text",
    "goals_table",
    "guard",
    "in_file_order",
    "inputs_sha256",
    "programme_tables",
    "replan_tables",
    "roster",
    "roster_table",
    "rota_in_file_order",
    "rota_sha256",
    "rota_tables",
    "settings",
    "settings_table",
    "settings_text",
    "sorted_table",
    "table_text",
    "toml_value",
    "unguard",
]
