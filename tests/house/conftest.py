"""What the tests of the house look at: the project's own files, as text and as syntax trees."""

import ast
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("api", "data", "models", "notebooks", "planner", "tests")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the project."""
    return ROOT


@pytest.fixture(scope="session")
def modules() -> Mapping[str, ast.Module]:
    """Every Python file of the project by its path from the top."""
    files = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in files}


@pytest.fixture(scope="session")
def texts() -> Mapping[str, str]:
    """Every text file that is kept or about to be kept, by its path from the top."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    files = {name: ROOT / name for name in listed if (ROOT / name).is_file()}
    return {name: text for name, path in files.items() if (text := _text(path)) is not None}


def _text(path: Path) -> str | None:
    content = path.read_bytes()
    return None if b"\0" in content else content.decode("utf-8")
