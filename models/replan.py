"""The second question's answer: a rota, and how little it changes (Re-plan)."""

from datetime import date

from models.programme import Programme
from models.result import PlanResult
from models.tier import Tier
from models.word import Word


class Difference(Word):
    """One thing that is different: where, what, before and after as files write it, and why.

    ``cause`` names the change in words, never its reason. ``frozen`` says that it lies inside the
    freeze horizon, or at an inspection under way.
    """

    la_code: str
    item: str
    before: str
    after: str
    cause: str
    frozen: bool = False


class Told(Word):
    """What one person must be told of one change; a blank before or after is nothing."""

    inspector_id: str
    inspector: str
    inspectorate: str
    la_code: str
    authority: str
    item: str
    before: str
    after: str


class Replanned(Word):
    """The answer of ``replan``: a plan's answer, and how little it changes.

    ``programme`` has the changes folded in; ``said`` holds sentences on what was struck, who takes
    a place on site, which frozen slot had to move, what a deferral does.
    """

    result: PlanResult
    programme: Programme
    today: date
    tiers: tuple[Tier, ...] = ()
    differences: tuple[Difference, ...] = ()
    told: tuple[Told, ...] = ()
    said: tuple[str, ...] = ()
