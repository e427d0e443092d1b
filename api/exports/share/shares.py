"""Each cut's share of the roster and of the attendance, as tables that every form is made from."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from api.exports.share.cuts import WHOLE, Cut
from models.programme import Programme
from models.rota import Rota
from models.tables import ROTA_COLUMNS, Table, rota_tables, sorted_table
from models.tables.table import Row

ROSTER, ATTENDANCE = "roster.csv", "attendance.csv"

#: The columns that tell, or help to guess, which authority it is.
_TELLING = frozenset({"la_code", "authority", "police_force_code", "force_wide_review"})


@dataclass(frozen=True)
class Share:
    """One cut's rows of roster.csv and attendance.csv.

    In an inspector's own, the cells that would tell an authority before its reveal are blank.
    """

    cut: Cut
    roster: Table
    attendance: Table

    @property
    def tables(self) -> Mapping[str, Table]:
        """Both tables by the names of their files."""
        return {ROSTER: self.roster, ATTENDANCE: self.attendance}


class Shares:
    """The shares of one whole rota; its rows are sorted out once, however many cuts are asked.

    ``revealed`` are the codes of the authorities that inspectors may be told by name.
    """

    def __init__(self, programme: Programme, rota: Rota, revealed: Collection[str]) -> None:
        self._programme = programme
        self._hidden = frozenset(programme.authority_of).difference(revealed)
        tables = rota_tables(programme, rota)
        nothing = Table(ROTA_COLUMNS[ATTENDANCE], ())
        self._columns: dict[str, tuple[str, ...]] = {}
        self._rows: dict[tuple[str, Cut], list[Row]] = defaultdict(list)
        for name in (ROSTER, ATTENDANCE):
            table = tables.get(name, nothing)
            self._columns[name] = table.columns
            for row in table.rows:
                for cut in self._cuts_with(dict(zip(table.columns, row, strict=True))):
                    self._rows[name, cut].append(row)

    @property
    def hides(self) -> bool:
        """Whether some inspection lies beyond the reveal horizon."""
        places = {cut.id for _, cut in self._rows if cut.kind == "authority"}
        return not self._hidden.isdisjoint(places)

    def of(self, cut: Cut) -> Share:
        """The share of one cut; without rows where the rota has none for it."""
        return Share(cut, self._table(ROSTER, cut), self._table(ATTENDANCE, cut))

    def _cuts_with(self, cells: Mapping[str, str]) -> Iterable[Cut]:
        inspector = self._programme.inspector_of[cells["inspector_id"]]
        authority = self._programme.authority_of[cells["la_code"]]
        return (
            Cut(WHOLE),
            Cut("inspector", inspector.inspector_id),
            Cut("inspectorate", inspector.inspectorate.value),
            Cut("authority", authority.la_code),
            Cut("force", authority.police_force_code),
        )

    def _table(self, name: str, cut: Cut) -> Table:
        columns, rows = self._columns[name], self._rows.get((name, cut), [])
        # Sorted again: in the order of names that are hidden now, the rows would still tell.
        shown = (as_sent(columns, row, self._hidden) for row in rows) if cut.is_own else rows
        return sorted_table(columns, shown)


def as_sent(columns: tuple[str, ...], row: Row, hidden: Collection[str]) -> Row:
    """A row as its inspector gets it: blank wherever it would tell a hidden authority."""
    if row[columns.index("la_code")] not in hidden:
        return row
    return tuple(
        "" if column in _TELLING else cell for column, cell in zip(columns, row, strict=True)
    )
