"""A rota as the folder of files that formats.md promises."""

import os
from collections.abc import Mapping
from pathlib import Path

from api.exports.folder import refuse_foreign, write_folder
from models.anonymity import week_rows
from models.notes import notes
from models.programme import Programme
from models.result import Certificate, CurvePoint, Goals, PlanResult
from models.rota import Rota
from models.tables import (
    CURVE_COLUMNS,
    NOTES_COLUMNS,
    ROTA_COLUMNS,
    WEEKS_COLUMNS,
    Table,
    export_text,
    goals_table,
    rota_tables,
    sorted_table,
)
from models.tables.forms import row_of, text_of

CERTIFICATE_FILE, CURVE_FILE, SEED_FILE = "certificate.json", "curve.csv", "seed.txt"

#: What may stand in a folder that a rota replaces: a rota's files, a re-plan's, and the page.
ROTA_FILES = frozenset(
    {
        *ROTA_COLUMNS, "roster.csv", "weeks.csv", "notes.csv", "goals.csv",
        CERTIFICATE_FILE, CURVE_FILE, SEED_FILE,
        "differences.csv", "tell.csv", "programme", "rota.html", "MARKING.txt",
    }
)  # fmt: skip


def refuse_as_target(target: Path) -> None:
    """Refuse a folder that a rota may not replace; asked before a long run, not only after it."""
    refuse_foreign(target, ROTA_FILES)


def write_rota(target: Path, programme: Programme, result: PlanResult, seed: str) -> list[str]:
    """Write the rota of a run, whole or not at all; returns the names of the files, sorted.

    Raises ``Refusal`` where ``target`` holds what is no part of a rota, ``OSError`` where it
    cannot be written.
    """
    texts = rota_texts(programme, result)

    def fill(folder: Path) -> None:
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
        write_secret(folder / SEED_FILE, seed + "\n")

    write_folder(target, ROTA_FILES, fill)
    return sorted([*texts, SEED_FILE])


def rota_texts(programme: Programme, result: PlanResult) -> Mapping[str, str]:
    """The text of every file of a rota but the seed, by name."""
    if result.rota is None or result.goals is None:
        raise ValueError("a run without a rota has no files")
    tables = rota_csv_tables(programme, result.rota, result.goals)
    tables[CURVE_FILE] = curve_table(result.curve)
    texts = {name: export_text(table) for name, table in tables.items()}
    return texts | {CERTIFICATE_FILE: certificate_text(result.certificate)}


def rota_csv_tables(programme: Programme, rota: Rota, goals: Goals) -> dict[str, Table]:
    """Every table that follows from the rota alone, the run that made it aside."""
    weeks = (row_of(row, WEEKS_COLUMNS) for row in week_rows(programme, rota))
    said = (row_of(note, NOTES_COLUMNS) for note in notes(programme, rota))
    return {
        **rota_tables(programme, rota),
        "weeks.csv": Table(WEEKS_COLUMNS, tuple(weeks)),
        "notes.csv": sorted_table(NOTES_COLUMNS, said),
        "goals.csv": goals_table(goals),
    }


def curve_table(curve: tuple[CurvePoint, ...]) -> Table:
    """The best total so far over the run, in the order of time."""
    rows = ((f"{each.seconds:.3f}", text_of(each.total), text_of(each.bound)) for each in curve)
    return Table(CURVE_COLUMNS, tuple(rows))


def certificate_text(certificate: Certificate) -> str:
    """The certificate as JSON, a line a fact."""
    return certificate.model_dump_json(indent=2) + "\n"


def write_secret(path: Path, text: str) -> None:
    """Write a file that nobody but its owner could read at any moment."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.write(text)
