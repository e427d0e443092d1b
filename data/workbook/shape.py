"""What is wrong with a sheet as a whole: hidden, merged, cut off, too large, or empty."""

from data.limits import LARGEST_CELLS, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, too_large
from data.problems import ProblemList, SheetName
from data.workbook.book import BookSheet, letters


def note_faults(file: str, sheet: BookSheet, problems: ProblemList) -> bool:
    """Note what is wrong with a sheet, and say whether its rows are worth looking at."""
    problems.sheets[file] = SheetName(sheet.name.strip())
    if sheet.hidden:
        problems.add(file, "the sheet is hidden; show it, so that you see what you send")
        return False
    if sheet.merged:
        _note_merged(file, sheet, problems)
        return False
    if sheet.fault:
        _note_fault(file, sheet, problems)
        return False
    if sheet.hidden_rows:
        _note_hidden_rows(file, sheet, problems)
    if not sheet.rows:
        problems.add(file, "the sheet is empty; a header row is wanted at least")
    return bool(sheet.rows)


def _note_merged(file: str, sheet: BookSheet, problems: ProblemList) -> None:
    first, *others = sheet.merged
    more = f", and so {_are_more(len(others))}" if others else ""
    said = f"the cells {first} are merged{more}; every cell for itself is wanted"
    column, row = _corner(first)
    problems.add(file, said, row=row, letter=column)


def _are_more(count: int) -> str:
    return f"are {count} more" if count > 1 else "is one more"


def _corner(range_of_cells: str) -> tuple[str, int | None]:
    """Letter and row of the first cell of a range such as C5:D5."""
    first = range_of_cells.partition(":")[0]
    column = first.rstrip("0123456789")
    row = first.removeprefix(column)
    return (column, int(row)) if row and column.isascii() and column.isalpha() else ("", None)


def _note_fault(file: str, sheet: BookSheet, problems: ProblemList) -> None:
    kind, *place = sheet.fault.split()
    if kind in _AT_A_CELL:
        row, column = map(int, place)
        problems.add(file, _AT_A_CELL[kind], row=row, letter=letters(column))
    elif kind == "no":
        problems.add(file, "the sheet has no cells: a chart, perhaps")
    elif kind == "large":
        problems.add(file, too_large("the cells", LARGEST_CELLS), row=sheet.last + 1)
    else:
        said = "the sheet is damaged here or further on; save it again with Excel or LibreOffice"
        problems.add(file, said, row=sheet.last + 1)


_AT_A_CELL = {
    "beyond": f"a value stands here; at most {MOST_ROWS} rows and {MOST_COLUMNS} columns are read",
    "long": f"the cell holds more than {LONGEST_CELL} characters, more than Excel itself can",
}


def _note_hidden_rows(file: str, sheet: BookSheet, problems: ProblemList) -> None:
    first, *others = sheet.hidden_rows
    more = f", and so {_are_more(len(others))}" if others else ""
    said = f"the row is hidden{more}; show all rows (clear the filter), to see what you send"
    problems.add(file, said, row=first)
