"""The README: what it promises is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

HEADINGS = [
    "Rota planner", "Run", "Commands", "As a library", "Files", "Rules and goals", "Limits",
    "Licence", "Help",
]  # fmt: skip


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    """The README's text."""
    return (root / "README.md").read_text("utf-8")


def test_readme_is_in_the_order_that_a_new_user_reads(readme: str) -> None:
    assert re.findall(r"^#+ (.*)$", readme, re.MULTILINE) == HEADINGS


def test_every_command_of_the_readme_is_in_the_help_and_none_else(readme: str) -> None:
    promised = re.findall(r"^\| `rota (\w+)", readme, re.MULTILINE)
    command = Path(sys.executable).with_name("rota")
    said = subprocess.run([command, "--help"], capture_output=True, text=True, check=True).stdout
    offered = re.findall(r"^\W*([a-z]+)  ", said, re.MULTILINE)
    assert promised
    assert sorted(promised) == sorted(offered)


def test_every_option_of_the_readme_is_in_the_help_of_its_command(readme: str) -> None:
    rows = re.findall(r"^\| `rota (\w+).*$", readme, re.MULTILINE)
    command = Path(sys.executable).with_name("rota")
    missing = []
    for line, name in zip(re.findall(r"^\| `rota .*$", readme, re.MULTILINE), rows, strict=True):
        asked = [command, name, "--help"]
        said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        missing += [
            f"{name} {option}" for option in re.findall(r"--[a-z]+", line) if option not in said
        ]
    assert missing == []


def test_every_make_target_of_the_pages_is_in_the_makefile(root: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE)
    pages = [root / "README.md", root / "CONTRIBUTING.md", root / ".ci" / "run"]
    text = "\n".join(page.read_text("utf-8") for page in pages)
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE))
    assert {"rota", "test"} <= named <= set(targets)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"])
def test_every_link_within_the_project_leads_somewhere(root: Path, name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (root / name).read_text("utf-8"))
    assert [link for link in links if not (root / link).exists()] == []
