"""From a JSON list of objects to the rows of a sheet; the first object is row 1."""

import json
from collections.abc import Mapping
from typing import Any

from data.cells import clean
from data.encoding import WrongEncodingError, decode
from data.limits import MOST_COLUMNS, MOST_ROWS
from data.problems import ProblemList
from data.sheet import Sheet, SheetRow

_WANTED = 'a list of objects is wanted: [{"kind": "leaver", ...}, ...]'


def read_json_sheet(file: str, data: bytes, problems: ProblemList) -> Sheet | None:
    """The sheet in a JSON list, its columns the keys that are met; None where it is no list.

    Values are text, or null for a blank; anything else is a problem of its row.
    """
    try:
        listed = json.loads(decode(data))
    except WrongEncodingError as error:
        problems.add(file, str(error), row=error.row)
        return None
    except (ValueError, RecursionError) as error:
        problems.add(file, f"no JSON: {getattr(error, 'msg', 'nested too deep')}")
        return None
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        problems.add(file, _WANTED)
        return None
    if len(listed) > MOST_ROWS or any(len(each) > MOST_COLUMNS for each in listed):
        problems.add(file, f"at most {MOST_ROWS} objects of {MOST_COLUMNS} keys are read")
        return None
    columns = tuple(dict.fromkeys(key for each in listed for key in each))
    rows = [
        SheetRow(number, cells)
        for number, each in enumerate(listed, start=1)
        if (cells := _cells(file, number, each, columns, problems)) is not None
    ]
    return Sheet(file, columns, tuple(rows), whole=len(rows) == len(listed))


def _cells(
    file: str,
    number: int,
    values: Mapping[str, Any],
    columns: tuple[str, ...],
    problems: ProblemList,
) -> dict[str, str] | None:
    wrong = [key for key, value in values.items() if not isinstance(value, str | None)]
    for key in wrong:
        problems.add(file, "text in quotation marks or null is wanted", row=number, column=key)
    if wrong:
        return None
    return {column: clean(values.get(column) or "") for column in columns}
