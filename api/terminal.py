"""Tables and text for the terminal: rich where somebody reads, plain and stable where not.

Nothing is said by colour or weight alone: whatever is coloured is a word too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

import typer

#: What a stream that is no terminal gets per column, between columns.
_BETWEEN = "  "


class Column(NamedTuple):
    """A heading, and whether the cells below it are numbers, which stand to the right."""

    heading: str
    number: bool = False


def is_rich() -> bool:
    """Whether standard output is a terminal that takes lines and weights; NO_COLOR says it is not.

    As no-color.org has it, NO_COLOR counts when it is set and not empty.
    """
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def print_text(text: str) -> None:
    """Print a line; in a terminal it is broken between words at the terminal's width."""
    if not is_rich():
        typer.echo(text)
        return
    from rich.console import Console
    from rich.text import Text

    Console(highlight=False).print(Text(text))


def print_table(title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """Print a table under a title ("" for none); in a terminal no wider than that.

    Into a file or a pipe go the same words in columns of blanks, each as wide as its widest cell,
    whatever the terminal's width.
    """
    if is_rich():
        _print_rich(title, columns, rows)
    else:
        for line in plain_lines(title, columns, rows):
            typer.echo(line)


def plain_lines(
    title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]
) -> Sequence[str]:
    """The table as lines of plain text."""
    cells = [[_one_line(cell) for cell in row] for row in ([c.heading for c in columns], *rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    lines = [title] if title else []
    for row in cells:
        padded = (
            cell.rjust(width) if column.number else cell.ljust(width)
            for cell, width, column in zip(row, widths, columns, strict=True)
        )
        lines.append(_BETWEEN.join(padded).rstrip())
    return lines


def _one_line(cell: str) -> str:
    """What people typed cannot move the cursor nor begin a line of its own."""
    return "".join(sign if sign.isprintable() else " " for sign in cell)


def _print_rich(title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title) if title else None, title_justify="left", box=box.SIMPLE_HEAD)
    for column in columns:
        table.add_column(
            Text(column.heading),
            justify="right" if column.number else "left",
            # Numbers and dates are never cut; names break between words.
            no_wrap=column.number,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text(_one_line(cell)) for cell in row))
    Console(highlight=False).print(table)
