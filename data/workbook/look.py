"""Looks at a workbook before anything reads it: what it is, and the directory of its zip."""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from data.archive import directory_faults
from data.limits import LARGEST_TOTAL, MOST_PARTS, too_large
from data.zip_directory import is_directory_too_long

#: Endings that say a spreadsheet is meant, whatever the bytes are.
_ENDINGS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods"})
_CONTENTS = "[Content_Types].xml"
_WORKBOOK = "xl/workbook.xml"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
#: The names, in UTF-16, of the streams in which an OLE file keeps a workbook locked by a password.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"II*\0", b"MM\0*")

_SAVE_AS = "save it as “Excel Workbook (.xlsx)”"
_PASSWORD = "locked with a password; save it without one"


def is_workbook(path: Path) -> bool:
    """Whether a file is, or means to be, a spreadsheet and not a zip of a folder."""
    if path.suffix.lower() in _ENDINGS:
        return True
    try:
        with path.open("rb") as file:
            if file.read(len(_OLE)) == _OLE:
                return True
            if is_directory_too_long(file):
                return False
        with zipfile.ZipFile(path) as archive:
            return _CONTENTS in archive.namelist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False


def faults_of(file: BinaryIO) -> tuple[str, ...]:
    """What speaks against reading a file as a workbook; nothing of it is unpacked for that."""
    head = file.read(len(_OLE))
    if head == _OLE:
        return (_fault_of_ole(file),)
    if not head.startswith(_ZIP):
        return (_fault_of_no_zip(head),)
    if file.seek(0, 2) > LARGEST_TOTAL:
        return (too_large("its bytes"),)
    if is_directory_too_long(file):
        return (f"the zip has more than {MOST_PARTS} files",)
    try:
        with zipfile.ZipFile(file) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return ("a damaged file; no Excel workbook that can be read",)
    return tuple(_faults(members))


def _faults(members: Sequence[zipfile.ZipInfo]) -> Iterator[str]:
    names = {member.filename for member in members}
    if kind := _other_kind(names):
        yield kind
        return
    yield from directory_faults(members, MOST_PARTS)
    if any(map(_is_macro, names)):
        yield f"a workbook with macros, which are not read; {_SAVE_AS}, without macros"


def _other_kind(names: set[str]) -> str:
    """What else than a workbook of XML parts a zip is; blank where it is one."""
    if "xl/workbook.bin" in names:
        return f"a binary workbook (.xlsb); {_SAVE_AS}"
    if "content.xml" in names:
        return f"an OpenDocument file; {_SAVE_AS}"
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        return "no Excel workbook, but a document of another kind"
    if _CONTENTS not in names:
        return "no Excel workbook, but a zip of something else"
    return "" if _WORKBOOK in names or _has_sheets(names) else "no Excel workbook: it has no sheet"


def _has_sheets(names: set[str]) -> bool:
    return any("/worksheets/" in f"/{name}" for name in names)


def _is_macro(name: str) -> bool:
    path = PurePosixPath(name.lower())
    return path.name.startswith("vba") or "macrosheets" in path.parts


def _fault_of_ole(file: BinaryIO) -> str:
    # The directory of streams may stand anywhere; what is larger than allowed is refused anyway.
    data = file.read(LARGEST_TOTAL)
    return _PASSWORD if _LOCKED in data else f"an old workbook (.xls); {_SAVE_AS}"


def _fault_of_no_zip(head: bytes) -> str:
    if head.startswith(_PICTURES):
        return "a picture, whatever its name ends in; an Excel workbook (.xlsx) is wanted"
    return "an empty file" if not head else "no Excel workbook (.xlsx), whatever its name ends in"
