"""Somebody who could come to an inspection: how far it is, how much there is to do already."""

from models.answers import Candidate
from models.geography import halves_up
from models.programme import Programme
from models.rota import Rota


def candidate(
    programme: Programme, rota: Rota, la_code: str, inspector_id: str, points: int
) -> Candidate:
    """An inspector as one who could come; ``points`` is by how much the total would rise."""
    inspector = programme.inspector_of[inspector_id]
    return Candidate(
        inspector_id=inspector_id,
        inspector=inspector.name,
        base=inspector.base,
        km=whole_km(programme, inspector_id, la_code),
        deployments=_deployments_that_year(programme, rota, la_code, inspector_id),
        ceiling=programme.ceiling(inspector_id),
        fieldwork_weeks=len(rota.deployments_of.get(inspector_id, ()))
        * programme.fieldwork_weeks(inspector.inspectorate),
        points=points,
    )


def whole_km(programme: Programme, inspector_id: str, la_code: str) -> int:
    """Kilometres from an inspector's base to an authority, whole, halves up."""
    return halves_up(programme.km(inspector_id, la_code))


def _deployments_that_year(
    programme: Programme, rota: Rota, la_code: str, inspector_id: str
) -> int:
    calendar, starts = programme.calendar, rota.inspection_of
    year = calendar.year_of(calendar.week_of(starts[la_code].start))
    held = {row.la_code for row in rota.deployments_of.get(inspector_id, ())}
    weeks = [calendar.week_of(starts[code].start) for code in held if code in starts]
    return sum(calendar.year_of(week) == year for week in weeks)
