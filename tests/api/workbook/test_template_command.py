"""``rota template``: writes a workbook, and never over one that somebody may have filled."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from openpyxl.workbook import Workbook

Run = Callable[..., subprocess.CompletedProcess[str]]
Opened = Callable[[bytes], Workbook]


def test_writes_an_empty_workbook(rota_command: Run, opened: Opened, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    done = rota_command("template", book)
    assert done.returncode == 0
    assert f"rota validate {book}" in done.stdout
    assert opened(book.read_bytes())["authorities"].max_row == 1


def test_writes_a_workbook_with_a_programme_in_it(
    rota_command: Run, opened: Opened, programme_folder: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book.xlsx"
    done = rota_command("template", book, "--from", programme_folder, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {"workbook": str(book), "programme": "tiny"}
    assert opened(book.read_bytes())["authorities"].max_row == 5


def test_filled_workbook_is_a_programme_like_any_other(
    rota_command: Run, programme_folder: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book.xlsx"
    rota_command("template", book, "--from", programme_folder)
    from_folder, from_book = (rota_command("validate", each) for each in (programme_folder, book))
    assert from_book.returncode == 0
    assert from_book.stdout == from_folder.stdout


def test_cannot_write_over_a_file_that_is_there(rota_command: Run, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    book.write_text("filled by hand")
    done = rota_command("template", book)
    assert (done.returncode, book.read_text()) == (2, "filled by hand")
    assert "is there already" in done.stderr


def test_cannot_write_a_workbook_under_another_ending(rota_command: Run, tmp_path: Path) -> None:
    done = rota_command("template", tmp_path / "book.csv")
    assert done.returncode == 2
    assert "does not end in .xlsx" in done.stderr
    assert list(tmp_path.iterdir()) == []
