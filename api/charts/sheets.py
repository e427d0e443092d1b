"""A rota as the rows of its files, read once for all charts, tables and pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from models.breach import Breach
from models.checks import check_rota
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.result import Certificate, CurvePoint, Goals
from models.rota import Rota
from models.tables import rota_tables

Row = Mapping[str, str]

_BODIES = [body.value for body in Inspectorate]


@dataclass(frozen=True)
class Sheets:
    """What a chart may draw: the question, the answer, and the answer's files as rows of text.

    A row's text is that of its file; so whatever is drawn from a row equals the row. The rota is
    whole: one written by hand is completed first. ``certificate`` and ``curve`` are those of the
    run that made it, where there was one; ``judged`` holds the breaches of the rota as given.
    """

    programme: Programme
    rota: Rota
    goals: Goals
    certificate: Certificate | None = None
    curve: tuple[CurvePoint, ...] = ()
    judged: tuple[Breach, ...] | None = None

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """The breaches that refuse the rota; judged as it was given, or else as it stands."""
        found = check_rota(self.programme, self.rota) if self.judged is None else self.judged
        return tuple(each for each in found if not each.history)

    @cached_property
    def _rows(self) -> Mapping[str, tuple[Row, ...]]:
        tables = rota_tables(self.programme, self.rota)
        return {
            name: tuple(dict(zip(table.columns, row, strict=True)) for row in table.rows)
            for name, table in tables.items()
        }

    @cached_property
    def inspections(self) -> tuple[Row, ...]:
        """The rows of inspections.csv by start, then code."""
        rows = self._rows["inspections.csv"]
        return tuple(sorted(rows, key=lambda row: (row["start"], row["la_code"])))

    @cached_property
    def roster(self) -> tuple[Row, ...]:
        """The rows of roster.csv by inspectorate in file order, inspector, start."""
        return tuple(sorted(self._rows["roster.csv"], key=_by_person_and_time))


def _by_person_and_time(row: Row) -> tuple[int, str, str]:
    return _BODIES.index(row["inspectorate"]), row["inspector_id"], row["start"]
