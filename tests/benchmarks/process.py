"""Runs a command as a whole process and says how long it took and how much memory it held."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

#: The command as users have it, beside this interpreter.
ROTA = str(Path(sys.executable).with_name("rota"))
#: Seconds between two looks at the memory; a look at three processes takes about a millisecond.
LOOK_EVERY = 0.25


@dataclass(frozen=True)
class Run:
    """One finished process: seconds from start to exit, peak megabytes of it and its children."""

    code: int
    seconds: float
    megabytes: float
    said: str


def run(command: Sequence[str]) -> Run:
    """Run ``command`` to its end, whatever its exit code."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    peak = _Peak(process.pid)
    said, _ = process.communicate()
    seconds = time.perf_counter() - began
    return Run(process.returncode, seconds, peak.end(), said)


class _Peak:
    """The most memory that a process and its children hold together, looked at while they run."""

    def __init__(self, pid: int) -> None:
        self.pid, self.kilobytes = pid, 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)
        self.thread.start()

    def end(self) -> float:
        self.over.set()
        self.thread.join()
        return self.kilobytes / 1024

    def _look(self) -> None:
        while not self.over.wait(LOOK_EVERY):
            self.kilobytes = max(self.kilobytes, sum(map(_held, _family(self.pid))))


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(children).split():
            yield from _family(int(child))


def _held(pid: int) -> int:
    """Kilobytes of a process, shared pages shared out; 0 once it is gone."""
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
