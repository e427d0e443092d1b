"""Reads a zip of a folder: the directory of the zip first, and nothing from one that looks odd."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from data.limits import LARGEST_RATIO, LARGEST_TOTAL, MOST_MEMBERS, too_large
from data.problems import DataProblem, DataProblems
from data.zip_directory import is_directory_too_long

_ENCRYPTED = 0x1


def open_archive(path: Path) -> dict[str, bytes]:
    """The files of a zip by name, less the one folder that all may stand in.

    Raises ``DataProblems`` for what is no zip, and for a zip that is too large, has odd names or
    is damaged.
    """
    try:
        if path.stat().st_size > LARGEST_TOTAL:
            raise _refused(path, [too_large("its bytes")])
        with path.open("rb") as file:
            if is_directory_too_long(file):
                raise _refused(path, [f"the zip has more than {MOST_MEMBERS} files"])
        with zipfile.ZipFile(path) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
            if faults := list(directory_faults(members, MOST_MEMBERS)):
                raise _refused(path, faults)
            return _unpacked(archive, members)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise _refused(path, ["neither a folder nor a zip file that can be read"]) from error
    except OSError as error:
        raise _refused(path, [f"the file cannot be read: {error.strerror}"]) from error


def directory_faults(members: Sequence[zipfile.ZipInfo], most: int) -> Iterator[str]:
    """What speaks against unpacking a zip of at most so many files, from its directory alone."""
    names = [member.filename for member in members]
    if len(members) > most:
        yield f"the zip has {len(members)} files; {most} are allowed"
    if sum(member.file_size for member in members) > LARGEST_TOTAL:
        yield too_large("the unpacked files")
    if any(member.file_size > LARGEST_RATIO * max(member.compress_size, 1) for member in members):
        yield f"a file in the zip unpacks to more than {LARGEST_RATIO} times its size"
    if any(member.flag_bits & _ENCRYPTED for member in members):
        yield "a file in the zip is locked with a password"
    if any(map(_is_odd, names)):
        yield "a name in the zip is absolute or has .. in it"
    if len(set(names)) < len(names):
        yield "a name stands twice in the zip"


def _is_odd(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name


def _unpacked(archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> dict[str, bytes]:
    # A Mac adds a folder of its own beside what was zipped.
    ours = [each for each in members if not each.filename.startswith("__MACOSX/")]
    tops = {PurePosixPath(each.filename).parts[0] for each in ours}
    inside = len(tops) == 1 and all("/" in each.filename for each in ours)
    skipped = len(tops.pop()) + 1 if inside else 0
    # Reading stops at the size that the directory gives, so the limits hold.
    return {each.filename[skipped:]: archive.read(each) for each in ours}


def _refused(path: Path, messages: Sequence[str]) -> DataProblems:
    return DataProblems(DataProblem(path.name, None, "", "", message) for message in messages)
