"""How those who could come, and those who could not, are told by every command."""

from collections.abc import Iterator, Sequence

from api.terminal import Column, Table
from models.answers import Barred, Candidate
from models.rulebook import RULE_OF

_ABLE = (
    Column("km", number=True),
    Column("Inspector"),
    Column("Base"),
    Column("That year", number=True),
    Column("Weeks in all", number=True),
    Column("Points", number=True),
)
_BARRED = (Column("km", number=True), Column("Rule"), Column("What stops them"))


def able_table(able: Sequence[Candidate], indent: str = "") -> Table:
    """Those who could come, nearest base first."""
    rows = [
        (
            f"{each.km:,}",
            f"{each.inspector} ({each.inspector_id})",
            each.base,
            f"{each.deployments} of {each.ceiling}",
            f"{each.fieldwork_weeks}",
            f"{each.points:+,}",
        )
        for each in able
    ]
    return Table(_ABLE, rows, plain=[indent + able_line(each) for each in able])


def barred_table(barred: Sequence[Barred], indent: str = "") -> Table:
    """Those who could not, with each rule that stops them."""
    rows = [
        ("" if number else f"{each.km:,}", f"{card.id} {card.title}", breach.sentence)
        for each in barred
        for number, breach in enumerate(each.breaches)
        for card in [RULE_OF[breach.rule]]
    ]
    lines = [indent + line for each in barred for line in barred_lines(each)]
    return Table(_BARRED, rows, plain=lines)


def able_line(each: Candidate) -> str:
    """Somebody who could come: how far, how much else there is to do, what it would cost."""
    return (
        f"  {each.km:>4} km  {each.inspector} ({each.inspector_id}), {each.base}: "
        f"{each.deployments} of {each.ceiling} deployments that year, {each.fieldwork_weeks} weeks "
        f"of fieldwork in all; total {each.points:+,} points"
    )


def barred_lines(each: Barred) -> Iterator[str]:
    """Somebody who could not come: each rule that stands in the way."""
    for number, breach in enumerate(each.breaches):
        card = RULE_OF[breach.rule]
        way = " " * 9 if number else f"  {each.km:>4} km"
        yield f"{way}  {card.id} {card.title}: {breach.sentence}"
