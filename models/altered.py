"""A programme or a rota with something altered, or one inspector's share of it."""

from typing import Any

from models.deployment import Deployment, Role
from models.inspection import Inspection
from models.programme import Programme
from models.rota import Rota


def changed_programme(programme: Programme, **fields: Any) -> Programme:
    """The programme with other fields; built anew, so that no look-up is stale."""
    held = {name: getattr(programme, name) for name in Programme.model_fields}
    return Programme(**held | fields)


def changed_rota(rota: Rota, **fields: Any) -> Rota:
    """The rota with other fields; built anew, so that no look-up is stale."""
    held = {name: getattr(rota, name) for name in Rota.model_fields}
    return Rota(**held | fields)


def bare_rota(rota: Rota) -> Rota:
    """The rota without what it states of sizes, reviews and days, which would have to follow."""
    return changed_rota(
        rota,
        inspections=tuple(
            Inspection(la_code=each.la_code, start=each.start) for each in rota.inspections
        ),
        deployments=tuple(
            Deployment(la_code=each.la_code, inspector_id=each.inspector_id, role=each.role)
            if each.role is not Role.SUBSTITUTE
            else each
            for each in rota.deployments
        ),
        attendance=None,
        force_reviews=None,
    )


def share_of_rota(rota: Rota, la_code: str, inspector_id: str) -> Rota:
    """One inspection with its team and attendance, and all that one inspector has elsewhere.

    The rules on that inspector's part can be judged by it, faster than by the whole rota.
    """
    kept = sorted({la_code} | places_of(rota, inspector_id))
    rows = [*rota.team_of.get(la_code, ())]
    rows += [r for r in rota.deployments_of.get(inspector_id, ()) if r.la_code != la_code]
    activities = [
        row
        for row in rota.cps_activities or ()
        if row.la_code == la_code or row.inspector_id == inspector_id
    ]
    return Rota(
        inspections=tuple(rota.inspection_of[each] for each in kept if each in rota.inspection_of),
        deployments=tuple(rows),
        attendance=rota.attendance and rota.attendance_at.get(la_code, ()),
        cps_activities=rota.cps_activities and tuple(activities),
    )


def places_of(rota: Rota, inspector_id: str) -> frozenset[str]:
    """The authority codes at which an inspector works, HMCPSI's activities among them."""
    deployed = {row.la_code for row in rota.deployments_of.get(inspector_id, ())}
    follows = {row.la_code for row in rota.cps_activities or () if row.inspector_id == inspector_id}
    return frozenset(deployed | follows)
