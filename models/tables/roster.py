"""The roster: what people are sent, with no join needed, whole or one share of it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from models.authority import Text
from models.deployment import CpsActivity, Deployment, Role
from models.inspection import Inspection, Review
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.tables.forms import row_of
from models.tables.table import Table, sorted_table
from models.word import Word

ROSTER_COLUMNS = (
    "inspector_id", "inspector", "inspectorate", "role", "la_code", "authority",
    "police_force_code", "start", "end", "on_site_from", "on_site_to", "busy_from", "busy_to",
    "force_wide_review",
)  # fmt: skip

_TO_FRIDAY = timedelta(days=4)
_TO_SECOND_FRIDAY = timedelta(days=11)

_Days = tuple[date, date]


class RosterEntry(Word):
    """One line of the roster: one inspector at one authority.

    ``start`` and ``end`` are the inspection's, for an HMCPSI activity (§33) that of its one week.
    A date is None where the rota does not say it: a hand-written one may lack attendance.
    """

    inspector_id: Text
    inspector: str
    inspectorate: Inspectorate
    role: Role
    la_code: Text
    authority: str
    police_force_code: str
    start: date | None = None
    end: date | None = None
    on_site_from: date | None = None
    on_site_to: date | None = None
    busy_from: date | None = None
    busy_to: date | None = None
    force_wide_review: Review | None = None


class RosterFilter(Word):
    """Whose share of the roster is wanted; what is None does not narrow it.

    ``from_day`` and ``to_day`` keep the inspections that run on one of these days, both included.
    """

    inspector: str | None = None
    inspectorate: Inspectorate | None = None
    authority: str | None = None
    force: str | None = None
    from_day: date | None = None
    to_day: date | None = None

    def keeps(self, entry: RosterEntry) -> bool:
        """Whether a line belongs to this share."""
        wanted = (
            (self.inspector, entry.inspector_id),
            (self.inspectorate, entry.inspectorate),
            (self.authority, entry.la_code),
            (self.force, entry.police_force_code),
        )
        return all(want is None or want == has for want, has in wanted) and self._runs(entry)

    def _runs(self, entry: RosterEntry) -> bool:
        if self.from_day is not None and (entry.end is None or entry.end < self.from_day):
            return False
        return self.to_day is None or (entry.start is not None and entry.start <= self.to_day)


EVERYBODY = RosterFilter()


def roster(
    programme: Programme, rota: Rota, share: RosterFilter = EVERYBODY
) -> tuple[RosterEntry, ...]:
    """The lines of a roster, HMCPSI activities among them, sorted as the file is."""
    entries = filter(share.keeps, _entries(programme, rota))
    return tuple(sorted(entries, key=lambda entry: row_of(entry, ROSTER_COLUMNS)))


def roster_table(programme: Programme, rota: Rota, share: RosterFilter = EVERYBODY) -> Table:
    """The roster as a table: ``roster.csv``, or one share of it."""
    lines = (row_of(entry, ROSTER_COLUMNS) for entry in roster(programme, rota, share))
    return sorted_table(ROSTER_COLUMNS, lines)


def _entries(programme: Programme, rota: Rota) -> Iterator[RosterEntry]:
    on_site = _days_on_site(rota)
    for deployment in rota.deployments:
        inspection = rota.inspection_of.get(deployment.la_code)
        days = on_site.get((deployment.la_code, deployment.inspector_id))
        yield _deployed(programme, deployment, inspection, days)
    for activity in rota.cps_activities or ():
        yield _following_up(programme, activity)


def _days_on_site(rota: Rota) -> Mapping[tuple[str, str], _Days]:
    """The first and last day on site of each inspector at each authority."""
    days: dict[tuple[str, str], _Days] = {}
    for each in rota.attendance or ():
        key = (each.la_code, each.inspector_id)
        first, last = days.get(key, (each.date, each.date))
        days[key] = (min(first, each.date), max(last, each.date))
    return days


def _deployed(
    programme: Programme,
    deployment: Deployment,
    inspection: Inspection | None,
    days: _Days | None,
) -> RosterEntry:
    start = inspection.start if inspection else None
    return RosterEntry(
        **_who_and_where(programme, deployment.inspector_id, deployment.la_code),
        role=deployment.role,
        start=start,
        end=start + _TO_SECOND_FRIDAY if start else None,
        on_site_from=days[0] if days else None,
        on_site_to=days[1] if days else None,
        busy_from=deployment.busy_from,
        busy_to=deployment.busy_to,
        force_wide_review=inspection.force_wide_review if inspection else None,
    )


def _following_up(programme: Programme, activity: CpsActivity) -> RosterEntry:
    friday = activity.start + _TO_FRIDAY
    return RosterEntry(
        **_who_and_where(programme, activity.inspector_id, activity.la_code),
        role=Role.MEMBER,
        start=activity.start,
        end=friday,
        busy_from=activity.start,
        busy_to=friday,
        force_wide_review=Review.NO,
    )


def _who_and_where(programme: Programme, inspector_id: str, la_code: str) -> dict[str, str]:
    inspector, authority = programme.inspector_of[inspector_id], programme.authority_of[la_code]
    return {
        "inspector_id": inspector_id,
        "inspector": inspector.name,
        "inspectorate": inspector.inspectorate,
        "la_code": la_code,
        "authority": authority.name,
        "police_force_code": authority.police_force_code,
    }
