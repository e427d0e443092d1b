"""LibreOffice without windows, as the second program that opens and saves what we write."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or "/usr/bin/soffice"

#: Comma, double quote, UTF-8, from the first line: how our CSV files are opened.
_AS_CSV = "--infilter=CSV:44,34,76,1"

SavedAgain = Callable[[Sequence[Path], str], list[Path]]


@pytest.fixture(scope="session")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> SavedAgain:
    """Have LibreOffice open some files in one call and save them in the form of an ending."""
    # A profile of its own, so that workers do not wait for each other.
    profile = tmp_path_factory.mktemp("office").as_uri()

    def saved(files: Sequence[Path], ending: str) -> list[Path]:
        place = tmp_path_factory.mktemp("saved")
        options = [_AS_CSV] if files[0].suffix == ".csv" else []
        subprocess.run(
            [
                OFFICE, f"-env:UserInstallation={profile}", "--headless", *options,
                "--convert-to", ending, "--outdir", str(place), *map(str, files),
            ],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )  # fmt: skip
        return [place / file.with_suffix(f".{ending}").name for file in files]

    return saved
