"""The codes that other files may name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.cells import CellError
from data.nearest import nearest
from data.sheet import Sheet

#: Looking up the nearest code takes a while; beyond so many unknown ones nobody reads it.
_HINTS = 50


@dataclass
class Codes:
    """The codes of one kind.

    ``codes`` is None where their file cannot be read whole: then no code is called unknown.
    ``kind`` is what an unknown one is called in a message: ``force code``.
    """

    kind: str
    codes: frozenset[str] | None
    _hints: dict[str, str | None] = field(default_factory=dict)

    def parse(self, cell: str) -> str:
        """The code, if it is known; else an error that names the nearest."""
        if self.codes is None or cell in self.codes:
            return cell
        hint = self._nearest(cell)
        said = f"unknown {self.kind}"
        raise CellError(f"{said}; the nearest known one is {hint}" if hint else said)

    def _nearest(self, cell: str) -> str | None:
        if cell not in self._hints and len(self._hints) < _HINTS:
            codes = self.codes or ()
            self._hints[cell] = nearest(cell, codes) or nearest(cell, codes, cutoff=0)
        return self._hints.get(cell)


@dataclass(frozen=True)
class Known:
    """The codes of authorities, forces, probation trusts and inspectors."""

    authorities: Codes
    forces: Codes
    trusts: Codes
    inspectors: Codes


def known_in(sheets: Mapping[str, Sheet | None]) -> Known:
    """The codes that a programme's sheets define, whatever else is wrong with their rows."""
    return Known(
        authorities=_codes("authority code", sheets.get("authorities.csv"), "la_code"),
        forces=_codes("force code", sheets.get("forces.csv"), "police_force_code"),
        trusts=_codes(
            "probation trust code", sheets.get("probation_trusts.csv"), "probation_trust_code"
        ),
        inspectors=_codes("inspector id", sheets.get("inspectors.csv"), "inspector_id"),
    )


def codes_of(kind: str, codes: Iterable[str]) -> Codes:
    """Codes that are known for certain."""
    return Codes(kind, frozenset(codes))


def _codes(kind: str, sheet: Sheet | None, column: str) -> Codes:
    if sheet is None or not sheet.whole or column not in sheet.columns:
        return Codes(kind, None)
    return codes_of(kind, (row.cells[column] for row in sheet.rows))
