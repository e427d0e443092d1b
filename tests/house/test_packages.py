"""The packages: every one that is asked for is pinned to one exact version."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    """The ``[project]`` table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return table


@pytest.fixture(scope="module")
def pins(root: Path) -> list[Requirement]:
    """The requirements of constraints.txt."""
    lines = (root / "constraints.txt").read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def test_every_constraint_is_one_exact_version(pins: list[Requirement]) -> None:
    exact = re.compile(r"==[^*,]+")
    assert [str(pin) for pin in pins if not exact.fullmatch(str(pin.specifier))] == []


def test_every_package_asked_for_is_constrained(
    project: dict[str, Any], pins: list[Requirement]
) -> None:
    extras = [line for group in project["optional-dependencies"].values() for line in group]
    asked = {canonicalize_name(Requirement(line).name) for line in project["dependencies"] + extras}
    pinned = {canonicalize_name(pin.name) for pin in pins}
    assert asked - pinned - {canonicalize_name(project["name"])} == set()


def test_what_is_asked_for_admits_what_is_pinned(
    project: dict[str, Any], pins: list[Requirement]
) -> None:
    versions = {canonicalize_name(pin.name): str(pin.specifier).strip("=") for pin in pins}
    asked = [Requirement(line) for line in project["dependencies"]]
    refused = [
        str(each)
        for each in asked
        if not each.specifier.contains(versions[canonicalize_name(each.name)])
    ]
    assert refused == []


def test_ortools_is_pinned_to_the_patch_level(pins: list[Requirement]) -> None:
    (ortools,) = (pin for pin in pins if pin.name == "ortools")
    assert re.fullmatch(r"==\d+\.\d+\.\d+", str(ortools.specifier))


def test_changelog_tells_of_the_version_at_hand(root: Path, project: dict[str, Any]) -> None:
    newest = re.search(r"^## (\S+)", (root / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == project["version"]
