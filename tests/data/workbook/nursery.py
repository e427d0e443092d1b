"""Forks a child per workbook from a process that has imported everything: for many workbooks.

Run as a script with the place of child.py, it answers lines: ``{"path": ..., "asked": ...,
"wall": seconds}`` by a code, a length and that many bytes. The child that is forked bounds itself
as the one that is started does, and reads the same way.
"""

import importlib.util
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType, TracebackType
from typing import IO, Any


class Nursery:
    """The process that forks children, as the tests see it."""

    def __init__(self, child: Path, wall: int) -> None:
        self._wall = wall
        command = [sys.executable, "-I", __file__, str(child)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> "Nursery":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def ask(self, file: IO[bytes], asked: str) -> tuple[int | None, bytes]:
        """How the child for a file ended, None for the wall clock, and what it answered."""
        assert self._process.stdin
        assert self._process.stdout
        line = json.dumps({"path": file.name, "asked": asked, "wall": self._wall})
        self._process.stdin.write(f"{line}\n".encode())
        self._process.stdin.flush()
        code, length = map(int, self._process.stdout.readline().split())
        answer = self._process.stdout.read(length)
        return (None if code == -signal.SIGALRM else code), answer


def serve(child: ModuleType) -> None:
    """Answer lines until there are no more."""
    for line in sys.stdin:
        question = json.loads(line)
        out, into = os.pipe()
        number = os.fork()
        if not number:
            os.close(out)
            _answer(child, question, into)
        os.close(into)
        with os.fdopen(out, "rb") as pipe:
            answer = pipe.read()
        _, status = os.waitpid(number, 0)
        sys.stdout.buffer.write(f"{os.waitstatus_to_exitcode(status)} {len(answer)}\n".encode())
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()


def _answer(child: ModuleType, question: dict[str, Any], into: int) -> None:
    """The whole life of a forked child."""
    code = 1
    try:
        signal.alarm(question["wall"])
        asked = json.loads(question["asked"])
        child.limit(asked["memory"], asked["seconds"])
        with open(question["path"], "rb") as file, os.fdopen(into, "w") as pipe:
            json.dump(child.answer(file, asked), pipe)
        code = 0
    finally:
        os._exit(code)


def _loaded(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location("child", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    importlib.import_module("openpyxl.reader.excel")
    return module


if __name__ == "__main__":
    serve(_loaded(sys.argv[1]))
