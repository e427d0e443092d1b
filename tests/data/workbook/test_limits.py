"""What a workbook may cost: memory, time of the processor, time at all, text, directory."""

import io
import json
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import IO

import pytest

from data import DataProblems, read_programme
from data.limits import LARGEST_DIRECTORY
from data.workbook.process import Ended, run_child
from data.workbook.reader import open_workbook
from data.zip_directory import is_directory_too_long
from models.tables import PROGRAMME_COLUMNS, SETTINGS_FILE
from tests.data.workbook.books import Sheets, with_part

WANTED = (SETTINGS_FILE, *PROGRAMME_COLUMNS)
Save = Callable[..., Path]


def run_within(limits: dict[str, int], file: IO[bytes], asked: str) -> Ended:
    """A real child with other limits than usual."""
    return run_child(file, json.dumps({**json.loads(asked), **limits}))


def refusal(path: Path, **limits: int) -> str:
    with pytest.raises(DataProblems) as caught:
        open_workbook(path, WANTED, partial(run_within, limits))
    (problem,) = caught.value.problems
    return str(problem)


def many_strings(text: str) -> str:
    """A table of texts that takes seconds to go through."""
    drawn = Random(6)
    more = "".join(f"<si><t>{drawn.randrange(10**9)}</t></si>" for _ in range(300_000))
    return text.replace("</sst>", f"{more}</sst>")


def test_a_workbook_that_takes_too_long_is_given_up(sheets: Sheets, save: Save) -> None:
    path = with_part(save(sheets), "xl/sharedStrings.xml", many_strings)
    assert refusal(path, seconds=1).endswith(
        "reading it takes more than 8 seconds, far more than a programme's workbook does"
    )


def test_a_workbook_that_takes_too_much_memory_is_given_up(sheets: Sheets, save: Save) -> None:
    long = Random(6).randbytes(20_000_000).hex()
    path = with_part(
        save(sheets), "xl/sharedStrings.xml", lambda text: text.replace("</t>", f"{long}</t>", 1)
    )
    assert refusal(path, memory=80_000_000).endswith(
        "reading it takes more than 1000 MB of memory, far more than a programme's workbook does"
    )


def test_a_child_that_hangs_is_given_up(sheets: Sheets, save: Save) -> None:
    path = save(sheets)
    with pytest.raises(DataProblems, match="takes more than 8 seconds"):
        open_workbook(path, WANTED, lambda file, asked: Ended(None, b""))


def test_a_child_that_dies_harms_nobody(sheets: Sheets, save: Save) -> None:
    path = save(sheets)
    with pytest.raises(DataProblems, match="a damaged workbook"):
        open_workbook(path, WANTED, lambda file, asked: Ended(-11, b'{"sheets": ['))


def test_one_long_text_in_many_cells_is_given_up(
    sheets: Sheets, save: Save, said: Callable[..., list[str]]
) -> None:
    # Three rows, and 624 of 32,000 characters, hold less than 20 MB; the file is small.
    sheets["forces"] += [[f"G{number}", "x" * 32_000] for number in range(700)]
    assert said(save(sheets))[0] == "forces, row 628: the cells hold more than 20 MB"


@pytest.mark.parametrize("name", ["many.zip", "many.xlsx"])
def test_a_directory_without_end_is_not_gone_through(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(4_000):
            archive.writestr(f"{number:06}", b"")
    assert LARGEST_DIRECTORY < 4_000 * (46 + 6)
    with pytest.raises(DataProblems, match="the zip has more than"):
        read_programme(path)


def test_a_directory_is_measured_by_what_either_form_of_end_claims() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("x", b"")
    assert not is_directory_too_long(data)
    end = bytearray(data.getvalue())
    end[-10:-6] = (LARGEST_DIRECTORY + 1).to_bytes(4, "little")
    assert is_directory_too_long(io.BytesIO(end))
    large = b"PK\6\6" + bytes(36) + (10**9).to_bytes(8, "little") + bytes(8)
    assert is_directory_too_long(io.BytesIO(large + data.getvalue()))
