"""Reads the rota that a re-plan starts from, which may be of a programme that has changed since."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from data import rota_forms
from data.known import Codes
from data.problems import DataProblem, ProblemList
from data.rota import Sheets, read_rota_sheets, rota_in, words_in
from data.sheet import Sheet, SheetRow
from models.programme import Programme
from models.rota import Rota
from models.saying import say_list
from models.tables import ROTA_COLUMNS

_TO_SECOND_FRIDAY = timedelta(days=11)


@dataclass(frozen=True)
class Baseline:
    """A baseline without the authorities that its programme lacks, and those ``dropped`` rows."""

    rota: Rota
    dropped: Rota
    warnings: tuple[DataProblem, ...] = ()


def read_baseline(path: Path | str, programme: Programme) -> Rota:
    """The rota in a folder, a zip or a workbook; an authority that the programme lacks is left out.

    Raises ``DataProblems`` as ``read_rota`` does, and where the files are of different rotas.
    """
    return open_baseline(path, programme).rota


def open_baseline(path: Path | str, programme: Programme) -> Baseline:
    """The baseline, what was left out of it, and a warning for each authority left out."""
    problems = ProblemList()
    sheets = read_rota_sheets(Path(path), programme, problems)
    kept, dropped = _parted(sheets, programme)
    _warn_of_dropped(dropped, problems)
    rota = rota_in(kept, programme, problems)
    _refuse_mixed(programme, rota, problems)
    # Whatever is wrong with a row that is left out harms nobody.
    anything = Codes("code", None)
    left_out = words_in(dropped, rota_forms.Places(*[anything] * 3), ProblemList())
    return Baseline(rota, left_out, tuple(problems.warnings))


def _parted(sheets: Sheets, programme: Programme) -> tuple[Sheets, Sheets]:
    """The rows of the programme's authorities, and the others, sheet by sheet."""
    gone = _codes(sheets.get("inspections.csv")).difference(programme.authority_of)
    kept: dict[str, Sheet | None] = {}
    dropped: dict[str, Sheet | None] = {}
    for file, sheet in sheets.items():
        if sheet is None:
            kept[file] = dropped[file] = None
            continue
        away = {row.number for row in sheet.rows if _is_gone(row, gone, programme)}
        kept[file] = replace(sheet, rows=tuple(x for x in sheet.rows if x.number not in away))
        dropped[file] = replace(sheet, rows=tuple(x for x in sheet.rows if x.number in away))
    return kept, dropped


def _codes(inspections: Sheet | None) -> set[str]:
    if inspections is None:
        return set()
    return {row.cells.get("la_code", "") for row in inspections.rows} - {""}


def _is_gone(row: SheetRow, gone: Collection[str], programme: Programme) -> bool:
    """Whether a row is of an authority that is gone; a code met nowhere else is a slip."""
    if row.cells.get("la_code", ""):
        return row.cells["la_code"] in gone
    # A review that no inspection is left for names a force alone.
    force = row.cells.get("police_force_code", "")
    return bool(force) and force not in programme.force_of


def _warn_of_dropped(dropped: Sheets, problems: ProblemList) -> None:
    inspections = dropped.get("inspections.csv")
    for row in inspections.rows if inspections else ():
        said = "the programme has no such authority; it is dropped, with its team and days"
        value = row.cells["la_code"]
        problems.warn("inspections.csv", said, row=row.number, column="la_code", value=value)


def _refuse_mixed(programme: Programme, rota: Rota, problems: ProblemList) -> None:
    """Refuse files of different rotas: dates of one that do not go with the slots of another.

    Where they disagree at a few authorities only, the checks say at which, and how.
    """
    for file, strays in _strays(programme, rota).items():
        if len(strays) > max(1, len(rota.inspection_of) // 2):
            said = (
                f"of another rota than inspections.csv: at {len(strays)} of "
                f"{len(rota.inspection_of)} authorities the dates do not go with the slot, at "
                f"{say_list(sorted(strays)[:3])} for instance"
            )
            problems.add(file, said)
    problems.raise_any(tuple(ROTA_COLUMNS))


def _strays(programme: Programme, rota: Rota) -> Mapping[str, frozenset[str]]:
    """The authorities at which a file states days that the inspection there cannot have."""
    early = timedelta(weeks=programme.policy.busy.lead_preparation_weeks)
    nothing = timedelta()
    deployments, attendance = rota.deployments, rota.attendance or ()
    return {
        "deployments.csv": frozenset(
            each.la_code
            for each in deployments
            if _is_outside(rota, each.la_code, each.busy_from, each.busy_to, early)
        ),
        "attendance.csv": frozenset(
            each.la_code
            for each in attendance
            if _is_outside(rota, each.la_code, each.date, each.date, nothing)
        ),
    }


def _is_outside(
    rota: Rota, la_code: str, first: date | None, last: date | None, early: timedelta
) -> bool:
    """Whether days from ``first`` to ``last`` miss the two weeks, or begin too ``early``."""
    inspection = rota.inspection_of.get(la_code)
    if inspection is None or first is None or last is None:
        return False
    end = inspection.start + _TO_SECOND_FRIDAY
    return first < inspection.start - early or first > end or last < inspection.start
