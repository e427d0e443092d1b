"""The breaches that an altered rota has and the one before it has not."""

from collections.abc import Iterable, Iterator
from datetime import date

from models.breach import Breach
from models.checks import CHECKS, check_rota
from models.programme import Programme
from models.rota import Rota

#: The rules on one person's part, which that person's own places are enough to judge.
PERSONAL = ("lead", "no_conflict", "available", "one_place", "ceiling", "established", "pinned")


def refusing(programme: Programme, rota: Rota, today: date | None) -> tuple[Breach, ...]:
    """Every breach of a rota that refuses it: all but history."""
    return tuple(each for each in check_rota(programme, rota, today) if not each.history)


def personal(programme: Programme, rota: Rota, today: date | None) -> tuple[Breach, ...]:
    """The breaches of the rules on one person's part alone that refuse a rota."""
    found = (breach for rule in PERSONAL for breach in CHECKS[rule](programme, rota))
    seen = (breach if today is None else breach.seen_on(today) for breach in found)
    return tuple(each for each in seen if not each.history)


def new(after: Iterable[Breach], before: Iterable[Breach]) -> Iterator[Breach]:
    """Those of ``after`` that are not among those ``before``."""
    known = list(before)
    return (each for each in after if each not in known)
