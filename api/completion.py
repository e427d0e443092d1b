"""A rota written by hand made whole: what its files leave out follows from the rest."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TypeVar

from models import geography
from models.deployment import Deployment, Role
from models.inspection import Inspection, Review
from models.inspectorate import ON_SITE
from models.programme import Programme
from models.reviews import force_reviews, reviews_of
from models.rota import Rota

Filled = TypeVar("Filled", Inspection, Deployment)

_TO_FRIDAY = timedelta(days=4)
_TO_SECOND_FRIDAY = timedelta(days=11)


def complete(programme: Programme, rota: Rota) -> Rota:
    """The rota with every field filled; what it states stays as stated, right or wrong.

    Attendance of a team that cannot fit under seven on site (R5) is left out. Deployments
    where nothing is inspected are kept as they are; ``check`` reports them.
    """
    if _is_whole(rota):
        return rota
    # Here, not above: the planner brings the solver along, which a whole rota can do without.
    from planner.attendance import fill_attendance

    filled, _ = fill_attendance(programme, rota)
    week_of = programme.calendar.week_of
    reviews = reviews_of(
        programme, {code: week_of(each.start) for code, each in rota.inspection_of.items()}
    )
    whole = Rota(
        inspections=tuple(_inspection(programme, rota, reviews, each) for each in rota.inspections),
        deployments=tuple(_deployment(programme, rota, each) for each in rota.deployments),
        attendance=filled.attendance,
        cps_activities=rota.cps_activities or (),
    )
    stated = rota.force_reviews
    reviewed = force_reviews(programme, whole) if stated is None else stated
    return whole.model_copy(update={"force_reviews": reviewed})


def _is_whole(rota: Rota) -> bool:
    words = (rota, *rota.inspections, *rota.deployments)
    return not any(value is None for word in words for _, value in word)


def _inspection(
    programme: Programme, rota: Rota, reviews: Mapping[str, Review], inspection: Inspection
) -> Inspection:
    code = inspection.la_code
    team = rota.team_of.get(code, ())
    bodies = [programme.inspector_of[each.inspector_id].inspectorate for each in team]
    return _filled(
        inspection,
        name=programme.authority_of[code].name,
        police_force_code=programme.authority_of[code].police_force_code,
        end=inspection.start + _TO_SECOND_FRIDAY,
        band=programme.band_of[code],
        force_wide_review=reviews.get(code, Review.NO),
        sizes={body: bodies.count(body) for body in ON_SITE},
        lead=next((each.inspector_id for each in team if each.role is Role.LEAD), None),
    )


def _deployment(programme: Programme, rota: Rota, deployment: Deployment) -> Deployment:
    from planner.assemble import busy_weeks

    inspection = rota.inspection_of.get(deployment.la_code)
    body = programme.inspector_of[deployment.inspector_id].inspectorate
    if inspection is None or not programme.policy.phase(body):
        return _filled(deployment, inspectorate=body)
    week = programme.calendar.week_of(inspection.start)
    first, last = busy_weeks(programme, deployment.inspector_id, deployment.role, week)
    return _filled(
        deployment,
        inspectorate=body,
        busy_from=programme.calendar.monday(first),
        busy_to=programme.calendar.monday(last) + _TO_FRIDAY,
        fieldwork_weeks=programme.fieldwork_weeks(body),
        km=geography.halves_up(programme.km(deployment.inspector_id, deployment.la_code)),
    )


def _filled(word: Filled, **counted: object) -> Filled:
    """The word with what it leaves out (None) filled in."""
    missing = {name: value for name, value in counted.items() if getattr(word, name) is None}
    return word.model_copy(update=missing) if missing else word
