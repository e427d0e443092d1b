"""One hostile workbook as it is drawn: out of good sheets, part by part."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.data.workbook.books import Edit, Sheets, saved


@dataclass(frozen=True)
class Draw:
    """One file to draw: where from, out of which sheets, and where to."""

    random: Random
    sheets: Sheets
    path: Path

    def save(self, edit: Edit | None = None) -> None:
        """Save the sheets as they now are."""
        saved(self.sheets, self.path, edit)

    def change(self, part: str, old: str, new: str) -> None:
        """Save the sheets with a piece of one part replaced, which must be there."""
        self.save()
        parts = self.parts()
        assert old in parts[part].decode(), (part, old)
        self.pack(parts | {part: parts[part].decode().replace(old, new, 1).encode()})

    def parts(self) -> dict[str, bytes]:
        """The parts of the file as saved."""
        with zipfile.ZipFile(self.path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def pack(self, parts: Mapping[str, bytes]) -> None:
        """Write a zip of these parts."""
        with zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)

    def sheet_part(self, name: str) -> str:
        """The part that holds a sheet."""
        return f"xl/worksheets/sheet{list(self.sheets).index(name) + 1}.xml"

    def one_of(self, *choices: Any) -> Any:
        """One of some things."""
        return self.random.choice(choices)
