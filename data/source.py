"""The files of a folder, a zip or a workbook; nothing is written, nothing unpacked to disk."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data.archive import open_archive
from data.limits import LARGEST_TOTAL, too_large
from data.nearest import nearest
from data.problems import DataProblem, DataProblems, ProblemList
from data.sheet import Grid


@dataclass(frozen=True)
class Source:
    """The wanted files that are there, and the names of others beside them that nobody reads.

    ``found`` holds what is already known to be wrong with them; of a workbook it also says
    which sheet stands for which file.
    """

    files: Mapping[str, bytes | Grid]
    others: tuple[str, ...]
    found: ProblemList = field(default_factory=ProblemList)

    def text(self, file: str) -> bytes:
        """The bytes of a file of text; none where it is absent."""
        data = self.files.get(file)
        return data if isinstance(data, bytes) else b""

    def part(self, file: str) -> str:
        """What a message calls a file: a file, or a sheet."""
        return "sheet" if file in self.found.sheets else "file"


def open_source(path: Path, wanted: Collection[str]) -> Source:
    """The wanted files of a folder, of a zip of one, or of an Excel workbook.

    Raises ``DataProblems``.
    """
    if path.is_dir():
        return _open_folder(path, wanted)
    if not path.exists():
        raise _nothing(path, "there is no such folder, zip file or workbook")
    # Imported here: most commands are given a folder, and start sooner without.
    from data.workbook.look import is_workbook
    from data.workbook.reader import open_workbook

    if is_workbook(path):
        return open_workbook(path, wanted)
    files = open_archive(path)
    others = tuple(sorted(name for name in files if _is_stranger(name, wanted)))
    return Source({name: data for name, data in files.items() if name in wanted}, others)


def warn_of_others(source: Source, wanted: Collection[str], problems: ProblemList) -> None:
    """Warn of CSV files or sheets that nobody reads: a slip in a name would go unnoticed."""
    sheets = {place.sheet: file for file, place in source.found.sheets.items()}
    for name in source.others:
        hint = nearest(name, sheets or wanted)
        said = f"the {'sheet' if sheets else 'file'} is not read"
        problems.warn(name, f"{said}; the nearest name of one that is: {hint}" if hint else said)


def note_missing(source: Source, needed: Collection[str], problems: ProblemList) -> None:
    """Note every needed file or sheet that is not there, and what stands there instead."""
    for file in needed:
        if file not in source.files:
            place = source.found.sheets.get(file)
            hint = nearest(place.sheet if place else file, source.others)
            said = f"the {source.part(file)} is missing"
            problems.add(file, f"{said}; {hint} stands there instead" if hint else said)


def _open_folder(path: Path, wanted: Collection[str]) -> Source:
    problems = ProblemList()
    files: dict[str, bytes] = {}
    names = sorted(entry.name for entry in path.iterdir())
    for name in names:
        if name in wanted:
            try:
                files[name] = _read(path / name)
            except OSError as error:
                problems.add(name, f"the file cannot be read: {error.strerror}")
    if sum(map(len, files.values())) > LARGEST_TOTAL:
        problems.add(path.name, too_large("the files together"))
    problems.raise_any()
    return Source(files, tuple(name for name in names if _is_stranger(name, wanted)))


def _read(path: Path) -> bytes:
    # One byte more than allowed is enough to know, however large the file is.
    with path.open("rb") as file:
        return file.read(LARGEST_TOTAL + 1)


def _is_stranger(name: str, wanted: Collection[str]) -> bool:
    return name.lower().endswith((".csv", ".toml")) and name not in wanted


def _nothing(path: Path, message: str) -> DataProblems:
    return DataProblems([DataProblem(path.name, None, "", "", message)])
