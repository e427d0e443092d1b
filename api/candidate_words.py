"""How those who could come, and those who could not, are told by every command."""

from collections.abc import Iterator

from models.answers import Barred, Candidate
from models.rulebook import RULE_OF


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
