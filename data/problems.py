"""What is wrong with the data: every problem with its file, row, column and value, all at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_LONGEST_QUOTE = 200


@dataclass(frozen=True)
class DataProblem:
    """One thing wrong with one place, and what would be right.

    ``row`` is numbered as a spreadsheet does, the header being row 1 (in programme.toml: the
    line); None where the whole file is meant. ``column`` is a dotted key in programme.toml.
    ``value`` quotes the cell; it is blank where nothing can be quoted, and never a reason.
    """

    file: str
    row: int | None
    column: str
    value: str
    message: str

    def __str__(self) -> str:
        row = "" if self.row is None else f"row {self.row}"
        value = repr(self.value) if self.value else ""
        place = ", ".join(part for part in (self.file, row, self.column) if part)
        return ": ".join(part for part in (place, value, self.message) if part)


class DataProblems(ValueError):
    """The data cannot be used; ``problems`` holds every reason found, ``warnings`` the rest."""

    def __init__(
        self, problems: Iterable[DataProblem], warnings: Iterable[DataProblem] = ()
    ) -> None:
        self.problems = tuple(problems)
        self.warnings = tuple(warnings)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass
class ProblemList:
    """Problems and warnings as the readers find them."""

    problems: list[DataProblem] = field(default_factory=list)
    warnings: list[DataProblem] = field(default_factory=list)

    def add(
        self, file: str, message: str, *, row: int | None = None, column: str = "", value: str = ""
    ) -> None:
        """Note a problem, which makes the data unusable."""
        self.problems.append(DataProblem(file, row, column, _shortened(value), message))

    def warn(
        self, file: str, message: str, *, row: int | None = None, column: str = "", value: str = ""
    ) -> None:
        """Note something odd that does no harm."""
        self.warnings.append(DataProblem(file, row, column, _shortened(value), message))

    def raise_any(self, files: Sequence[str] = ()) -> None:
        """Raise ``DataProblems`` if there is any problem, in the order of ``files`` and rows."""
        if self.problems:
            place = {file: number for number, file in enumerate(files)}
            in_order = sorted(
                self.problems, key=lambda each: (place.get(each.file, -1), each.row or 0)
            )
            raise DataProblems(in_order, self.warnings)


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST_QUOTE else f"{value[:_LONGEST_QUOTE]}…"
