"""Starting the processes of a search, each at the other end of a pipe, and ending them."""

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

_WORKER = "from planner.improve.worker import main; main()"


@dataclass(frozen=True)
class Member:
    """One worker process and our end of its pipe."""

    process: subprocess.Popen[bytes]
    pipe: Connection


def start_all(tasks: Iterable[object]) -> list[Member]:
    """A process for each task, all of them starting while the first is told its own."""
    told = [(_started(), task) for task in tasks]
    for member, task in told:
        member.pipe.send(task)
    return [member for member, _ in told]


def _started() -> Member:
    """A process that waits for its task.

    It has a session of its own and so hears no Ctrl-C; it ends when our end of the pipe closes.
    Its sets iterate alike on every run, so that work that is counted can be repeated.
    """
    ours, theirs = Pipe()
    process = subprocess.Popen(
        [sys.executable, "-c", _WORKER, str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        env={
            **os.environ,
            "PYTHONPATH": _python_path(),
            "OMP_NUM_THREADS": "1",
            "PYTHONHASHSEED": "0",
        },
        start_new_session=True,
    )
    theirs.close()
    return Member(process, ours)


def dismiss(members: Iterable[Member]) -> None:
    """End every process; those that do not end at once are killed."""
    ending = list(members)
    for member in ending:
        member.pipe.close()
        member.process.terminate()
    for member in ending:
        try:
            member.process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            member.process.kill()
            member.process.wait()


def _python_path() -> str:
    home = str(Path(__file__).parents[2])
    return os.pathsep.join([home, *filter(None, [os.environ.get("PYTHONPATH")])])
