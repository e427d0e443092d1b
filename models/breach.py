"""A breach: one rule broken, in one sentence, with the facts it is made of."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import Field

from models.word import Word


class Breach(Word):
    """What breaks ``rule`` (a RuleCard's name), said so that a chief inspector understands it.

    ``weeks`` are the programme's week numbers, ``figures`` the numbers in the sentence, ``amount``
    by how much the rule is broken (in its own unit: people, days, weeks, rows). ``last_day`` is
    the last day of the facts the breach is made of, None where one of them has no day;
    ``history`` says that they are all past, so that the breach refuses nothing (Re-plan, Past).
    """

    rule: str
    sentence: str
    la_codes: tuple[str, ...] = ()
    inspector_ids: tuple[str, ...] = ()
    weeks: tuple[int, ...] = ()
    figures: Mapping[str, int] = {}
    amount: Annotated[int, Field(ge=1)] = 1
    last_day: date | None = None
    history: bool = False

    def seen_on(self, today: date) -> "Breach":
        """The breach as it stands on ``today``: history once all its facts lie before."""
        past = self.last_day is not None and self.last_day < today
        return self.model_copy(update={"history": past})


class Subject(NamedTuple):
    """Whom and when a breach is about; the fields are those of Breach."""

    la_codes: tuple[str, ...] = ()
    inspector_ids: tuple[str, ...] = ()
    weeks: tuple[int, ...] = ()
    last_day: date | None = None
