"""A programme or a rota with something altered, or one inspector's share of it."""

from typing import Any

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
