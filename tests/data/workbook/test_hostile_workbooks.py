"""Whatever is in a workbook, it is read or refused in sentences, within its process's limits."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO

import pytest

from data import DataProblems, read_programme
from data.limits import WORKBOOK_WALL_SECONDS
from data.problems import ProblemList
from data.programme import programme_in
from data.workbook.process import CHILD, Ended
from data.workbook.reader import open_workbook
from models.programme import Programme
from models.tables import PROGRAMME_COLUMNS, SETTINGS_FILE
from tests.data.workbook.books import Sheets
from tests.data.workbook.hostile import FAMILIES, draw_file
from tests.data.workbook.nursery import Nursery

#: Of each family; with twelve of them the issue's 500 are passed.
DRAWN = 42

WANTED = (SETTINGS_FILE, *PROGRAMME_COLUMNS)
HANGS = ("more than 8 seconds",)


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery(CHILD, WORKBOOK_WALL_SECONDS) as process:
        yield process


def run_in(nursery: Nursery, file: IO[bytes], asked: str) -> Ended:
    return Ended(*nursery.ask(file, asked))


@pytest.mark.parametrize("family", FAMILIES)
def test_hostile_workbooks_are_read_or_refused_in_sentences(
    family: str, sheets: Sheets, nursery: Nursery, tmp_path: Path
) -> None:
    refused = 0
    for number in range(DRAWN):
        path, expected = draw_file(family, number, sheets, tmp_path)
        said = sentences(path, nursery)
        assert any(expected in sentence for sentence in said) or not expected, (number, said)
        assert not any(hang in sentence for sentence in said for hang in HANGS), number
        refused += bool(said)
        path.unlink()
    assert refused


def sentences(path: Path, nursery: Nursery) -> list[str]:
    """What is said of a workbook; nothing where it can be read."""
    try:
        source = open_workbook(path, WANTED, partial(run_in, nursery))
        assert isinstance(programme_in(source, ProblemList()), Programme)
    except DataProblems as refusal:
        places = {path.name, "the programme", *(file.rpartition(".")[0] for file in WANTED)}
        for problem in refusal.problems:
            assert problem.message
            assert problem.file.casefold() in places
        return list(map(str, refusal.problems))
    return []


@pytest.mark.parametrize("family", FAMILIES)
def test_a_child_of_its_own_says_the_same_as_one_that_is_forked(
    family: str, sheets: Sheets, nursery: Nursery, tmp_path: Path
) -> None:
    path, _ = draw_file(family, 0, sheets, tmp_path)
    said: list[str] = []
    try:
        read_programme(path)
    except DataProblems as refusal:
        said = list(map(str, refusal.problems))
    assert said == sentences(path, nursery)
