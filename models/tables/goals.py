"""The goals as a table: goals.csv, the last row the total."""

from models.result import Goals
from models.tables.forms import text_of
from models.tables.table import Row, Table

GOALS_COLUMNS = ("goal", "raw", "weight", "points", "bound")


def goals_table(goals: Goals) -> Table:
    """One row per goal in the order of problem.md; the bound is blank where none is known."""
    rows = [
        _row(each.goal, each.raw, each.weight, each.points, each.bound) for each in goals.scores
    ]
    rows.append(_row("total", None, None, goals.total, goals.bound))
    return Table(GOALS_COLUMNS, tuple(rows))


def _row(*values: object) -> Row:
    return tuple(map(text_of, values))
