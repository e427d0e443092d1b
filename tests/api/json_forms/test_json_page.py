"""docs/json.md says what --json prints: every command is run and what it prints is compared."""

import itertools
import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PAGE = (Path(__file__).parents[3] / "docs" / "json.md").read_text("utf-8")
ROW = re.compile(r"^\| (?:`([^`]+)`|\(the whole\)) \| ([^|]+?) \| [^|]*\|$", re.MULTILINE)
PLAIN: Mapping[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "date": lambda value: isinstance(value, str) and bool(date.fromisoformat(value)),
    "whole": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "yes/no": lambda value: isinstance(value, bool),
}


@dataclass(frozen=True)
class Form:
    """A table of the page: the kind of each key by its path; "" is the whole."""

    kinds: Mapping[str, str]

    def differences(self, value: object, path: str = "") -> Iterator[str]:
        """What in a value is not as the table says."""
        yield from self._against(value, self.kinds.get(path, "object"), path)

    def _against(self, value: object, kind: str, path: str) -> Iterator[str]:
        kind = kind.removesuffix(", if any")
        bare = kind.removesuffix(" or null")
        if value is None:
            yield from () if bare != kind else [f"{path}: null, not {kind}"]
        elif bare.startswith("list of "):
            yield from self._each(value, list, bare.removeprefix("list of "), path)
        elif bare.startswith("map of "):
            yield from self._each(value, dict, bare.removeprefix("map of "), path)
        elif bare.startswith("**"):
            yield from (f"{path}: {said}" for said in SHAPES[bare.strip("*")].differences(value))
        elif bare == "object":
            yield from self._keys(value, path)
        elif not PLAIN[bare](value):
            yield f"{path}: {value!r}, not {kind}"

    def _each(self, value: object, kind: type, item: str, path: str) -> Iterator[str]:
        if not isinstance(value, kind):
            yield f"{path}: {value!r}, not a {kind.__name__}"
            return
        for each in value.values() if isinstance(value, dict) else list(value):  # type: ignore[call-overload]
            yield from self._against(each, item, f"{path}[]" if kind is list else path)

    def _keys(self, value: object, path: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{path}: {value!r}, not an object"
            return
        start = f"{path}." if path else ""
        here = {key.removeprefix(start) for key in self.kinds if key.startswith(start) and key}
        named = {key for key in here if re.fullmatch(r"\w+", key)}
        needed = {key for key in named if not self.kinds[start + key].endswith(", if any")}
        yield from (f"{path}: no {key}" for key in needed - value.keys())
        yield from (f"{path}: {key} is not on the page" for key in value.keys() - named)
        for key in named & value.keys():
            yield from self._against(value[key], self.kinds[start + key], start + key)


def _forms(text: str, mark: str) -> Mapping[str, Form]:
    parts = re.split(rf"^{mark} (.+)$", text, flags=re.MULTILINE)[1:]
    return {
        name: Form({path: kind for path, kind in ROW.findall(body)})
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    }


_COMMANDS, _SHAPES = PAGE.split("\n## Shapes\n")
SHAPES = _forms(_SHAPES, "###")
FORMS = _forms(_COMMANDS, "##")


@pytest.fixture(scope="module")
def bad_folder(programme_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programme with somebody of an employment that there is not."""
    folder = tmp_path_factory.mktemp("bad") / "programme"
    shutil.copytree(programme_folder, folder)
    rows = (folder / "inspectors.csv").read_text("utf-8")
    (folder / "inspectors.csv").write_text(rows.replace("established", "borrowed", 1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def clashing_folder(programme_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programme with two pins of one force to one day."""
    folder = tmp_path_factory.mktemp("clash") / "programme"
    shutil.copytree(programme_folder, folder)
    pins = "la_code,start,inspector_id,role\nA1,2014-02-03,,\nA2,2014-02-03,,\n"
    (folder / "pins.csv").write_text(pins, "utf-8")
    return folder


@pytest.fixture(scope="module")
def broken_folder(rota_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rota by hand, with one lead taken out."""
    folder = tmp_path_factory.mktemp("broken")
    shutil.copy(rota_folder / "inspections.csv", folder)
    lines = (rota_folder / "deployments.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("A1,ofsted-1,")]
    (folder / "deployments.csv").write_text("".join(kept), "utf-8")
    return folder


@pytest.fixture(scope="module")
def changes_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody is absent and an inspection deferred."""
    path = tmp_path_factory.mktemp("changes") / "changes.csv"
    rows = "absence,hmic-3,,2015-01-12,2015-01-30\ndeferral,,A3,2014-07-07,\n"
    path.write_text(f"kind,inspector_id,la_code,start,end\n{rows}", "utf-8")
    return path


@pytest.fixture(scope="module")
def agree(rota_command: Run) -> Callable[..., object]:
    """Runs a command with --json, holds what it prints against the page, and returns it."""

    def agree(section: str, *arguments: object) -> object:
        run = rota_command(section.split()[1], *arguments, "--json")
        assert run.stdout, run.stderr
        told: object = json.loads(run.stdout)
        assert list(FORMS[section].differences(told)) == []
        return told

    return agree


def test_every_command_with_json_is_on_the_page(rota_command: Run) -> None:
    said = rota_command("--help").stdout
    commands = re.findall(r"^\W*([a-z]+)  ", said, re.MULTILINE)
    speaking = {each for each in commands if "--json" in rota_command(each, "--help").stdout}
    assert {section.split()[1] for section in FORMS} == speaking
    assert len(speaking) > 15


def test_every_shape_is_used_and_every_used_one_is_there() -> None:
    kinds = [kind for form in (*FORMS.values(), *SHAPES.values()) for kind in form.kinds.values()]
    assert set(re.findall(r"\*\*(\w+)\*\*", " ".join(kinds))) == SHAPES.keys()


def test_a_table_finds_what_is_other_than_it_says() -> None:
    form = Form({"": "object", "a": "list of text", "b": "whole or null", "c": "date, if any"})
    assert list(form.differences({"a": ["x"], "b": None})) == []
    assert list(form.differences({"a": [1], "b": True, "d": 2})) != []
    assert len(list(form.differences({"a": "x"}))) == 2


def test_commands_that_look_at_a_programme(
    agree: Callable[..., Any], programme_folder: Path, bad_folder: Path, tmp_path: Path
) -> None:
    agree("rota validate", programme_folder)
    assert agree("rota validate", bad_folder)["problems"]
    assert agree("rota capacity", programme_folder)["quarters"]
    agree("rota draw", tmp_path / "drawn", "--authorities", 4, "--seed", "x")
    agree("rota template", tmp_path / "book.xlsx", "--from", programme_folder)


def test_commands_that_look_at_a_rota(
    agree: Callable[..., Any],
    programme_folder: Path,
    rota_folder: Path,
    broken_folder: Path,
    tmp_path: Path,
) -> None:
    both = programme_folder, rota_folder
    agree("rota check", *both)
    assert agree("rota check", programme_folder, broken_folder)["breaches"]
    agree("rota forces", *both)
    assert agree("rota forces --change", *both, "--change", "F1=2014-04-01")[0]["able"]
    barring = ("--authority", "A3", "--inspector", "ofsted-2")
    assert agree("rota cover", *both, *barring)["barred"]
    agree("rota show", *both, "--out", tmp_path / "page.html")
    agree("rota roster", *both)
    agree("rota roster --out", *both, "--format", "xlsx", "--out", tmp_path / "roster.xlsx")
    out = ("--by", "inspectorate", "--format", "csv", "--exported-by", "me")
    agree("rota export", *both, "--out", tmp_path / "export", *out)
    assert agree("rota compare", programme_folder, rota_folder, broken_folder)["teams"]
    assert "rota" in agree("rota bound", *both, "--seconds", 3)


def test_commands_that_plan(
    agree: Callable[..., Any], programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    agree("rota plan", programme_folder, "--out", tmp_path / "rota", "--seconds", 4)
    asked = ("--set", "policy.concurrency.starts_per_week=4", "--seconds", 1, "--runs", 2)
    agree("rota whatif", programme_folder, rota_folder, *asked, "--workers", 1)


def test_commands_that_change_a_rota(
    agree: Callable[..., Any],
    programme_folder: Path,
    rota_folder: Path,
    changes_file: Path,
    tmp_path: Path,
) -> None:
    both = programme_folder, rota_folder
    given = ("--changes", changes_file, "--today", "2014-02-03")
    after, ways = tmp_path / "after", tmp_path / "ways"
    told = agree("rota replan", *both, *given, "--out", after, "--seconds", 6)
    assert told["differences"]
    assert told["told"]
    assert agree("rota compare", after / "programme", rota_folder, after)["slots"]
    agree("rota options", *both, *given, "--out", ways, "--seconds", 8)
    agree("rota take", ways, 1, "--out", tmp_path / "taken")
    asked = ("--authority", "A3", "--inspector", "hmic-2", "--seconds", 4)
    assert "change" in agree("rota why", *both, *asked)


def test_the_service_says_where_it_is(programme_folder: Path, rota_folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("rota")), "serve"]
    command += [str(programme_folder), str(rota_folder)]
    with subprocess.Popen(
        [*command, "--port", str(port), "--json"], stdout=subprocess.PIPE, text=True
    ) as served:
        assert served.stdout is not None
        told = json.loads(
            "".join(itertools.takewhile(lambda line: line != "}\n", served.stdout)) + "}"
        )
        served.terminate()
    assert list(FORMS["rota serve"].differences(told)) == []


def test_explain_of_a_clash_and_of_none(
    agree: Callable[..., Any], programme_folder: Path, clashing_folder: Path
) -> None:
    assert agree("rota explain", clashing_folder, "--seconds", 10)["clash"]["members"]
    assert agree("rota explain", programme_folder, "--seconds", 5)["clash"] is None
