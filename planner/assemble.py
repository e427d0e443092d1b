"""The whole rota written out from a draft: every field of every word, as formats.md says."""

from collections.abc import Mapping
from datetime import timedelta

from models import geography
from models.deployment import Deployment, Role
from models.inspection import Inspection, Review
from models.inspectorate import ON_SITE
from models.programme import Programme
from models.reviews import force_reviews, reviews_of
from models.rota import Rota
from planner.attendance import solve_attendance
from planner.concerns import place_concerns
from planner.draft import Draft

_FRIDAY = timedelta(days=4)


def whole_rota(programme: Programme, draft: Draft) -> Rota:
    """The rota that a draft decides, sorted by authority code, its attendance solved.

    HMCPSI concerns that cannot be placed are left out; ``place_concerns`` names them. Raises
    ``AttendanceImpossible`` when a team of the draft does not fit under R5.
    """
    reviews = reviews_of(programme, draft.slots)
    codes = sorted(draft.slots)
    rota = Rota(
        inspections=tuple(inspection_of(programme, draft, reviews, code) for code in codes),
        deployments=tuple(
            deployment_of(programme, draft, code, inspector_id)
            for code in codes
            for inspector_id in sorted(draft.teams[code])
        ),
        attendance=solve_attendance(programme, draft),
        cps_activities=place_concerns(programme, draft.slots).activities,
    )
    return rota.model_copy(update={"force_reviews": force_reviews(programme, rota)})


def inspection_of(
    programme: Programme, draft: Draft, reviews: Mapping[str, Review], la_code: str
) -> Inspection:
    """The inspection of one authority, every field filled."""
    authority, monday = programme.authority_of[la_code], programme.calendar.monday
    bodies = [programme.inspector_of[each].inspectorate for each in draft.teams[la_code]]
    return Inspection(
        la_code=la_code,
        start=monday(draft.slots[la_code]),
        name=authority.name,
        police_force_code=authority.police_force_code,
        end=monday(draft.slots[la_code] + 1) + _FRIDAY,
        band=programme.band_of[la_code],
        force_wide_review=reviews.get(la_code, Review.NO),
        sizes={body: bodies.count(body) for body in ON_SITE},
        lead=draft.leads.get(la_code),
    )


def deployment_of(
    programme: Programme, draft: Draft, la_code: str, inspector_id: str
) -> Deployment:
    """The deployment of one inspector at one authority, every field filled."""
    body = programme.inspector_of[inspector_id].inspectorate
    role = Role.LEAD if inspector_id == draft.leads.get(la_code) else Role.MEMBER
    first, last = busy_weeks(programme, inspector_id, role, draft.slots[la_code])
    return Deployment(
        la_code=la_code,
        inspector_id=inspector_id,
        role=role,
        inspectorate=body,
        busy_from=programme.calendar.monday(first),
        busy_to=programme.calendar.monday(last) + _FRIDAY,
        fieldwork_weeks=programme.fieldwork_weeks(body),
        km=geography.halves_up(programme.km(inspector_id, la_code)),
    )


def busy_weeks(
    programme: Programme, inspector_id: str, role: Role, start_week: int
) -> tuple[int, int]:
    """The first and last week in which a deployment keeps somebody busy (R11).

    A lead prepares before the two weeks and writes the report after them; everybody else is
    busy in the weeks of the phase and rests after the last of them.
    """
    policy = programme.policy
    if role is Role.LEAD:
        last = start_week + 1 + policy.busy.lead_report_weeks
        return start_week - policy.busy.lead_preparation_weeks, last
    phase = policy.phase(programme.inspector_of[inspector_id].inspectorate)
    return start_week + phase[0] - 1, start_week + phase[-1] - 1 + policy.busy.rest_weeks
