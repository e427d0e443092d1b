"""Tables as pandas frames, for shaping and for whoever analyses a programme or a rota."""

import pandas as pd

from data.form import Form, W
from data.problems import ProblemList
from data.rows import read_words
from data.sheet import Sheet, SheetRow
from models.tables import Table


def frame_of(table: Table) -> pd.DataFrame:
    """The frame of a table, every cell as text, as formats.md tells pandas to read its files."""
    return pd.DataFrame(list(table.rows), columns=list(table.columns), dtype=str)


def words_in(frame: pd.DataFrame, form: Form[W]) -> tuple[W, ...]:
    """The words in a frame of text, through the same door as a file's.

    Raises ``DataProblems`` for what the form refuses.
    """
    records = frame.to_dict(orient="records")
    cells = ({str(name): str(cell) for name, cell in record.items()} for record in records)
    rows = tuple(SheetRow(number, row) for number, row in enumerate(cells, start=2))
    problems = ProblemList()
    words = read_words(Sheet(form.file, tuple(map(str, frame.columns)), rows), form, problems)
    problems.raise_any()
    return tuple(word for _, word in words)
