"""Writes a folder again and again, each time killed one step later, and tells what was left.

Run as ``kill_points.py FOLDER exchange|renames``. A step is anything that Python asks of the
system: an audit event. Each attempt is a process of its own, ended by SIGKILL, and finds what the
one before it left. Prints one JSON list: what the target holds after each attempt, of which the
last is not killed, and what then stands beside it.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from api.exports.folder import exchange_names, write_folder

NAMES = ("one.csv", "two.csv", "three.csv")
_STEPS = ("open", "os.", "shutil.", "tempfile.", "fcntl.", "ctypes.call")


def contents(folder: Path) -> dict[str, str]:
    """Every file of the folder with its text; none where there is no folder."""
    return {path.name: path.read_text() for path in folder.glob("*")}


def write(target: Path, text: str, exchange: Callable[[Path, Path], bool]) -> None:
    """Write the whole folder with one text in all its files."""

    def fill(folder: Path) -> None:
        for name in NAMES:
            (folder / name).write_text(text)

    write_folder(target, NAMES, fill, exchange)


def killed_at(step: int, work: Callable[[], None]) -> bool:
    """Do the work in a child that dies at its ``step``-th step; whether it got so far."""
    child = os.fork()
    if child == 0:
        steps = 0

        def count(event: str, _arguments: object) -> None:
            nonlocal steps
            if event.startswith(_STEPS):
                steps += 1
                if steps == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def main(target: Path, way: str) -> None:
    """Kill at every step there is, and print what each kill left."""
    exchange = exchange_names if way == "exchange" else lambda _one, _other: False
    write(target, "old", exchange)
    left = []
    step, killed = 0, True
    while killed:
        step += 1
        killed = killed_at(step, partial(write, target, f"new {step}", exchange))
        left.append(
            {
                "killed": killed,
                "target": contents(target),
                "before": contents(target.with_name(f".{target.name}.before")),
            }
        )
    left.append({"killed": False, "siblings": sorted(os.listdir(target.parent))})
    json.dump(left, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
