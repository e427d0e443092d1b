"""The rooms: which there are, and what each file says it is for."""

import ast
from collections.abc import Mapping
from pathlib import Path

import pytest

TOP = {
    "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "Makefile",
    "pyproject.toml", "hatch_build.py", "constraints.txt", "docs",
    "api", "data", "models", "notebooks", "planner", "tests",
}  # fmt: skip


def test_top_level_holds_the_rooms_and_the_housekeeping_only(texts: Mapping[str, str]) -> None:
    found = {name.split("/")[0] for name in texts}
    assert {name for name in found if not name.startswith(".")} <= TOP


def test_tests_hold_no_init_file(root: Path) -> None:
    assert list((root / "tests").rglob("__init__.py")) == []


def test_no_room_for_what_belongs_nowhere(modules: Mapping[str, ast.Module]) -> None:
    nowhere = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [name for name in modules if nowhere & set(name.removesuffix(".py").split("/"))] == []


def test_every_module_opens_with_a_sentence(modules: Mapping[str, ast.Module]) -> None:
    opening = {
        name: (ast.get_docstring(tree) or "").split("\n\n")[0]
        for name, tree in modules.items()
        if tree.body
    }
    assert [name for name, words in opening.items() if not words.rstrip().endswith(".")] == []


@pytest.mark.parametrize("room", ["api", "data", "models", "planner"])
def test_every_room_is_typed(root: Path, room: str) -> None:
    assert (root / room / "py.typed").is_file()
