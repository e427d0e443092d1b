"""A programme with some settings of programme.toml changed, each given as a key and TOML text."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from pydantic import ValidationError

from data.bank_holidays import england
from data.problems import DataProblem, DataProblems, ProblemList
from data.settings_file import read_settings
from models.programme import Programme
from models.tables import SETTINGS_FILE, in_file_order
from models.tables.settings import settings, toml_value

_KEY = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")


def change_settings(programme: Programme, texts: Mapping[str, str]) -> Programme:
    """The programme with other values for some dotted keys, ``policy.force.gap_weeks`` say.

    A value is written as TOML has it; a table changes the keys that stand in it. All other
    settings stay. Where start or length change, England's bank holidays follow, if the programme
    has those. Raises ``DataProblems`` with every problem: an unknown key with the nearest known.
    """
    values = _values(texts)
    # One line a key, so that what is wrong is said of the key.
    kept = [(key, value) for key, value in settings(programme) if not _is_replaced(key, values)]
    lines = [f"{key} = {toml_value(value)}" for key, value in (*kept, *values.items())]
    problems = ProblemList()
    found = read_settings("\n".join(lines).encode(), problems)
    problems.problems = [_without_row(each) for each in problems.problems]
    problems.raise_any()
    assert found is not None, "settings are only missing where there is a problem"
    fields = {name: getattr(programme, name) for name in Programme.model_fields} | vars(found)
    if fields["bank_holidays"] == _england(programme.start, programme.weeks):
        fields["bank_holidays"] = _england(found.start, found.weeks)
    try:
        return in_file_order(Programme(**fields))
    except ValidationError as error:
        said = (each["msg"].removeprefix("Value error, ") for each in error.errors())
        raise DataProblems(
            DataProblem(SETTINGS_FILE, None, "", "", each) for each in said
        ) from None


def _values(texts: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    problems = ProblemList()
    for key, text in texts.items():
        if not _KEY.fullmatch(key):
            problems.add(SETTINGS_FILE, "a dotted key is wanted, such as policy.force.gap_weeks",
                         column=key)  # fmt: skip
            continue
        try:
            document = tomllib.loads(f"value = {text}")
            if list(document) != ["value"]:
                raise ValueError("more than one value")
        except (ValueError, RecursionError):
            problems.add(SETTINGS_FILE, 'no value as TOML writes it: 4, 0.5, "text" or [1, 2], say',
                         column=key, value=text)  # fmt: skip
            continue
        values.update(_leaves(key, document["value"]))
    problems.raise_any()
    return values


def _leaves(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, below in value.items():
            yield from _leaves(f"{key}.{name}", below)
    else:
        yield key, value


def _is_replaced(key: str, values: Mapping[str, Any]) -> bool:
    return any(key == each or key.startswith(f"{each}.") for each in values)


def _without_row(problem: DataProblem) -> DataProblem:
    """The problem without the line of a text that nobody wrote."""
    return DataProblem(problem.file, None, problem.column, problem.value, problem.message)


def _england(start: date, weeks: int) -> tuple[tuple[date, str], ...]:
    """England's bank holidays as far around a programme as a reader takes them."""
    end = start + timedelta(weeks=weeks)
    return england(range(start.year - 1, end.year + 3))
