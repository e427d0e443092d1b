"""The answer to "why not there, then?": what it would cost, or which rules forbid it."""

from datetime import date
from enum import StrEnum

from models.breach import Breach
from models.replan import Replanned
from models.result import Goals
from models.word import Word


class Possibility(StrEnum):
    """Whether what was asked for can be had."""

    STANDS = "stands"
    POSSIBLE = "possible"
    FORBIDDEN = "forbidden"
    UNSETTLED = "unsettled"


class WhyNot(Word):
    """Why an inspection is not in another week, or has not somebody else on its team.

    Asked of is either ``start``, a Monday, or ``inspector_id``. ``direct`` are the rules that would
    break if that alone changed; of an inspector, in place of ``instead_of`` (blank: beside all who
    come now), the place at which fewest break. ``forbidden`` are sentences: what forbids it
    whatever else changes. ``replanned`` is the least changed rota that has it, and ``before`` the
    goals of the rota as it is.
    """

    la_code: str
    authority: str
    now: date
    start: date | None = None
    inspector_id: str = ""
    possibility: Possibility
    instead_of: str = ""
    direct: tuple[Breach, ...] = ()
    forbidden: tuple[str, ...] = ()
    before: Goals | None = None
    replanned: Replanned | None = None

    @property
    def cost(self) -> int | None:
        """By how many points the total would rise; None where no rota was found."""
        after = self.replanned and self.replanned.result.goals
        return after.total - self.before.total if after and self.before else None
