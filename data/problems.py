"""What is wrong with the data: every problem with its file, row, column and value, all at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_LONGEST_QUOTE = 200


@dataclass(frozen=True)
class DataProblem:
    """One thing wrong with one place, and what would be right.

    ``row`` is numbered as a spreadsheet does, the header being row 1 (in programme.toml: the
    line); None where the whole file is meant. ``column`` is a dotted key in programme.toml.
    ``value`` quotes the cell; it is blank where nothing can be quoted, and never a reason.
    In a workbook ``file`` is the sheet, and ``letter`` the letters of the column.
    """

    file: str
    row: int | None
    column: str
    value: str
    message: str
    letter: str = ""

    def __str__(self) -> str:
        row = "" if self.row is None else f"row {self.row}"
        value = repr(self.value) if self.value else ""
        place = ", ".join(part for part in (self.file, row, self._column_said()) if part)
        return ": ".join(part for part in (place, value, self.message) if part)

    def _column_said(self) -> str:
        if not self.letter:
            return self.column
        columns = "columns" if " and " in self.letter else "column"
        return (
            f"{columns} {self.letter} ({self.column})" if self.column else f"column {self.letter}"
        )


@dataclass(frozen=True)
class SheetName:
    """The sheet that stands for a file, and the letters of its named columns.

    ``otherwise`` are the letters of what is no column's name, as the keys of settings are not.
    """

    sheet: str
    letters: Mapping[str, str] = field(default_factory=dict)
    otherwise: str = ""

    def letters_of(self, column: str) -> str:
        """The letters of a column; of several with commas between, all that are there."""
        found = [self.letters[name] for name in column.split(", ") if name in self.letters]
        return " and ".join(found) or (self.otherwise if column else "")


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
    """Problems and warnings as the readers find them.

    ``sheets`` says which sheet of a workbook stands for a file; without it, files are files.
    """

    problems: list[DataProblem] = field(default_factory=list)
    warnings: list[DataProblem] = field(default_factory=list)
    sheets: dict[str, SheetName] = field(default_factory=dict)

    def add(
        self,
        file: str,
        message: str,
        *,
        row: int | None = None,
        column: str = "",
        value: str = "",
        letter: str = "",
    ) -> None:
        """Note a problem, which makes the data unusable."""
        self.problems.append(self._problem(file, row, column, value, message, letter))

    def warn(
        self, file: str, message: str, *, row: int | None = None, column: str = "", value: str = ""
    ) -> None:
        """Note something odd that does no harm."""
        self.warnings.append(self._problem(file, row, column, value, message, ""))

    def include(self, other: "ProblemList") -> None:
        """Take over what another list holds."""
        self.problems += other.problems
        self.warnings += other.warnings
        self.sheets |= other.sheets

    def raise_any(self, files: Sequence[str] = ()) -> None:
        """Raise ``DataProblems`` if there is any problem, in the order of ``files`` and rows."""
        if self.problems:
            place = {self._name(file): number for number, file in enumerate(files)}
            in_order = sorted(
                self.problems, key=lambda each: (place.get(each.file, -1), each.row or 0)
            )
            raise DataProblems(in_order, self.warnings)

    def _name(self, file: str) -> str:
        return self.sheets[file].sheet if file in self.sheets else file

    def _problem(
        self, file: str, row: int | None, column: str, value: str, message: str, letter: str
    ) -> DataProblem:
        place = self.sheets.get(file)
        letter = letter or (place.letters_of(column) if place else "")
        return DataProblem(self._name(file), row, column, _shortened(value), message, letter)


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST_QUOTE else f"{value[:_LONGEST_QUOTE]}…"
