"""A re-plan as a folder: a rota's files, what differs, who must be told, and the programme."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from api.errors import Refusal
from api.exports.csv import ROTA_FILES, SEED_FILE, rota_texts, write_secret
from api.exports.folder import write_folder
from data.writers import programme_files
from models.replan import Replanned
from models.tables import export_text, replan_tables

#: The folder inside a re-plan's that holds the programme with the changes folded in.
PROGRAMME_FOLDER = "programme"


def write_replan(target: Path, replanned: Replanned, seed: str) -> list[str]:
    """Write a re-plan, whole or not at all; returns the names of files and folder, sorted.

    Raises ``Refusal`` where ``target`` holds what is no part of a rota, ``OSError`` where it
    cannot be written.
    """
    texts = _texts(replanned)
    write_folder(target, ROTA_FILES, lambda folder: _fill(folder, replanned, texts, seed))
    return sorted([*texts, SEED_FILE, f"{PROGRAMME_FOLDER}/"])


def fill_replan(folder: Path, replanned: Replanned, seed: str) -> None:
    """Write a re-plan into an empty folder, which is part of one that is not yet in its place."""
    _fill(folder, replanned, _texts(replanned), seed)


def _texts(replanned: Replanned) -> Mapping[str, str]:
    tables = replan_tables(replanned.differences, replanned.told)
    texts = {name: export_text(table) for name, table in tables.items()}
    return {**rota_texts(replanned.programme, replanned.result), **texts}


def _fill(folder: Path, replanned: Replanned, texts: Mapping[str, str], seed: str) -> None:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    write_secret(folder / SEED_FILE, seed + "\n")
    (folder / PROGRAMME_FOLDER).mkdir()
    for name, data in programme_files(replanned.programme).items():
        (folder / PROGRAMME_FOLDER / name).write_bytes(data)


def refuse_overwriting(target: Path, inputs: Iterable[Path]) -> None:
    """Refuse to write over what a re-plan reads: the baseline, the programme or the changes."""
    where = target.expanduser().resolve()
    for path in inputs:
        given = path.expanduser().resolve()
        if where == given or where in given.parents:
            raise Refusal([f"{target} would be written over {path}: give another folder"])
