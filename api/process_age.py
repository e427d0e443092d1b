"""When this process began, so that ``--seconds`` counts from its start and not from its imports."""

import os
import time
from pathlib import Path

_IMPORTED = time.monotonic()
_FURTHEST_BACK = 30.0  # seconds; a start longer ago than this is a clock that cannot be trusted


def process_began() -> float:
    """The ``time.monotonic()`` reading, in seconds, at which this process started.

    Where the system does not say (no ``/proc``), the moment this module was imported.
    """
    age = _age_by_the_kernel()
    began = time.monotonic() - age if age is not None else _IMPORTED
    return began if _IMPORTED - _FURTHEST_BACK <= began <= _IMPORTED else _IMPORTED


def _age_by_the_kernel() -> float | None:
    """Seconds since the kernel started this process, or None where it does not tell."""
    try:
        after_name = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        started = int(after_name[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - started
    except (OSError, AttributeError, ValueError, IndexError):
        return None
