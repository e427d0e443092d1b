"""Reads a workbook in a process of its own, which may run out of memory or time and harm nobody."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from data.limits import (
    LARGEST_CELLS,
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    WORKBOOK_MEMORY,
    WORKBOOK_PROCESSOR_SECONDS,
    WORKBOOK_WALL_SECONDS,
    too_large,
)
from data.workbook.book import Book, book_of

CHILD = Path(__file__).with_name("child.py")

_TOO_LONG = (
    f"reading it takes more than {WORKBOOK_PROCESSOR_SECONDS} seconds, "
    "far more than a programme's workbook does"
)
_TOO_MUCH = (
    f"reading it takes more than {WORKBOOK_MEMORY // 1_000_000} MB of memory, "
    "far more than a programme's workbook does"
)
_DAMAGED = "a damaged workbook; open it in Excel or LibreOffice and save it again"

#: What the child's faults of a whole workbook mean.
_WORDS = {
    "damaged": _DAMAGED,
    "large": too_large("its cells", LARGEST_CELLS),
    "macros": "a workbook with macros; save it as “Excel Workbook (.xlsx)”, without macros",
    "memory": _TOO_MUCH,
    "strict": "a “Strict Open XML” workbook; save it as “Excel Workbook (.xlsx)”",
}


class WorkbookError(ValueError):
    """The workbook cannot be read; the message says why."""


@dataclass(frozen=True)
class Ended:
    """How a child ended: its code, negative for a signal, None for the wall clock; its answer."""

    code: int | None
    answer: bytes


#: Has a child answer what is asked of a file, within the limits that the question names.
Run = Callable[[IO[bytes], str], Ended]


def read_book(file: IO[bytes], wanted: Collection[str], run: Run | None = None) -> Book:
    """The sheets of these names, in any case, of a workbook. Raises ``WorkbookError``."""
    ended = (run or run_child)(file, question(wanted))
    if ended.code is None or ended.code == -getattr(signal, "SIGXCPU", 0):
        raise WorkbookError(_TOO_LONG)
    if ended.code == -getattr(signal, "SIGKILL", 0):
        # The limit on the processor ends in this signal too where the softer one came to nothing.
        raise WorkbookError(_TOO_LONG)
    answer = _parsed(ended)
    if fault := answer.get("fault"):
        raise WorkbookError(_WORDS.get(fault, _DAMAGED))
    return book_of(answer)


def question(wanted: Collection[str]) -> str:
    """What the child is asked: the sheets wanted, and the limits."""
    return json.dumps(
        {
            "wanted": sorted(name.casefold() for name in wanted),
            "rows": MOST_ROWS,
            "columns": MOST_COLUMNS,
            "longest": LONGEST_CELL,
            "bytes": LARGEST_CELLS,
            "memory": WORKBOOK_MEMORY,
            "seconds": WORKBOOK_PROCESSOR_SECONDS,
        }
    )


def run_child(file: IO[bytes], asked: str) -> Ended:
    """Start a child on an open file and wait for it, no longer than the wall clock allows."""
    file.seek(0)
    # Isolated: neither the working folder nor the environment says what the child imports.
    command = [sys.executable, "-I", str(CHILD), asked]
    with subprocess.Popen(
        command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        try:
            answer, _ = child.communicate(timeout=WORKBOOK_WALL_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            return Ended(None, b"")
        except BaseException:
            child.kill()
            raise
        return Ended(child.returncode, answer)


def _parsed(ended: Ended) -> Any:
    try:
        return json.loads(ended.answer)
    except ValueError:
        # It died before it could say of what, or while it spoke.
        raise WorkbookError(_DAMAGED) from None
