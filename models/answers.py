"""Answers to questions about a rota: who could take a place, what a change would be worth."""

from datetime import date

from models.breach import Breach
from models.inspectorate import Inspectorate
from models.word import Word


class Candidate(Word):
    """Somebody who could take a place with every rule kept.

    ``km`` is the whole distance from base. ``deployments`` are those of the programme year of the
    inspection, without this one, of at most ``ceiling``; ``fieldwork_weeks`` those of the whole
    rota. ``points`` is by how much the rota's total would rise; it falls where negative.
    """

    inspector_id: str
    inspector: str
    base: str
    km: int
    deployments: int
    ceiling: int
    fieldwork_weeks: int
    points: int = 0


class Barred(Word):
    """Somebody who could not come, and the breaches that it would be."""

    inspector_id: str
    inspector: str
    km: int
    breaches: tuple[Breach, ...]


class Cover(Word):
    """Who could take one person's place in one inspection, nearest base first, and who not.

    ``part`` is lead, member, substitute or HMCPSI activity; ``days`` the days on site to be taken
    over, None where the rota states no attendance. ``since`` is the first of them where the
    inspection is under way, so that a substitute is asked for. ``standing`` are breaches at the
    inspection that stand whoever takes the place.
    """

    la_code: str
    authority: str
    start: date
    inspector_id: str
    inspector: str
    inspectorate: Inspectorate
    part: str
    days: int | None
    since: date | None = None
    able: tuple[Candidate, ...] = ()
    barred: tuple[Barred, ...] = ()
    standing: tuple[Breach, ...] = ()


class ForceOutlook(Word):
    """What a force-wide change on a day would ask for (R6, §31).

    ``la_code`` is the first inspection in the force that starts on or after ``counts_from``, blank
    where none is left; ``already`` says why it carries a force-wide review even without the change,
    blank where it does not. ``hmic`` are those from HMIC on its team; so many ``must`` be added for
    R4's least, ``wished`` for the target. No inspection loses a review by a change more.
    """

    police_force_code: str
    force: str
    introduced_on: date
    counts_from: date
    la_code: str = ""
    authority: str = ""
    start: date | None = None
    already: str = ""
    hmic: tuple[str, ...] = ()
    must: int = 0
    wished: int = 0
    able: tuple[Candidate, ...] = ()
    barred: tuple[Barred, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether as many could come as must be added."""
        return len(self.able) >= self.must


class Worth(Word):
    """Points of one goal, or of the total, run by run: as it is today and with the change."""

    goal: str
    today: tuple[int, ...]
    changed: tuple[int, ...]

    @property
    def differences(self) -> tuple[int, ...]:
        """By how many points the change is dearer, run by run."""
        return tuple(after - before for before, after in zip(self.today, self.changed, strict=True))


class WhatIf(Word):
    """What a change of policy or staff would be worth: both ways planned ``runs`` times.

    ``from_rota`` says that all runs went on from the rota given, else all began anew, since it is
    not as good a start for either. ``recounted`` says that the change alters how points are
    counted, so that both ways are counted as today. ``total`` and ``goals`` hold as many runs as
    were made both ways. ``impossible`` and ``unfound`` are sentences: why no rota can keep every
    rule, or which way one was not found.
    """

    runs: int
    seconds: float
    from_rota: bool
    recounted: bool
    total: Worth
    goals: tuple[Worth, ...] = ()
    impossible: tuple[str, ...] = ()
    unfound: str = ""
    stopped: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all runs were made both ways; else nothing is claimed."""
        return len(self.total.today) == self.runs

    def verdict(self, worth: Worth) -> str:
        """Better or worse where all runs agree; blank where they do not, or were not all made."""
        if not self.is_whole:
            return ""
        if all(each < 0 for each in worth.differences):
            return "better"
        return "worse" if all(each > 0 for each in worth.differences) else ""
