"""One file that is written whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from api.errors import Refusal


def write_file(target: Path, data: bytes) -> None:
    """Write ``data`` to a temporary sibling and move it into place.

    Raises ``Refusal`` where ``target`` is a folder, ``OSError`` where the disk says no.
    """
    where = target.expanduser().resolve()
    if where.is_dir():
        raise Refusal([f"{target} is a folder: give the name of a file to write"])
    where.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{where.name}.", dir=where.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        sibling = Path(name)
        sibling.chmod(where.stat().st_mode & 0o777 if where.exists() else 0o644)
        sibling.replace(where)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
