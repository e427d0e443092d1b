"""Writes a programme folder, whole or not at all."""

import secrets
import shutil
from pathlib import Path

from models.programme import Programme
from models.tables import (
    PROGRAMME_COLUMNS,
    SETTINGS_FILE,
    export_text,
    programme_tables,
    settings_text,
)

#: Every file that a programme folder may hold.
PROGRAMME_FILES = (SETTINGS_FILE, *PROGRAMME_COLUMNS)


def programme_files(programme: Programme) -> dict[str, bytes]:
    """Every file of a programme folder, optional ones too, as the bytes to write."""
    texts = {file: export_text(table) for file, table in programme_tables(programme).items()}
    texts[SETTINGS_FILE] = settings_text(programme)
    return {file: text.encode() for file, text in texts.items()}


def write_programme(programme: Programme, folder: Path | str) -> None:
    """Write a programme folder: into a temporary sibling first, then moved into place.

    Raises ``FileExistsError`` when ``folder`` is there already and not empty, so that nobody's
    data are lost. A run that is killed leaves no half folder.
    """
    target = Path(folder).expanduser().absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(f"{folder} is there already and not empty: give another folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    sibling = target.with_name(f".{target.name}.partial-{secrets.token_hex(8)}")
    sibling.mkdir()
    try:
        for file, data in programme_files(programme).items():
            (sibling / file).write_bytes(data)
        sibling.rename(target)
    finally:
        shutil.rmtree(sibling, ignore_errors=True)
