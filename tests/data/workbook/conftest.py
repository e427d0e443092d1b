"""The small programme of tests/data as sheets, and what is said of a workbook."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from data import DataProblem, DataProblems, read_programme_with_warnings
from tests.data.workbook.books import Edit, Sheets, saved, sheets_of

Said = Callable[..., list[str]]


@pytest.fixture
def sheets(good: Mapping[str, str]) -> Sheets:
    """The sheets of a programme of two authorities; all of it can be read."""
    settings: list[list[Any]] = [
        ["key", "value"],
        ["programme.name", '"Two"'],
        ["programme.start", "2013-06-03"],
        ["programme.weeks", 156],
    ]
    return {"programme": settings, **sheets_of(good)}


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Save sheets as a workbook of its own."""

    def made(sheets: Sheets, edit: Edit | None = None) -> Path:
        return saved(sheets, tmp_path / f"book-{len(list(tmp_path.iterdir()))}.xlsx", edit)

    return made


@pytest.fixture
def found(save: Callable[..., Path]) -> Callable[..., tuple[DataProblem, ...]]:
    """What is wrong with a workbook, or with sheets saved as one."""

    def problems(book: Sheets | Path, edit: Edit | None = None) -> tuple[DataProblem, ...]:
        path = book if isinstance(book, Path) else save(book, edit)
        with pytest.raises(DataProblems) as caught:
            read_programme_with_warnings(path)
        return caught.value.problems

    return problems


@pytest.fixture
def said(found: Callable[..., tuple[DataProblem, ...]]) -> Said:
    """What is wrong with a workbook, as a user reads it."""
    return lambda book, edit=None: list(map(str, found(book, edit)))
