"""What a re-plan is asked, as the checks of its changes look at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.problems import ProblemList
from data.rows import Numbered
from models.changes import Change
from models.folding import fold
from models.programme import Programme
from models.rota import Rota


@dataclass(frozen=True)
class Asked:
    """The changes with their rows, the programme and the baseline they are of, and today."""

    file: str
    rows: Sequence[Numbered[Change]]
    programme: Programme
    baseline: Rota
    today: date

    @cached_property
    def folded(self) -> Programme:
        """The programme with the changes folded in."""
        return fold(self.programme, (change for _, change in self.rows), self.baseline, self.today)

    def add(self, problems: ProblemList, row: int, change: Change, column: str, said: str) -> None:
        """Note a problem with a cell of a change."""
        problems.add(self.file, said, row=row, column=column, value=_value(change, column))

    def warn(self, problems: ProblemList, row: int, change: Change, column: str, said: str) -> None:
        """Note something odd about a cell of a change that does no harm."""
        problems.warn(self.file, said, row=row, column=column, value=_value(change, column))


def _value(change: Change, column: str) -> str:
    """The cell, unless it is the reason, which is never quoted."""
    value = getattr(change, column) if column and column != "reason" else None
    return "" if value is None else str(value)
