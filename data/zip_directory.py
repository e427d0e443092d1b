"""How long the directory of a zip is, from its last bytes: before anything parses it."""

import struct
from typing import IO

from data.limits import LARGEST_DIRECTORY

_END = b"PK\5\6"
_END_64 = b"PK\6\6"
# The end of a zip: 22 bytes and a comment, before it in large ones the same of 56 and 20 bytes.
_TAIL = 22 + 65_535 + 56 + 20


def is_directory_too_long(file: IO[bytes]) -> bool:
    """Whether a zip claims a directory that would take minutes and memory to go through."""
    length = file.seek(0, 2)
    file.seek(max(0, length - _TAIL))
    tail = file.read(_TAIL)
    file.seek(0)
    return any(
        size > LARGEST_DIRECTORY
        for size in (*_sizes(tail, _END, "<L", 12), *_sizes(tail, _END_64, "<Q", 40))
        # All ones say that the larger form has the size.
        if size != 0xFFFF_FFFF
    )


def _sizes(tail: bytes, mark: bytes, form: str, offset: int) -> list[int]:
    """The size at an offset after every mark; which one counts is for who parses it."""
    found, place = [], tail.find(mark)
    while place >= 0:
        start = place + offset
        if start + struct.calcsize(form) <= len(tail):
            found.append(int(struct.unpack_from(form, tail, start)[0]))
        place = tail.find(mark, place + 1)
    return found
