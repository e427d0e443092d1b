"""One person's place in one inspection given to another, all else standing."""

from dataclasses import dataclass
from datetime import date

from models.altered import changed_programme, changed_rota
from models.attendance import Attendance
from models.counting.days import monday_of
from models.deployment import Deployment, Role
from models.geography import halves_up
from models.inspection import ForceReview, Inspection
from models.inspector import Absence
from models.programme import Programme
from models.rota import Rota


@dataclass(frozen=True)
class Place:
    """A place in an inspection, and who is to leave it.

    ``since`` is the first day of whoever takes it where the inspection is under way by then, and
    ``until`` the inspection's last; None where the place is taken from the beginning.
    """

    la_code: str
    inspector_id: str
    since: date | None = None
    until: date | None = None


def swapped(programme: Programme, rota: Rota, place: Place, inspector_id: str) -> Rota:
    """The rota in which another of the same inspectorate has the place.

    The role is kept and the days on site are taken over, which the same inspectorate and role
    owe alike. Where the inspection is under way, the other is the substitute (Re-plan).
    """
    return changed_rota(
        rota,
        inspections=tuple(_inspection(each, place, inspector_id) for each in rota.inspections),
        deployments=tuple(
            row for each in rota.deployments for row in _rows(programme, each, place, inspector_id)
        ),
        attendance=rota.attendance
        and tuple(_attendance(each, place, inspector_id) for each in rota.attendance),
        force_reviews=rota.force_reviews
        and tuple(_review(each, place, inspector_id) for each in rota.force_reviews),
        cps_activities=rota.cps_activities
        and tuple(
            each.model_copy(update={"inspector_id": inspector_id})
            if (each.la_code, each.inspector_id) == (place.la_code, place.inspector_id)
            else each
            for each in rota.cps_activities
        ),
    )


def without(programme: Programme, place: Place) -> Programme:
    """The programme in which whoever leaves a place under way is absent for the rest of it."""
    if place.since is None or place.until is None:
        return programme
    lost = Absence(inspector_id=place.inspector_id, start=place.since, end=place.until)
    return changed_programme(programme, absences=(*programme.absences, lost))


def _inspection(each: Inspection, place: Place, inspector_id: str) -> Inspection:
    if (each.la_code, each.lead) != (place.la_code, place.inspector_id) or place.since:
        return each
    return each.model_copy(update={"lead": inspector_id})


def _rows(
    programme: Programme, each: Deployment, place: Place, inspector_id: str
) -> tuple[Deployment, ...]:
    if (each.la_code, each.inspector_id) != (place.la_code, place.inspector_id):
        return (each,)
    km = each.km if each.km is None else halves_up(programme.km(inspector_id, each.la_code))
    news: dict[str, object] = {"inspector_id": inspector_id, "km": km}
    if place.since is None:
        return (each.model_copy(update=news),)
    news["busy_from"] = monday_of(place.since)
    news["role"] = Role.LEAD if each.role is Role.LEAD else Role.SUBSTITUTE
    return each, each.model_copy(update=news)


def _attendance(each: Attendance, place: Place, inspector_id: str) -> Attendance:
    ours = (each.la_code, each.inspector_id) == (place.la_code, place.inspector_id)
    if not ours or (place.since and each.date < place.since):
        return each
    return each.model_copy(update={"inspector_id": inspector_id})


def _review(each: ForceReview, place: Place, inspector_id: str) -> ForceReview:
    if each.la_code != place.la_code or place.inspector_id not in each.hmic:
        return each
    stays = set(each.hmic) if place.since else set(each.hmic) - {place.inspector_id}
    return each.model_copy(update={"hmic": tuple(sorted(stays | {inspector_id}))})
