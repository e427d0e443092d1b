"""The files of a folder or a zip, as bytes; nothing is written, nothing unpacked to disk."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.archive import open_archive
from data.limits import LARGEST_TOTAL, too_large
from data.nearest import nearest
from data.problems import DataProblem, DataProblems, ProblemList


@dataclass(frozen=True)
class Source:
    """The wanted files that are there, and the names of other CSV files beside them."""

    files: Mapping[str, bytes]
    others: tuple[str, ...]


def open_source(path: Path, wanted: Collection[str]) -> Source:
    """The wanted files of a folder or of a zip of one. Raises ``DataProblems``."""
    if path.is_dir():
        return _open_folder(path, wanted)
    if not path.exists():
        raise _nothing(path, "there is no such folder or zip file")
    files = open_archive(path)
    others = tuple(sorted(name for name in files if _is_stranger(name, wanted)))
    return Source({name: data for name, data in files.items() if name in wanted}, others)


def warn_of_others(source: Source, wanted: Collection[str], problems: ProblemList) -> None:
    """Warn of CSV files that nobody reads: a misspelt name would go unnoticed otherwise."""
    for name in source.others:
        hint = nearest(name, wanted)
        said = "the file is not read"
        problems.warn(name, f"{said}; the nearest name of one that is: {hint}" if hint else said)


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
