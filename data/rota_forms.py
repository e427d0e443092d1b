"""The forms of a rota's files; what a rota written by hand leaves out may be absent."""

from dataclasses import dataclass

from data import cells
from data.form import Column, Form, Values, is_no_monday, optional, word_of
from data.known import Codes
from models.attendance import Activity, Attendance
from models.deployment import CpsActivity, Deployment, Role
from models.inspection import Band, ForceReview, Inspection, Review, ReviewState
from models.inspectorate import ON_SITE, Inspectorate


@dataclass(frozen=True)
class Places:
    """The codes of the programme that a rota may name."""

    authorities: Codes
    forces: Codes
    inspectors: Codes


def inspections(places: Places) -> Form[Inspection]:
    """The form of inspections.csv; an authority may stand twice, which the checks report (R1)."""
    sizes = (optional(body.value, cells.whole(0), None) for body in ON_SITE)
    return Form(
        "inspections.csv",
        _inspection,
        (
            Column("la_code", places.authorities.parse),
            optional("name", cells.text, None),
            optional("police_force_code", cells.text, None),
            Column("start", cells.day),
            optional("end", cells.day, None),
            optional("band", cells.choice(Band), None),
            optional("force_wide_review", cells.choice(Review), None),
            *sizes,
            optional("lead", cells.text, None),
        ),
        faults=is_no_monday,
    )


def _inspection(values: Values) -> Inspection:
    stated = {body: values[body] for body in ON_SITE if values[body] is not None}
    others = {name: value for name, value in values.items() if name not in tuple(ON_SITE)}
    return Inspection(**others, sizes=stated or None)


def deployments(places: Places) -> Form[Deployment]:
    """The form of deployments.csv."""
    return Form(
        "deployments.csv",
        word_of(Deployment),
        (
            Column("la_code", places.authorities.parse),
            Column("inspector_id", places.inspectors.parse),
            optional("inspectorate", cells.choice(Inspectorate), None),
            Column("role", cells.choice(Role)),
            optional("busy_from", cells.day, None),
            optional("busy_to", cells.day, None),
            optional("fieldwork_weeks", cells.whole(0), None),
            optional("km", cells.whole(0), None),
        ),
    )


def attendance(places: Places) -> Form[Attendance]:
    """The form of attendance.csv."""
    return Form(
        "attendance.csv",
        word_of(Attendance),
        (
            Column("date", cells.day),
            Column("la_code", places.authorities.parse),
            Column("inspector_id", places.inspectors.parse),
            Column("activity", cells.choice(Activity)),
        ),
    )


def force_reviews(places: Places) -> Form[ForceReview]:
    """The form of force_reviews.csv; a review that no inspection is left for has no authority."""
    return Form(
        "force_reviews.csv",
        word_of(ForceReview),
        (
            Column("police_force_code", places.forces.parse),
            optional("force", cells.text),
            optional("la_code", places.authorities.parse),
            optional("authority", cells.text),
            optional("start", cells.day, None),
            Column("why", cells.choice(Review)),
            optional("hmic", cells.ids, ()),
            Column("state", cells.choice(ReviewState)),
        ),
        faults=is_no_monday,
    )


def cps_activity(places: Places) -> Form[CpsActivity]:
    """The form of cps_activity.csv."""
    return Form(
        "cps_activity.csv",
        word_of(CpsActivity),
        (
            Column("la_code", places.authorities.parse),
            Column("inspector_id", places.inspectors.parse),
            Column("start", cells.day),
        ),
        faults=is_no_monday,
    )
