"""A folder that is written whole or not at all, whatever kills the run that writes it.

Everything goes into a temporary sibling first. At the end it takes the target's name in one step:
an exchange of two names where the system has one, else two renames with the old folder kept
beside, which the next run puts back if the first of them was the last thing that happened.
A sibling is locked while its run lives, so that the next run knows which are left over.
"""

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from api.errors import Refusal

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_EXCHANGE_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def refuse_foreign(target: Path, ours: Collection[str]) -> None:
    """Refuse a target that exists and is no folder, or holds what is not one of ``ours``."""
    where = _resolved(target)
    if where.is_symlink() or (where.exists() and not where.is_dir()):
        raise Refusal([f"{target} is not a folder: give another place to write to"])
    if where == Path.cwd():
        raise Refusal([f"{target} is the folder you stand in: give another one to write to"])
    foreign = sorted(set(os.listdir(where)) - set(ours)) if where.exists() else []
    if foreign:
        shown = ", ".join(foreign[:3]) + (", ..." if len(foreign) > 3 else "")
        raise Refusal([f"{target} holds what is no part of a rota ({shown}): give another folder"])


def exchange_names(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system or its disk cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    if renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE_HERE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def write_folder(
    target: Path,
    ours: Collection[str],
    fill: Callable[[Path], None],
    exchange: Callable[[Path, Path], bool] = exchange_names,
) -> None:
    """Write a folder by ``fill`` and move it to ``target``, replacing one that holds only ``ours``.

    Raises ``Refusal`` when the target may not be replaced, ``OSError`` when the disk says no; the
    folder that was there is untouched by either.
    """
    where = _resolved(target)
    where.parent.mkdir(parents=True, exist_ok=True)
    refuse_foreign(where, ours)
    with _temporary_sibling(where) as sibling:
        fill(sibling)
        _sync_all(sibling)
        refuse_foreign(where, ours)
        with _locked(where.parent, wait=True):
            _take_the_name(sibling, where, exchange)
            _sync(where.parent)


def _recover(where: Path) -> None:
    """Put back what a killed run left between two renames, and clear its temporary siblings."""
    before = _before(where)
    if before.is_dir() and not where.exists():
        before.rename(where)
    for name in os.listdir(where.parent):
        if name.startswith(_prefix(where)):
            with contextlib.suppress(OSError), _locked(where.parent / name):
                shutil.rmtree(where.parent / name)
    if before.is_dir():
        shutil.rmtree(before)


def _resolved(target: Path) -> Path:
    return target.expanduser().resolve()


def _prefix(target: Path) -> str:
    return f".{target.name}.unfinished-"


def _before(target: Path) -> Path:
    return target.with_name(f".{target.name}.before")


@contextlib.contextmanager
def _temporary_sibling(target: Path) -> Iterator[Path]:
    """A locked folder beside ``target`` that is gone at the end, whatever happened."""
    with contextlib.ExitStack() as until_the_end:
        # The parent's lock keeps another run from clearing the sibling before it is locked.
        with _locked(target.parent, wait=True):
            _recover(target)
            sibling = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
            until_the_end.callback(shutil.rmtree, sibling, ignore_errors=True)
            until_the_end.enter_context(_locked(sibling))
        sibling.chmod(0o777 & ~_umask())
        yield sibling


@contextlib.contextmanager
def _locked(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the folder's lock; unless told to wait, ``BlockingIOError`` when a living run has it."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(handle)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_all(folder: Path) -> None:
    for path in folder.rglob("*"):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    """Have the disk hold what was written, before a name points at it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _take_the_name(sibling: Path, target: Path, exchange: Callable[[Path, Path], bool]) -> None:
    if not target.exists():
        sibling.rename(target)
    elif not exchange(sibling, target):
        _two_renames(sibling, target)


def _two_renames(sibling: Path, target: Path) -> None:
    before = _before(target)
    target.rename(before)
    try:
        sibling.rename(target)
    except OSError:
        before.rename(target)
        raise
    shutil.rmtree(before)
