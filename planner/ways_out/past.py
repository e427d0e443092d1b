"""What has begun, pinned for a plan, and standing again in its rota as the baseline has it."""

from collections.abc import Iterator
from datetime import date

from models.altered import changed_programme
from models.checks import check_rota
from models.deployment import Role
from models.events import Pin
from models.inspectorate import ON_SITE
from models.measures import measure_goals
from models.programme import Programme
from models.result import PlanResult
from models.rota import Rota
from planner.assemble import whole_rota
from planner.attendance import AttendanceImpossible
from planner.draft import Draft, draft_of


def with_past_pinned(programme: Programme, baseline: Rota, today: date) -> Programme:
    """The programme with every inspection of a baseline pinned that started before a day."""
    pins = tuple(_pins(programme, baseline, today))
    return changed_programme(programme, pins=(*programme.pins, *pins))


def _pins(programme: Programme, baseline: Rota, today: date) -> Iterator[Pin]:
    past = _past(programme, baseline, today)
    for code in sorted(past):
        yield Pin(la_code=code, start=baseline.inspection_of[code].start)
    for row in baseline.deployments:
        who = programme.inspector_of.get(row.inspector_id)
        comes = who is not None and who.inspectorate in ON_SITE
        if row.la_code in past and comes and row.role is not Role.SUBSTITUTE:
            yield Pin(la_code=row.la_code, inspector_id=row.inspector_id, role=row.role)


def _past(programme: Programme, baseline: Rota, today: date) -> set[str]:
    return {
        code
        for code, each in baseline.inspection_of.items()
        if code in programme.authority_of and each.start < today
    }


def with_past_standing(
    programme: Programme, baseline: Rota, today: date, result: PlanResult
) -> PlanResult | None:
    """The result with the teams of the past as they were: a plan may have added people to them.

    None where there is no rota, or one that breaks a rule in what is ahead.
    """
    if result.rota is None:
        return None
    planned, before = draft_of(programme, result.rota), draft_of(programme, baseline)
    past = _past(programme, baseline, today)
    known = programme.inspector_of.keys()
    if any(code not in before.leads or not before.teams[code] <= known for code in past):
        return None
    draft = Draft(
        slots=planned.slots,
        teams={**planned.teams, **{code: before.teams[code] for code in past}},
        leads={**planned.leads, **{code: before.leads[code] for code in past}},
    )
    try:
        rota = whole_rota(programme, draft)
    except AttendanceImpossible:
        return None
    if any(not each.history for each in check_rota(programme, rota, today)):
        return None
    return result.model_copy(update={"rota": rota, "goals": measure_goals(programme, rota)})
