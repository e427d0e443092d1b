"""How much a programme's files may hold; the trust page says why."""

LARGEST_TOTAL = 50_000_000
MOST_MEMBERS = 40
LARGEST_RATIO = 100
#: Of a zip: the bytes of its directory, some hundred a file.
LARGEST_DIRECTORY = 200_000

#: Of one CSV file; a national programme has some thousands of rows.
MOST_ROWS = 200_000
MOST_COLUMNS = 200

#: Twenty years; a longer programme, or a policy of more weeks, is a slip of the keyboard.
MOST_WEEKS = 1040
LARGEST_SETTING = 1_000_000

#: Of a workbook: parts in its zip (a sheet with notes is four), and what the process that reads it
#: may take. The wall clock is for a machine so busy that the processor's does not run.
MOST_PARTS = 200
WORKBOOK_PROCESSOR_SECONDS = 8
WORKBOOK_WALL_SECONDS = 12
WORKBOOK_MEMORY = 1_000_000_000

#: Of the text of all cells that are read; a rota of four times England has 4 MB.
LARGEST_CELLS = 20_000_000

#: What Excel itself can hold in one cell.
LONGEST_CELL = 32_767


def too_large(what: str, most: int = LARGEST_TOTAL) -> str:
    """The sentence about files that are too large."""
    return f"{what} hold more than {most // 1_000_000} MB"
