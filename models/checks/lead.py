"""R13: exactly one lead on each team: Ofsted, may lead; established."""

from collections.abc import Iterator, Sequence

from models.breach import Breach, Subject
from models.counting.days import friday_after, monday_of, week_number
from models.counting.placements import teams
from models.deployment import Deployment, Role
from models.inspection import Inspection
from models.inspector import Employment, Inspector
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.rulebook.teams import LEAD
from models.saying import say_authority, say_day, say_inspector, say_list


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each team without a lead, with several, or with one who may not lead (§11).

    A lost lead and the one who took over count as one. The stated lead is checked too.
    """
    placed = teams(programme, rota)
    for la_code, inspection in rota.inspection_of.items():
        replaced = {each.inspector_id for each in placed[la_code] if each.replaced}
        team = rota.team_of.get(la_code, ())
        leads = [each for each in team if each.role is Role.LEAD]
        leading = [each for each in leads if each.inspector_id not in replaced]
        yield from _number(programme, inspection, leading)
        for each in leads:
            yield from _unfit(programme, inspection, each)
    for inspection in rota.inspections:
        yield from _stated(programme, rota, inspection)


def _subject(programme: Programme, inspection: Inspection, *inspector_ids: str) -> Subject:
    monday = monday_of(inspection.start)
    weeks = (week_number(programme, monday),)
    return Subject((inspection.la_code,), inspector_ids, weeks, friday_after(monday, 1))


def _number(
    programme: Programme, inspection: Inspection, leads: Sequence[Deployment]
) -> Iterator[Breach]:
    if len(leads) != 1:
        ids = [each.inspector_id for each in leads]
        yield LEAD.breach(
            "several" if leads else "none",
            _subject(programme, inspection, *ids),
            amount=abs(len(leads) - 1),
            figures={"count": len(leads)},
            authority=say_authority(programme, inspection.la_code),
            day=say_day(inspection.start),
            inspectors=say_list(say_inspector(programme, each) for each in ids),
        )


def _unfit(
    programme: Programme, inspection: Inspection, deployment: Deployment
) -> Iterator[Breach]:
    inspector = programme.inspector_of.get(deployment.inspector_id)
    reasons = _why_unfit(inspector) if inspector else []
    if reasons:
        yield LEAD.breach(
            "unfit",
            _subject(programme, inspection, deployment.inspector_id),
            amount=len(reasons),
            inspector=say_inspector(programme, deployment.inspector_id),
            authority=say_authority(programme, inspection.la_code),
            day=say_day(inspection.start),
            why=say_list(reasons),
        )


def _why_unfit(inspector: Inspector) -> list[str]:
    reasons = []
    if inspector.inspectorate is not Inspectorate.OFSTED:
        reasons.append(f"is of {inspector.inspectorate.title}, not of Ofsted")
    if not inspector.can_lead:
        reasons.append("may not lead")
    if inspector.employment is not Employment.ESTABLISHED:
        reasons.append("is seconded, not established")
    return reasons


def _stated(programme: Programme, rota: Rota, inspection: Inspection) -> Iterator[Breach]:
    """A blank lead states nothing; the team says whether there is one."""
    team = rota.team_of.get(inspection.la_code, ())
    leads = [each.inspector_id for each in team if each.role is Role.LEAD]
    if inspection.lead and inspection.lead not in leads:
        said = say_list(say_inspector(programme, each) for each in leads)
        yield LEAD.breach(
            "stated",
            _subject(programme, inspection, inspection.lead),
            column="the lead",
            whose=say_authority(programme, inspection.la_code),
            stated=say_inspector(programme, inspection.lead),
            counted=said or "nobody",
        )
