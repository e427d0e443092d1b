"""What a conflict is made of: one rule at one subject, or one fact that a rule holds people to."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from models.inspectorate import Inspectorate
from models.programme import Programme


class Subject(StrEnum):
    """What the key of a member names; a row is counted from 0 in the programme's own order."""

    ALL = "all"
    AUTHORITY = "authority"
    FORCE = "force"
    BODY = "body"
    YEAR = "year"
    STARTS = "starts"
    RUNNING = "running"
    CALENDAR = "calendar"
    BLACKOUT = "blackout"
    CONCERN = "concern"
    ABSENCE = "absence"
    CONFLICT = "conflict"
    PIN = "pin"


class Member(NamedTuple):
    """A rule, by its card's name, at one subject: what can be held to, or left out, by itself.

    Left out, a rule at a subject is not asked for there; a fact (a blackout, an absence, a
    conflict of interest, a pin, a concern, the closed periods) has not happened. R2 and R3 are
    what an inspection is, and never left out.
    """

    rule: str
    subject: Subject = Subject.ALL
    key: str = ""

    @property
    def row(self) -> int:
        """The row that the key of a fact, or the year that the key of a year names."""
        return int(self.key)


Members = frozenset[Member]


def union(groups: Iterable[Members]) -> Members:
    """The members of all groups."""
    return frozenset(member for group in groups for member in group)


INSPECTED = "universal"
CALENDAR = Member("universal", Subject.CALENDAR)
STARTS = Member("concurrency", Subject.STARTS)
RUNNING = Member("concurrency", Subject.RUNNING)
LEAD, SEVEN, FIRST = Member("lead"), Member("seven_on_site"), Member("force_first")
#: The rules that are held to inspectorate by inspectorate.
BY_BODY = ("team_size", "one_place", "established", "ceiling")


def inspected(la_code: str) -> Member:
    """R1 at one authority: it is inspected."""
    return Member("universal", Subject.AUTHORITY, la_code)


def spaced(force: str) -> Member:
    """R7 in one force."""
    return Member("force_spacing", Subject.FORCE, force)


def of_body(rule: str, body: Inspectorate) -> Member:
    """One of ``BY_BODY`` for one inspectorate."""
    return Member(rule, Subject.BODY, body.value)


def fact(rule: str, subject: Subject, row: int) -> Member:
    """A row of one of the programme's lists, held to by a rule."""
    return Member(rule, subject, str(row))


def weight_of(programme: Programme, member: Member) -> tuple[int, Member]:
    """What sorts members so that the least telling is the first to be left out: short absences."""
    days = 0
    if member.subject is Subject.ABSENCE:
        absence = programme.absences[member.row]
        days = (absence.end - absence.start).days
    return days, member


def coarse_groups(programme: Programme) -> Iterator[tuple[Member, ...]]:
    """Every member there is, in the groups that are left out together at first.

    Likely the least telling come first: what is tried first is left out first.
    """
    yield tuple(
        fact("universal", Subject.CONCERN, row) for row in range(len(programme.cps_concerns))
    )
    yield (SEVEN,)
    yield (FIRST,)
    yield from _bodies(programme)
    yield (LEAD,)
    for year in range(len(programme.calendar.years)):
        yield (Member("year_quota", Subject.YEAR, str(year)),)
    yield (RUNNING,)
    yield (STARTS,)
    yield tuple(spaced(force) for force in sorted(programme.authorities_in))
    yield tuple(
        fact("no_conflict", Subject.CONFLICT, row) for row in range(len(programme.conflicts))
    )
    yield tuple(fact("pinned", Subject.PIN, row) for row in range(len(programme.pins)))
    yield tuple(fact("universal", Subject.BLACKOUT, row) for row in range(len(programme.blackouts)))
    yield (CALENDAR,)
    yield tuple(inspected(code) for code in sorted(programme.authority_of))


def _bodies(programme: Programme) -> Iterator[tuple[Member, ...]]:
    body_of = {each.inspector_id: each.inspectorate for each in programme.inspectors}
    for body in Inspectorate:
        yield tuple(
            fact("available", Subject.ABSENCE, row)
            for row, absence in enumerate(programme.absences)
            if body_of[absence.inspector_id] is body
        )
        if programme.policy.phase(body):
            for rule in ("established", "ceiling", "one_place", "team_size"):
                yield (of_body(rule, body),)
