"""The settings of a programme: every key of programme.toml with its value, defaults included."""

import json
from collections.abc import Iterator
from datetime import date

from models.policy import SizeRange
from models.programme import Programme
from models.tables.table import Table, sorted_table
from models.word import Word

Setting = str | int | float | date | tuple[object, ...]

COLUMNS = ("key", "value")


def settings(programme: Programme) -> Iterator[tuple[str, Setting]]:
    """Dotted keys (``policy.force.gap_weeks``) with their values, in the order of formats.md."""
    yield "programme.name", programme.name
    yield "programme.start", programme.start
    yield "programme.weeks", programme.weeks
    yield from _leaves("policy", programme.policy)
    yield from _leaves("goals", programme.goals)


def settings_of(word: Word, prefix: str) -> dict[str, Setting]:
    """The settings below one table, by dotted key; a size range is least, target, most."""
    return dict(_leaves(prefix, word))


def _leaves(prefix: str, word: Word) -> Iterator[tuple[str, Setting]]:
    for name, value in word:
        key = f"{prefix}.{name}"
        if isinstance(value, SizeRange):
            yield key, (value.least, value.target, value.most)
        elif isinstance(value, Word):
            yield from _leaves(key, value)
        else:
            yield key, value


def settings_table(programme: Programme) -> Table:
    """The settings as rows of key and value, as the sheet ``programme`` of a workbook has them."""
    return sorted_table(COLUMNS, ((key, toml_value(value)) for key, value in settings(programme)))


def toml_value(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, str):
        # JSON's escapes are TOML's, but TOML also wants the delete character escaped.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else repr(value)


def settings_text(programme: Programme) -> str:
    """A whole programme.toml with every default written out."""
    lines: list[str] = []
    table = None
    for key, value in settings(programme):
        above, _, name = key.rpartition(".")
        if above != table:
            lines += ["", f"[{above}]"] if lines else [f"[{above}]"]
            table = above
        lines.append(f"{name} = {toml_value(value)}")
    return "\n".join(lines) + "\n"
