"""Reads one workbook from standard input and writes its cells as JSON; a process of its own.

It is run as a script and imports nothing of ours, so that it starts in a fifth of a second. It
judges nothing: which cells may stand where is said by who started it. Whatever happens to it here
(no memory, no time, a bug of a library) happens to it alone.
"""

import contextlib
import json
import re
import sys
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any

# openpyxl would import numpy for nothing where there is one.
_SPARED = "numpy"

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STYLES = "xl/styles.xml"
_STRICT = b"purl.oclc.org/ooxml"
_MACROS = b"macroEnabled"

#: A character that XML cannot hold, as workbooks write it; halves of a pair stay as they stand.
_ESCAPED = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
_TRUE = frozenset({"1", "true"})


class FaultError(Exception):
    """The workbook, or a sheet of it, cannot be read; the message is a key of the words."""


class _Budget:
    """How much text may still go out."""

    def __init__(self, most: int) -> None:
        self.left = most

    def spend(self, text: str) -> None:
        """Take a cell's text, and what is around it, off what is left."""
        # As long as it goes out: a character can take twelve bytes.
        self.left -= len(json.dumps(text)) + 16
        if self.left < 0:
            raise FaultError("large")


def main() -> None:
    """Answer what the argument asks, within the limits that it gives."""
    asked = json.loads(sys.argv[1])
    limit(asked["memory"], asked["seconds"])
    sys.modules.setdefault(_SPARED, None)  # type: ignore[arg-type]
    json.dump(answer(sys.stdin.buffer, asked), sys.stdout)
    sys.stdout.flush()


def limit(memory: int, seconds: int) -> None:
    """Bound this process: bytes of memory, seconds of processor, no file written, no core."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the wall clock of who started this stays.
        return
    bounds = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, bound in bounds.items():
        # macOS knows some of them by name only.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (bound, bound))


def answer(file: IO[bytes], asked: dict[str, Any]) -> dict[str, Any]:
    """The wanted sheets of a workbook, or the fault that keeps it from being read."""
    warnings.simplefilter("ignore")
    try:
        return _read(file, asked)
    except FaultError as fault:
        return {"fault": str(fault)}
    except MemoryError:
        return {"fault": "memory"}
    except Exception:
        # A bug of a library may raise anything; here it is a fault of the file.
        return {"fault": "damaged"}


def _read(file: IO[bytes], asked: dict[str, Any]) -> dict[str, Any]:
    from openpyxl.reader.excel import ExcelReader

    reader = ExcelReader(file, read_only=True, keep_links=False)
    _refuse_dialects(reader)
    reader.read_manifest()
    reader.read_workbook()
    strings = _shared_strings(reader)
    styles = _stylesheet(reader.archive)
    budget = _Budget(asked["bytes"])
    sheets = []
    for sheet, relation in reader.parser.find_sheets():
        name = str(sheet.name)
        found: dict[str, Any] = {"name": name[:100], "state": str(sheet.state)}
        sheets.append(found)
        if name.strip().casefold() not in asked["wanted"]:
            continue
        if "worksheet" not in str(relation.Type) or relation.target not in reader.valid_files:
            found["fault"] = "no cells"
            continue
        with reader.archive.open(relation.target) as source:
            parser = _parser(source, strings, reader.wb.epoch, styles)
            found.update(_Reading(parser, asked, budget).read())
    return {"sheets": sheets}


def _refuse_dialects(reader: Any) -> None:
    if _MACROS in reader.archive.read("[Content_Types].xml"):
        raise FaultError("macros")
    parts = [name for name in reader.valid_files if name.lower().endswith("workbook.xml")]
    if any(_STRICT in reader.archive.read(name) for name in parts):
        raise FaultError("strict")


def _shared_strings(reader: Any) -> list[str]:
    """The table of texts; openpyxl's own reader loses some of what is written as ``_x0041_``."""
    from openpyxl.cell.text import Text
    from openpyxl.xml.constants import SHARED_STRINGS
    from openpyxl.xml.functions import iterparse

    part = reader.package.find(SHARED_STRINGS)
    if part is None:
        return []
    strings = []
    with reader.archive.open(part.PartName[1:]) as source:
        for _, node in iterparse(source):
            if node.tag == f"{_MAIN}si":
                text: Any = Text.from_tree(node)
                strings.append(text.content)
                node.clear()
    return strings


def _stylesheet(archive: Any) -> Any:
    from openpyxl.styles.stylesheet import Stylesheet
    from openpyxl.xml.functions import fromstring

    if _STYLES not in archive.namelist():
        return None
    return Stylesheet.from_tree(fromstring(archive.read(_STYLES)))


def _parser(source: Any, strings: list[str], epoch: datetime, styles: Any) -> Any:
    from openpyxl.worksheet._reader import WorkSheetParser

    class Parser(WorkSheetParser):  # type: ignore[misc, unused-ignore]
        """The rows of read-only mode; a formula is only marked as one, never looked into."""

        def parse_formula(self, element: Any) -> str:
            return "="

    return Parser(
        source,
        strings,
        epoch=epoch,
        date_formats=styles.date_formats if styles else set(),
        timedelta_formats=styles.timedelta_formats if styles else set(),
    )


class _Reading:
    """One sheet as it is read: rows that hold something, what is hidden, what is merged."""

    def __init__(self, parser: Any, asked: dict[str, Any], budget: _Budget) -> None:
        self._parser, self._asked, self._budget = parser, asked, budget
        self._rows: list[Any] = []
        self._hidden_rows: list[int] = []
        self._hidden_columns: list[list[int]] = []
        self._merged: list[str] = []
        self._last = 0

    def read(self) -> dict[str, Any]:
        """What was found; a fault ends the sheet, with the last row that could be read."""
        found: dict[str, Any] = {}
        try:
            self._parse()
        except FaultError as fault:
            found = {"fault": str(fault), "last": self._last}
        except MemoryError:
            raise
        except Exception:
            found = {"fault": "damaged", "last": self._last}
        return {
            "rows": self._rows,
            "hidden_rows": self._hidden_rows,
            "hidden_columns": self._hidden_columns,
            "merged": self._merged,
            **found,
        }

    def _parse(self) -> None:
        from openpyxl.xml.functions import iterparse

        takes = {
            f"{_MAIN}row": self._take_row,
            f"{_MAIN}col": self._take_column,
            f"{_MAIN}mergeCell": self._take_merged,
        }
        for _, element in iterparse(self._parser.source):
            if take := takes.get(element.tag):
                take(element)
                element.clear()

    def _take_row(self, element: Any) -> None:
        number, cells = self._parser.parse_row(element)
        if number <= self._last:
            raise FaultError("damaged")
        filled = list(self._filled(number, cells))
        self._last = number
        if filled:
            self._rows.append([number, filled])
            if element.get("hidden") in _TRUE:
                self._hidden_rows.append(number)

    def _filled(self, number: int, cells: list[dict[str, Any]]) -> Iterator[list[Any]]:
        """Column, kind and text of each cell of a row that holds something."""
        before = 0
        for cell in cells:
            column = cell["column"]
            if cell["row"] != number or column <= before:
                raise FaultError("damaged")
            before = column
            kind, text = kind_and_text(cell)
            if not text.strip():
                continue
            if number > self._asked["rows"] or column > self._asked["columns"]:
                raise FaultError(f"beyond {number} {column}")
            if len(text) > self._asked["longest"]:
                raise FaultError(f"long {number} {column}")
            self._budget.spend(text)
            yield [column, kind, text]

    def _take_column(self, element: Any) -> None:
        if element.get("hidden") in _TRUE:
            self._hidden_columns.append([int(element.get("min")), int(element.get("max"))])

    def _take_merged(self, element: Any) -> None:
        self._merged.append(str(element.get("ref"))[:30])


def kind_and_text(cell: dict[str, Any]) -> tuple[str, str]:
    """One letter for what a cell holds, and its text: dates as ISO, whole numbers without a point.

    The kinds are formula, error, yes or no (b), number, date, time (or a date with one), string.
    """
    value, kind = cell["value"], cell["data_type"]
    if kind == "f":
        return "f", "="
    if value is None:
        return "s", ""
    if kind == "e":
        return "e", str(value)
    if isinstance(value, bool):
        return "b", "yes" if value else "no"
    if isinstance(value, int | float):
        return "n", _number_text(value)
    if isinstance(value, datetime):
        midnight = value.time() == value.time().min
        return ("d", value.date().isoformat()) if midnight else ("t", value.isoformat(" "))
    if isinstance(value, date):
        return "d", value.isoformat()
    if isinstance(value, str):
        return "s", _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    return "t", str(value)


def _number_text(value: float) -> str:
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return str(int(value)) if whole else repr(value)


if __name__ == "__main__":
    main()
