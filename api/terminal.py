"""Tables and text for the terminal: by rich where somebody reads, plain and stable where not.

Nothing is said by colour or weight alone: whatever stands out is a word too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TextIO

import typer

if TYPE_CHECKING:
    from rich.console import Console

_BETWEEN = "  "  # columns of plain text


class Column(NamedTuple):
    """A heading, and whether the cells below it are numbers, which stand to the right."""

    heading: str
    number: bool = False


@dataclass(frozen=True)
class Table:
    """A table for a terminal, and the lines that stand for it where the output is none.

    Without ``plain`` these are its cells in columns of blanks, each as wide as its widest cell.
    ``after`` is a remark below it, which ``plain`` says in its own way.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    title: str = ""
    plain: Sequence[str] = ()
    after: str = ""


def is_rich(stream: TextIO) -> bool:
    """Whether a stream is a terminal that shows lines and weights, and NO_COLOR does not forbid.

    NO_COLOR counts when it is set and not empty, whatever it says.
    """
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def tell(parts: Iterable[str | Table], *, err: bool = False) -> None:
    """Print sentences and tables; in a terminal no wider than it is, broken between words.

    Into a file or a pipe goes the same as ever, whatever the terminal and its width.
    """
    stream = sys.stderr if err else sys.stdout
    if is_rich(stream):
        _tell_richly(parts, stream)
        return
    for part in parts:
        for line in (part,) if isinstance(part, str) else part.plain or plain_lines(part):
            typer.echo(line, err=err)


def plain_lines(table: Table) -> Sequence[str]:
    """A table as lines of plain text."""
    heading = [column.heading for column in table.columns]
    cells = [[_one_line(cell) for cell in row] for row in (heading, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [table.title] if table.title else []
    for row in cells:
        padded = (
            cell.rjust(width) if column.number else cell.ljust(width)
            for cell, width, column in zip(row, widths, table.columns, strict=True)
        )
        lines.append(_BETWEEN.join(padded).rstrip())
    return [*lines, table.after] if table.after else lines


def _one_line(cell: str) -> str:
    """What people typed can neither move the cursor nor begin a line of its own."""
    return "".join(sign if sign.isprintable() else " " for sign in cell)


def _tell_richly(parts: Iterable[str | Table], stream: TextIO) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=False)
    for part in parts:
        if isinstance(part, Table):
            _print_table(console, part)
            continue
        for line in part.splitlines() or [""]:
            words = line.lstrip(" ")
            indent = len(line) - len(words)
            # What runs on to a further line stays below where the sentence began.
            console.print(Padding(Text(_one_line(words)), (0, 0, 0, indent), expand=False))


def _print_table(console: Console, table: Table) -> None:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(
        title=Text(table.title, style="bold") if table.title else None,
        title_justify="left",
        box=box.SIMPLE_HEAD,
    )
    for column in table.columns:
        drawn.add_column(
            Text(column.heading),
            justify="right" if column.number else "left",
            # Words break at blanks, a number never: its digits apart would be two numbers.
            no_wrap=column.number,
            overflow="fold",
        )
    for row in table.rows:
        drawn.add_row(*(Text(_one_line(cell)) for cell in row))
    console.print(drawn)
    if table.after:
        console.print(Text(table.after))
