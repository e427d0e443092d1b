"""Two rotas of one programme as people see them: which lines of whose roster are different."""

from collections import defaultdict
from itertools import zip_longest

from models.programme import Programme
from models.rota import Rota
from models.tables import RosterEntry, roster
from models.word import Word


class RosterChange(Word):
    """One line of somebody's roster in both rotas; None where that rota does not have it."""

    inspector_id: str
    la_code: str
    before: RosterEntry | None
    after: RosterEntry | None


def roster_changes(programme: Programme, before: Rota, after: Rota) -> tuple[RosterChange, ...]:
    """Every line that is not the same in both, by inspector id and authority code.

    A line is somebody at an authority; who follows up two concerns there has two, by their weeks.
    """
    lines: dict[tuple[str, str], tuple[list[RosterEntry], list[RosterEntry]]]
    lines = defaultdict(lambda: ([], []))
    for side, rota in enumerate((before, after)):
        for entry in roster(programme, rota):
            lines[entry.inspector_id, entry.la_code][side].append(entry)
    return tuple(
        RosterChange(inspector_id=inspector_id, la_code=la_code, before=was, after=is_now)
        for (inspector_id, la_code), (first, second) in sorted(lines.items())
        for was, is_now in zip_longest(*_apart(first, second))
    )


def _apart(
    first: list[RosterEntry], second: list[RosterEntry]
) -> tuple[list[RosterEntry], list[RosterEntry]]:
    """What is in one of the lists only."""
    return (
        [each for each in first if each not in second],
        [each for each in second if each not in first],
    )
