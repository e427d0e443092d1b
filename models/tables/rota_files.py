"""The files of a rota: their columns, and a rota's rows in them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from models.inspection import Inspection
from models.inspectorate import ON_SITE
from models.programme import Programme
from models.rota import Rota
from models.tables.forms import row_of, text_of
from models.tables.roster import roster_table
from models.tables.table import Row, Table, sorted_table

#: The columns of each file of a rota that reads back in, in the order of formats.md.
ROTA_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "inspections.csv": (
            "la_code", "name", "police_force_code", "start", "end", "band", "force_wide_review",
            "ofsted", "hmic", "cqc", "hmi_probation", "hmi_prisons", "lead",
        ),
        "deployments.csv": (
            "la_code", "inspector_id", "inspectorate", "role", "busy_from", "busy_to",
            "fieldwork_weeks", "km",
        ),
        "attendance.csv": ("date", "la_code", "inspector_id", "activity"),
        "force_reviews.csv": (
            "police_force_code", "force", "la_code", "authority", "start", "why", "hmic", "state",
        ),
        "cps_activity.csv": ("la_code", "inspector_id", "start"),
    }
)  # fmt: skip

#: The field of a rota that each of these files holds.
ROTA_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "inspections.csv": "inspections",
        "deployments.csv": "deployments",
        "attendance.csv": "attendance",
        "force_reviews.csv": "force_reviews",
        "cps_activity.csv": "cps_activities",
    }
)

#: The columns of the files that only go out; their rows are numbers of weeks, goals, seconds.
WEEKS_COLUMNS = ("week", "monday", "working_days", "open", "starts", "running", "anonymity")
NOTES_COLUMNS = ("rule", "key", "message")
CURVE_COLUMNS = ("seconds", "total", "bound")


def rota_tables(programme: Programme, rota: Rota) -> dict[str, Table]:
    """The files of a rota as tables, the roster among them; what the rota lacks has no table."""
    return {**stated_tables(rota), "roster.csv": roster_table(programme, rota)}


def stated_tables(rota: Rota) -> dict[str, Table]:
    """The files that read back in, of what a rota states."""
    return {
        file: sorted_table(ROTA_COLUMNS[file], _rows(file, words))
        for file, field in ROTA_FIELDS.items()
        if (words := getattr(rota, field)) is not None
    }


def rota_in_file_order(rota: Rota) -> Rota:
    """The same rota with every record where the sorted file has it."""
    ordered = {
        field: tuple(sorted(words, key=partial(rota_row, file)))
        for file, field in ROTA_FIELDS.items()
        if (words := getattr(rota, field)) is not None
    }
    return Rota(**ordered)


def _rows(file: str, words: Iterable[object]) -> Iterator[Row]:
    return (rota_row(file, word) for word in words)


def rota_row(file: str, word: object) -> Row:
    """The row of one record in its file."""
    if isinstance(word, Inspection):
        return _inspection_row(word)
    return row_of(word, ROTA_COLUMNS[file])


def _inspection_row(inspection: Inspection) -> Row:
    sizes = inspection.sizes or {}
    cells = {body.value: text_of(sizes.get(body)) for body in ON_SITE}
    return tuple(
        cells[column] if column in cells else text_of(getattr(inspection, column))
        for column in ROTA_COLUMNS["inspections.csv"]
    )
