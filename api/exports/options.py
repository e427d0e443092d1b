"""Several re-plans in one folder: a folder each, and a table to choose by."""

from collections.abc import Sequence
from pathlib import Path

from api.errors import Refusal
from api.exports.csv import ROTA_FILES
from api.exports.folder import refuse_foreign, write_folder
from api.exports.replan import fill_replan
from models.replan import Replanned
from models.tables import Table, export_text
from models.way import Way, way_of

OPTIONS_FILE = "options.csv"
OPTIONS_COLUMNS = (
    "way", "slots_moved", "deployments_changed", "people", "km", "points", "status",
)  # fmt: skip

#: What may stand in a folder that options replace: five ways at most, and the table.
OPTIONS_FILES = frozenset({OPTIONS_FILE, *map(str, range(1, 6))})


def write_options(target: Path, ways: Sequence[Replanned], seed: str) -> list[str]:
    """Write every way as a re-plan's folder, whole or not at all; returns the names, sorted.

    Raises ``Refusal`` where ``target`` holds what is no part of such a folder, ``OSError`` where
    it cannot be written.
    """

    def fill(folder: Path) -> None:
        for number, each in enumerate(ways, start=1):
            (folder / str(number)).mkdir()
            fill_replan(folder / str(number), each, seed)
        text = export_text(options_table([way_of(each) for each in ways]))
        (folder / OPTIONS_FILE).write_text(text, encoding="utf-8", newline="")

    refuse_as_options(target)
    write_folder(target, OPTIONS_FILES, fill)
    return [*(f"{number}/" for number in range(1, len(ways) + 1)), OPTIONS_FILE]


def refuse_as_options(target: Path) -> None:
    """Refuse a folder that options may not replace; asked before a long run, not only after it."""
    refuse_foreign(target, OPTIONS_FILES)
    where = target.expanduser()
    for name in sorted(OPTIONS_FILES - {OPTIONS_FILE}):
        refuse_foreign(where / name, ROTA_FILES)


def options_table(ways: Sequence[Way]) -> Table:
    """A row for each way, in their order; people are how many must be told something."""
    rows = (
        (number, each.slots_moved, each.deployments_changed, len(each.people), each.km,
         each.points, each.status.value)
        for number, each in enumerate(ways, start=1)
    )  # fmt: skip
    return Table(OPTIONS_COLUMNS, tuple(tuple(map(str, row)) for row in rows))


def ways_in(folder: Path) -> list[str]:
    """The numbers of the ways in a folder of options, rising; refuses a folder of anything else."""
    where = folder.expanduser()
    if not (where / OPTIONS_FILE).is_file():
        raise Refusal([f"{folder} holds no {OPTIONS_FILE}: give a folder that rota options wrote"])
    numbers = OPTIONS_FILES - {OPTIONS_FILE}
    return sorted(name for name in numbers if (where / name).is_dir())
