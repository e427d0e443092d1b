"""The events of a rota's calendars, in the words that each audience may read."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from api.charts.words import said_day
from api.exports.calendar.spans import Kind, Stretch, stretches_of
from models.attendance import Activity
from models.deployment import Deployment, Role
from models.inspection import Inspection, Review
from models.programme import Programme
from models.rota import Rota

#: What an event is called where the authority may not be named.
NEUTRAL: Mapping[Kind, str] = {
    Kind.BUSY: "Busy",
    Kind.SITE: "Inspection",
    Kind.FOLLOW_UP: "Busy",
}


class Audience(StrEnum):
    """Whose calendar an event is for: the inspector's own, or an office's with everybody's."""

    OWN = "own"
    OFFICE = "office"


@dataclass(frozen=True, order=True)
class EventKey:
    """What an event is known by from week to week; ``part`` is kind and number, as ``site-1``."""

    audience: Audience
    la_code: str
    inspector_id: str
    part: str

    @property
    def kind(self) -> Kind:
        """The kind of the stretch of days."""
        return Kind(self.part.rpartition("-")[0])


@dataclass(frozen=True)
class CalendarEvent:
    """One event: whole days from ``start`` to ``end``, both included.

    ``inspectorate`` and ``police_force_code`` say in which office's calendars it stands.
    ``blocks`` is whether it takes the time of whose calendar it is (TRANSP:OPAQUE).
    """

    key: EventKey
    inspectorate: str
    police_force_code: str
    start: date
    end: date
    title: str
    description: str
    blocks: bool


def events_of(
    programme: Programme, rota: Rota, revealed: Collection[str]
) -> tuple[CalendarEvent, ...]:
    """Every event of a whole rota for both audiences, by time; each has a key of its own.

    Inspectors' own events name the authorities whose codes are ``revealed``, and no others.
    """
    words = _Words(programme, rota)
    found = []
    for stretch in stretches_of(rota):
        found.append(words.office_event(stretch))
        found.append(words.own_event(stretch, named=stretch.la_code in revealed))
    return tuple(found)


def key_of(audience: Audience, stretch: Stretch) -> EventKey:
    """The key of a stretch's event for one audience."""
    part = f"{stretch.kind}-{stretch.number}"
    return EventKey(audience, stretch.la_code, stretch.inspector_id, part)


class _Words:
    """What is said of the stretches of one rota."""

    def __init__(self, programme: Programme, rota: Rota) -> None:
        self._programme = programme
        self._inspection_of = rota.inspection_of
        self._deployment = {(each.la_code, each.inspector_id): each for each in rota.deployments}
        self._feedback: dict[tuple[str, str], list[tuple[date, str]]] = defaultdict(list)
        for each in rota.attendance or ():
            if each.activity is not Activity.FIELDWORK:
                said = each.activity.value.replace("_", " ").capitalize()
                self._feedback[each.la_code, each.inspector_id].append((each.date, said))

    def office_event(self, stretch: Stretch) -> CalendarEvent:
        """An event that names inspector and authority; it takes nobody's time who reads it."""
        who = self._programme.inspector_of[stretch.inspector_id]
        where = self._programme.authority_of[stretch.la_code]
        facts = [
            f"{who.name} ({who.inspector_id}), {who.inspectorate.title}",
            f"{where.name} ({where.la_code})",
            *self._facts(stretch),
            *self._review(self._inspection_of.get(stretch.la_code)),
        ]
        title = f"{where.name}: {who.name}, {_OFFICE_WORDS[stretch.kind]}"
        return self._event(Audience.OFFICE, stretch, title, facts, blocks=False)

    def own_event(self, stretch: Stretch, *, named: bool) -> CalendarEvent:
        """An event of the inspector's own calendar, with a neutral title until the reveal."""
        title, facts = NEUTRAL[stretch.kind], list(self._facts(stretch))
        if named:
            where = self._programme.authority_of[stretch.la_code]
            title = f"{_OWN_WORDS[stretch.kind]}: {where.name}"
            facts += [where.la_code, *self._review(self._inspection_of.get(stretch.la_code))]
        return self._event(Audience.OWN, stretch, title, facts, stretch.kind is not Kind.BUSY)

    def _event(
        self, audience: Audience, stretch: Stretch, title: str, facts: list[str], blocks: bool
    ) -> CalendarEvent:
        return CalendarEvent(
            key_of(audience, stretch),
            self._programme.inspector_of[stretch.inspector_id].inspectorate.value,
            self._programme.authority_of[stretch.la_code].police_force_code,
            stretch.start,
            stretch.end,
            title,
            "\n".join(facts),
            blocks,
        )

    def _facts(self, stretch: Stretch) -> Iterator[str]:
        """What tells nothing of the authority: the role, and the days of feedback."""
        deployment = self._deployment.get((stretch.la_code, stretch.inspector_id))
        if stretch.kind is Kind.FOLLOW_UP:
            yield "HMCPSI activity"
        elif deployment is not None:
            yield _ROLE_WORDS[stretch.kind, deployment.role is Role.LEAD].format(
                role=_role(deployment)
            )
        if stretch.kind is Kind.SITE:
            for day, said in self._feedback[stretch.la_code, stretch.inspector_id]:
                if stretch.start <= day <= stretch.end:
                    yield f"{said} on {said_day(day)}"

    @staticmethod
    def _review(inspection: Inspection | None) -> Iterator[str]:
        why = inspection.force_wide_review if inspection else None
        if why not in (None, Review.NO):
            yield f"Force-wide review: {why}"


def _role(deployment: Deployment) -> str:
    return deployment.role.value.capitalize()


_OFFICE_WORDS = {Kind.BUSY: "busy", Kind.SITE: "on site", Kind.FOLLOW_UP: "HMCPSI activity"}
_OWN_WORDS = {Kind.BUSY: "Busy", Kind.SITE: "Inspection", Kind.FOLLOW_UP: "HMCPSI activity"}
_ROLE_WORDS = {
    (Kind.BUSY, True): "{role}: preparation, inspection and report writing",
    (Kind.BUSY, False): "{role}: inspection and rest",
    (Kind.SITE, True): "{role}, on site",
    (Kind.SITE, False): "{role}, on site",
}
