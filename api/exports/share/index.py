"""index.csv: which file, with which serial number, went to whom."""

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from api.exports.share.cuts import Cut
from models.tables import Table, export_text, sorted_table

INDEX_FILE = "index.csv"
INDEX_COLUMNS = ("serial", "file", "form", "cut", "id", "rows", "sha256")


@dataclass(frozen=True)
class Listed:
    """One file of an export; ``rows`` is None for a picture, which has none to count."""

    serial: str
    file: str
    form: str
    cut: Cut
    rows: int | None
    sha256: str


def listed(serial: str, file: str, form: str, cut: Cut, rows: int | None, content: bytes) -> Listed:
    """The line of a file with this content."""
    return Listed(serial, file, form, cut, rows, hashlib.sha256(content).hexdigest())


def index_table(files: Iterable[Listed]) -> Table:
    """The index, by serial number; whose a file is stands there by id, never by name."""
    rows = (
        (
            each.serial,
            each.file,
            each.form,
            each.cut.kind,
            each.cut.id,
            "" if each.rows is None else str(each.rows),
            each.sha256,
        )
        for each in files
    )
    return sorted_table(INDEX_COLUMNS, rows)


def index_text(files: Iterable[Listed]) -> str:
    """The index as the text of its file."""
    return export_text(index_table(files))


def indexed_files(folder: Path) -> frozenset[str] | None:
    """The files that a folder's index names; None where it has no index of ours."""
    try:
        text = (folder / INDEX_FILE).read_text(encoding="utf-8")
        header, *rows = csv.reader(io.StringIO(text), strict=True)
    except (OSError, ValueError, csv.Error):
        return None
    if tuple(header) != INDEX_COLUMNS or any(len(row) != len(header) for row in rows):
        return None
    return frozenset(row[INDEX_COLUMNS.index("file")] for row in rows)
