"""Reads programme.toml: name, start, weeks, policy and goal weights; the defaults fill the rest."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeGuard

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data.cells import FIRST_YEAR, LAST_YEAR
from data.encoding import WrongEncodingError, decode
from data.limits import LARGEST_SETTING, MOST_WEEKS
from data.nearest import nearest_of_any
from data.problems import ProblemList
from models.policy import GoalWeights, Policy
from models.programme import Programme
from models.tables import SETTINGS_FILE
from models.tables.settings import Setting, settings_of, toml_value
from models.word import Word

_FIELDS = Programme.model_fields
_PROGRAMME = {f"programme.{name}": _FIELDS[name].default for name in ("name", "start", "weeks")}
_POLICY = settings_of(Policy(), "policy")
_GOALS = settings_of(GoalWeights(), "goals")
_KEYS = {**_PROGRAMME, **_POLICY, **_GOALS}
_TABLES = frozenset(
    ".".join(key.split(".")[:length]) for key in _KEYS for length in range(1, key.count(".") + 1)
)

_WANTED = {
    "int_type": "a whole number is wanted",
    "float_type": "a number is wanted",
    "tuple_type": "a list in square brackets is wanted",
    "string_type": "text in quotation marks is wanted",
    "string_pattern_mismatch": 'a month and a day are wanted, such as "12-25"',
    "greater_than_equal": "at least {ge} is wanted",
    "less_than_equal": "at most {le} is wanted",
    "missing": "a value is missing",
    "too_long": "two are wanted: the first and the last day",
}


@dataclass(frozen=True)
class Settings:
    """What programme.toml says, defaults filled in; the names are a programme's fields."""

    name: str
    start: date
    weeks: int
    policy: Policy
    goals: GoalWeights


@dataclass(frozen=True)
class _Toml:
    """The text of the file, the values in it by dotted key, and where problems go."""

    text: str
    problems: ProblemList
    values: dict[str, Any] = field(default_factory=dict)

    def note(self, key: str, message: str) -> None:
        """Note a problem with a key, and with its value where it has one."""
        value = toml_value(self.values[key]) if key in self.values else ""
        row = _line_of(self.text, key)
        self.problems.add(SETTINGS_FILE, message, row=row, column=key, value=value)


def read_settings(data: bytes, problems: ProblemList) -> Settings | None:
    """The settings, or None, with every problem noted, where something is wrong with them."""
    before = len(problems.problems)
    try:
        text = decode(data)
        document = tomllib.loads(text)
    except WrongEncodingError as error:
        problems.add(SETTINGS_FILE, str(error), row=error.row)
        return None
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits and brackets without end are no TOMLDecodeError.
        row = re.search(r"at line (\d+)", str(error))
        said = f"no TOML: {error}"
        problems.add(SETTINGS_FILE, said, row=int(row[1]) if row else None)
        return None
    toml = _Toml(text, problems)
    toml.values.update(_known_values(document, "", toml))
    _check_programme(toml)
    policy = _filled_in(Policy, "policy", _POLICY, toml)
    goals = _filled_in(GoalWeights, "goals", _GOALS, toml)
    if len(problems.problems) > before or policy is None or goals is None:
        return None
    filled = _PROGRAMME | {key: toml.values[key] for key in _PROGRAMME if key in toml.values}
    named = {key.removeprefix("programme."): value for key, value in filled.items()}
    return Settings(**named, policy=policy, goals=goals)


def _known_values(table: Mapping[str, Any], above: str, toml: _Toml) -> Iterator[tuple[str, Any]]:
    """The values of a table and those below it by dotted key; an unknown key is noted."""
    for name, value in table.items():
        key = f"{above}.{name}" if above else name
        if key in _TABLES and isinstance(value, dict):
            yield from _known_values(value, key, toml)
        elif key in _TABLES:
            toml.note(key, "a table is wanted here, not a value")
        elif key in _KEYS and isinstance(value, dict):
            toml.note(key, "a value is wanted here, not a table")
        elif key in _KEYS:
            yield key, value
        else:
            hint = nearest_of_any(key, (*_KEYS, *_TABLES))
            toml.note(key, f"unknown key; the nearest known one is {hint}")


def _check_programme(toml: _Toml) -> None:
    name = toml.values.get("programme.name", "")
    if not isinstance(name, str):
        toml.note("programme.name", "text in quotation marks is wanted")
    if said := _fault_of_start(toml.values.get("programme.start", date(2013, 6, 3))):
        toml.note("programme.start", said)
    weeks = toml.values.get("programme.weeks", 156)
    if not _is_whole(weeks) or not 2 <= weeks <= MOST_WEEKS:
        toml.note("programme.weeks", f"a whole number from 2 to {MOST_WEEKS} is wanted")


def _fault_of_start(start: object) -> str:
    if type(start) is not date:
        return "a date without quotation marks and without a time is wanted, such as 2013-06-03"
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        return f"a year from {FIRST_YEAR} to {LAST_YEAR} is wanted"
    if start.weekday():
        monday = start - timedelta(days=start.weekday())
        return f"{start:%A}; a Monday is wanted: {monday} or {monday + timedelta(days=7)}"
    return ""


def _is_whole(value: object) -> TypeGuard[int]:
    return type(value) is int


def _filled_in(word: type[Word], prefix: str, defaults: Mapping[str, Setting], toml: _Toml) -> Any:
    """The word with the file's values over the defaults; None where a value is refused."""
    values = {key: toml.values.get(key, default) for key, default in defaults.items()}
    if too_large := [key for key in values if _is_too_large(key, values[key])]:
        for key in too_large:
            toml.note(key, f"at most {_largest(key)} is wanted")
        return None
    try:
        # JSON lets lists be tuples, while strictness keeps text and yes or no from being numbers.
        text = json.dumps(_nested(values)[prefix], default=str)
        return word.model_validate_json(text, strict=True)
    except ValidationError as error:
        for each in error.errors(include_input=False, include_url=False):
            toml.note(_key_of(prefix, each, values), _wanted(each))
        return None


def _largest(key: str) -> int:
    return MOST_WEEKS if "weeks" in key else LARGEST_SETTING


def _is_too_large(key: str, value: object) -> bool:
    if isinstance(value, list):
        return any(_is_too_large(key, each) for each in value)
    return _is_whole(value) and value > _largest(key)


def _nested(values: Mapping[str, Any]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for key, value in values.items():
        *above, name = key.split(".")
        branch = tree
        for part in above:
            branch = branch.setdefault(part, {})
        branch[name] = value
    return tree


def _key_of(prefix: str, error: ErrorDetails, values: Mapping[str, Any]) -> str:
    """The dotted key that an error is about: the places inside its value are left off."""
    parts = [prefix, *map(str, error["loc"])]
    keys = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((key for key in keys if key in values or key in _TABLES), prefix)


def _wanted(error: ErrorDetails) -> str:
    said = _WANTED.get(error["type"], error["msg"].removeprefix("Value error, "))
    return said.format(**error.get("ctx", {}))


def _line_of(text: str, key: str) -> int | None:
    """The line, from 1, on which a dotted key or its table stands; None where it is not found."""
    table, found = "", None
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[\s*([\w.\s-]+?)\s*\]", line):
            table = header[1]
            here = table
        elif setting := re.match(r"\s*([\w.-]+)\s*=", line):
            here = f"{table}.{setting[1]}" if table else setting[1]
        else:
            continue
        if key == here:
            return number
        if key.startswith(f"{here}."):
            found = number
    return found
