"""The files of a re-plan beside those of its rota: what differs, and who must be told."""

from collections.abc import Iterable

from models.replan import Difference, Told
from models.tables.forms import row_of
from models.tables.table import Table, sorted_table

DIFFERENCES_FILE, TELL_FILE = "differences.csv", "tell.csv"

DIFFERENCES_COLUMNS = ("la_code", "item", "before", "after", "cause")
TELL_COLUMNS = (
    "inspector_id", "inspector", "inspectorate", "la_code", "authority", "item", "before", "after",
)  # fmt: skip


def replan_tables(differences: Iterable[Difference], told: Iterable[Told]) -> dict[str, Table]:
    """differences.csv and tell.csv as tables, their rows sorted."""
    return {
        DIFFERENCES_FILE: sorted_table(
            DIFFERENCES_COLUMNS, (row_of(each, DIFFERENCES_COLUMNS) for each in differences)
        ),
        TELL_FILE: sorted_table(TELL_COLUMNS, (row_of(each, TELL_COLUMNS) for each in told)),
    }
