"""Two rotas of one programme and what is different, read once for all charts, tables and pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from api.charts.sheets import Sheets
from models.comparison import Comparison, compare
from models.programme import Programme
from models.roster_changes import RosterChange, roster_changes


@dataclass(frozen=True)
class Pair:
    """The rota before and the rota after, both whole and of the same programme.

    ``remarks`` hold sentences on how the two can be compared.
    """

    before: Sheets
    after: Sheets
    remarks: tuple[str, ...] = ()

    @property
    def programme(self) -> Programme:
        """The programme that both are measured by."""
        return self.after.programme

    @cached_property
    def comparison(self) -> Comparison:
        """What is different."""
        return compare(self.programme, self.before.rota, self.after.rota)

    @cached_property
    def rosters(self) -> tuple[RosterChange, ...]:
        """What is different in whose roster."""
        return roster_changes(self.programme, self.before.rota, self.after.rota)

    @cached_property
    def starts(self) -> Mapping[str, tuple[date | None, date | None]]:
        """The start before and after of each authority that either rota has.

        Those with a difference come first; then by the start after, or else before.
        """
        first, second = (each.rota.inspection_of for each in (self.before, self.after))
        found = {
            code: tuple(held[code].start if code in held else None for held in (first, second))
            for code in first.keys() | second.keys()
        }
        changed = self.comparison.la_codes
        order = sorted(
            found, key=lambda code: (code not in changed, found[code][1] or found[code][0], code)
        )
        return {code: (found[code][0], found[code][1]) for code in order}
