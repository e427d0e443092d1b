"""The exit codes of every command, in one place: the promise of formats.md."""

from collections.abc import Mapping
from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended, as its caller's shell sees it."""

    DONE = 0
    NO = 1
    BAD_INPUT = 2
    IMPOSSIBLE = 3
    OUT_OF_TIME = 4
    REFUSED = 5
    CRASHED = 70  # a bug of ours outside the promise; 1 would be read as an answer
    STOPPED = 130


#: The exit code of each ``models.result.Status``, by its word; there is no default on purpose.
OF_STATUS: Mapping[str, ExitCode] = {
    "optimal": ExitCode.DONE,
    "feasible": ExitCode.DONE,
    "impossible": ExitCode.IMPOSSIBLE,
    "out_of_time": ExitCode.OUT_OF_TIME,
    "stopped": ExitCode.STOPPED,
    "refused": ExitCode.REFUSED,
}
