"""Who takes which part where: each deployment with its inspector and its inspection's Monday."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.counting.absences import absences_by_inspector, absent_days
from models.counting.days import monday_of, weeks_after, working_days
from models.deployment import Deployment, Role
from models.inspection import Inspection
from models.inspector import Absence, Inspector
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota


@dataclass(frozen=True)
class Placement:
    """One inspector's part in one inspection, of an inspectorate to which a week is given.

    ``monday`` begins week one and ``phases`` are the weeks, 1 and 2, of fieldwork. A substitute is
    bound from ``since`` on; None: from the beginning. ``replaced`` and ``stands_in`` mark the
    pair of a lost inspector and the one who took the place (Re-plan, Under way); ``struck`` are
    the days that fall out where nobody took it: who came before the absence began, and is not on
    site while it lasts.
    """

    deployment: Deployment
    inspector: Inspector
    monday: date
    phases: tuple[int, ...]
    since: date | None = None
    replaced: bool = False
    stands_in: bool = False
    struck: tuple[date, ...] = ()

    @property
    def la_code(self) -> str:
        """The authority's code."""
        return self.deployment.la_code

    @property
    def inspector_id(self) -> str:
        """The inspector's id."""
        return self.deployment.inspector_id

    @property
    def body(self) -> Inspectorate:
        """The inspectorate, by the programme and not by what the rota says of it."""
        return self.inspector.inspectorate

    @property
    def is_lead(self) -> bool:
        """Whether the rota has this inspector lead."""
        return self.deployment.role is Role.LEAD

    @property
    def fieldwork(self) -> tuple[date, ...]:
        """The Mondays of the weeks of fieldwork."""
        return tuple(weeks_after(self.monday, phase - 1) for phase in self.phases)

    def binds(self, day: date) -> bool:
        """Whether a rule may ask something of this inspector here on ``day``."""
        return self.since is None or day >= self.since


Team = tuple[Placement, ...]


#: The last answers, since nine checks and three measures ask the same, one after another.
_RECENT: deque[tuple[Programme, Rota, Mapping[str, Team]]] = deque(maxlen=4)


def teams(programme: Programme, rota: Rota) -> Mapping[str, Team]:
    """The team of each authority that the rota inspects, in the order of the rota.

    Unknown inspectors and those of inspectorates without a week are in no team: R10 and R3 say so.
    """
    for asked, of, found in tuple(_RECENT):
        if asked is programme and of is rota:
            return found
    found = _teams(programme, rota)
    _RECENT.append((programme, rota, found))
    return found


def _teams(programme: Programme, rota: Rota) -> Mapping[str, Team]:
    absences = absences_by_inspector(programme)
    found: dict[str, Team] = {}
    for la_code, inspection in rota.inspection_of.items():
        team = tuple(_placements(programme, rota, inspection))
        found[la_code] = _paired(programme, rota, team, absences)
    return found


def _placements(programme: Programme, rota: Rota, inspection: Inspection) -> Iterator[Placement]:
    for deployment in rota.team_of.get(inspection.la_code, ()):
        inspector = programme.inspector_of.get(deployment.inspector_id)
        if inspector and inspector.inspectorate in ON_SITE:
            phases = programme.policy.phase(inspector.inspectorate)
            if phases:
                yield Placement(deployment, inspector, monday_of(inspection.start), phases)


def _paired(
    programme: Programme, rota: Rota, team: Team, absences: Mapping[str, Sequence[Absence]]
) -> Team:
    """The team with its pairs marked; nearly every team has none."""
    lost = [each for each in team if _is_lost(programme, rota, each, absences)]
    substitutes = [each for each in team if each.deployment.role is Role.SUBSTITUTE]
    leads = [each for each in team if each.is_lead]
    if not lost and not substitutes and len(leads) < 2:
        return team
    # A lost lead's substitute has the role of lead: whichever lead is not lost took over, or one
    # who is lost too and came later.
    came = {each.inspector_id: _first_day(rota, each) or each.monday for each in team}
    lost.sort(key=lambda each: (each in substitutes, came[each.inspector_id]))
    able = substitutes + [each for each in leads if each not in lost]
    able += [each for each in lost if each.is_lead and came[each.inspector_id] > min(came.values())]
    able.sort(key=lambda each: came[each.inspector_id])
    pairs = list(_pairs(lost, able, came))
    replaced, standing = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    late = [*substitutes, *standing]
    return tuple(
        replace(
            each,
            since=_first_day(rota, each) if each in late else None,
            replaced=each in replaced,
            stands_in=each in standing,
            struck=()
            if each in replaced or each not in lost
            else _struck(programme, rota, each, absences),
        )
        for each in team
    )


def _struck(
    programme: Programme,
    rota: Rota,
    placement: Placement,
    absences: Mapping[str, Sequence[Absence]],
) -> tuple[date, ...]:
    """The days of absence from which on one who had come before is gone.

    Told late, the first days of an absence may be days on site all the same: they are past.
    """
    days = [day for monday in placement.fieldwork for day in working_days(programme, monday)]
    away = absent_days(absences.get(placement.inspector_id, ()), days)
    on_site = {
        row.date
        for row in rota.attendance_at.get(placement.la_code, ())
        if row.inspector_id == placement.inspector_id
    }
    struck = tuple(day for day in away if day not in on_site)
    if not struck or any(day >= struck[0] for day in on_site.intersection(away)):
        return ()
    return struck if any(day < struck[0] for day in on_site) else ()


def _is_lost(
    programme: Programme,
    rota: Rota,
    placement: Placement,
    absences: Mapping[str, Sequence[Absence]],
) -> bool:
    until = weeks_after(placement.monday, 2)
    near = [
        absence
        for absence in absences.get(placement.inspector_id, ())
        if absence.end >= placement.monday and absence.start < until
    ]
    if not near:
        return False
    days = [day for monday in placement.fieldwork for day in working_days(programme, monday)]
    if placement.deployment.role is Role.SUBSTITUTE:
        since = _first_day(rota, placement) or placement.monday
        days = [day for day in days if day > since]
    return bool(absent_days(near, days))


def _pairs(
    lost: Sequence[Placement], able: Sequence[Placement], came: Mapping[str, date]
) -> Iterator[tuple[Placement, Placement]]:
    """Each lost inspector with one of the same inspectorate who took over; a lead with a lead.

    Who is lost too took over only from one who ``came`` earlier.
    """
    free = list(able)
    for gone in lost:
        for each in free:
            later = each not in lost or came[each.inspector_id] > came[gone.inspector_id]
            if later and each.body is gone.body and each.is_lead == gone.is_lead:
                yield gone, each
                free.remove(each)
                break


def _first_day(rota: Rota, placement: Placement) -> date | None:
    """A substitute's first day: on site, or where that is not stated, of the busy period."""
    on_site = [
        each.date
        for each in rota.attendance_at.get(placement.la_code, ())
        if each.inspector_id == placement.inspector_id
    ]
    return min(on_site, default=placement.deployment.busy_from)
