"""The guidance of a programme's workbook: every sheet and column, what is allowed, if needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.exports.workbook.column_words import COLUMN_WORDS, FILE_WORDS
from api.exports.workbook.kinds import TEXT, Kind, kind_of
from api.exports.workbook.setting_words import SETTING_WORDS, setting_allowed
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
from data.form import Column
from data.known import known_in
from models.programme import Programme
from models.tables import (
    NEEDED_FILES,
    PROGRAMME_COLUMNS,
    SETTINGS_FILE,
    Table,
    settings,
    toml_value,
)

GUIDANCE_SHEET = "guidance"

HOW_TO = (
    "How to fill this workbook",
    "Each sheet has one header row and below it a row for each thing. Columns may stand in any "
    "order; sheets that are not needed may be left empty or deleted.",
    "Select a header cell to read what its column is for. Cells with fixed words offer them in a "
    "list; any case of them is read.",
    "Dates are day/month/year. Codes and ids are text: do not let the spreadsheet make numbers or "
    "dates of them.",
    "Enter values, not formulas. Do not merge cells and do not hide rows, columns or sheets.",
    "In the sheet programme a key may be left out; then its default holds.",
    "To see what is wrong with it, all at once: rota validate WORKBOOK. To plan: rota plan "
    "WORKBOOK --out FOLDER.",
)

_COLUMNS = ("sheet", "column", "needed", "allowed", "what it is")
#: Of the columns of the guidance, in characters.
GUIDANCE_WIDTHS = (18, 40, 14, 42, 72)

_FORMS = {
    form.file: form
    for form in (
        room.form(known_in({}))
        for room in (
            authorities, forces, probation_trusts, establishments, inspectors, absences,
            conflicts, blackouts, force_changes, bank_holidays, cps_concerns, pins,
        )
    )
}  # fmt: skip

#: The sheet that a code or an id must stand in.
_DEFINED_IN = {
    "la_code": "authorities.csv",
    "police_force_code": "forces.csv",
    "probation_trust_code": "probation_trusts.csv",
    "inspector_id": "inspectors.csv",
}


@dataclass(frozen=True)
class ColumnGuide:
    """What somebody must know to fill one column, or one setting of the sheet ``programme``."""

    column: str
    kind: Kind
    needed: str
    allowed: str
    meaning: str

    @property
    def message(self) -> str:
        """All of it in one message."""
        return f"{self.meaning} Allowed: {self.allowed}. Needed: {self.needed}."


def sheet_name(file: str) -> str:
    """The sheet of a file: its name less its ending."""
    return file.rpartition(".")[0] or file


def guides(file: str) -> tuple[ColumnGuide, ...]:
    """What to know of each column of a file, in the order of formats.md."""
    columns = {column.name: column for column in _FORMS[file].columns}
    return tuple(_guide(file, columns[name]) for name in PROGRAMME_COLUMNS[file])


def setting_guides(programme: Programme) -> tuple[ColumnGuide, ...]:
    """What to know of each setting, in the order of formats.md; the default is the empty one's."""
    defaults = dict(settings(empty_programme()))
    return tuple(
        ColumnGuide(
            column=key,
            kind=TEXT,
            needed="no",
            allowed=setting_allowed(defaults[key]),
            meaning=f"{SETTING_WORDS[key]} Default: {toml_value(defaults[key])}.",
        )
        for key, _ in settings(programme)
    )


def empty_programme() -> Programme:
    """A programme of defaults only, nothing in any file."""
    return Programme(authorities=(), forces=(), inspectors=())


def guidance_table(programme: Programme) -> Table:
    """The guidance: a row for each sheet, and below it one for each of its columns or keys."""
    rows = [*_rows(SETTINGS_FILE, setting_guides(programme))]
    for file in PROGRAMME_COLUMNS:
        rows += _rows(file, guides(file))
    return Table(_COLUMNS, tuple(rows))


def _rows(file: str, columns: Sequence[ColumnGuide]) -> Iterator[tuple[str, ...]]:
    sheet = sheet_name(file)
    yield sheet, "", "yes" if file in NEEDED_FILES else "no", "", FILE_WORDS[file]
    for each in columns:
        yield sheet, each.column, each.needed, each.allowed, each.meaning


def _guide(file: str, column: Column) -> ColumnGuide:
    kind = kind_of(file, column.name)
    return ColumnGuide(
        column=column.name,
        kind=kind,
        needed=_needed(column),
        allowed=_allowed(file, column, kind),
        meaning=COLUMN_WORDS[file][column.name],
    )


def _needed(column: Column) -> str:
    if column.needed:
        return "yes"
    return "no" if column.may_be_absent else "may be blank"


def _allowed(file: str, column: Column, kind: Kind) -> str:
    home = _DEFINED_IN.get(column.name)
    if home is None:
        return kind.allowed
    return "text, each once" if home == file else f"one of the sheet {sheet_name(home)}"
