"""R12: no inspector is deployed where a conflict of interest is recorded."""

from collections.abc import Iterator
from datetime import date

from models.breach import Breach, Subject
from models.counting.days import friday_after, monday_of, week_number
from models.programme import Programme
from models.rota import Rota
from models.rulebook.people import NO_CONFLICT
from models.saying import say_authority, say_force, say_inspector


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each deployment and HMCPSI activity where a conflict of interest is recorded.

    The conflict is with the authority or with its whole force.
    """
    places = {(each.inspector_id, each.la_code) for each in programme.conflicts}
    forces = {(each.inspector_id, each.police_force_code) for each in programme.conflicts}
    for la_code, inspector_id, works, monday, end in _works(rota):
        authority = programme.authority_of.get(la_code)
        force = authority.police_force_code if authority else ""
        way = ""
        if (inspector_id, la_code) in places:
            way = "authority"
        elif force and (inspector_id, force) in forces:
            way = "force"
        if way:
            weeks = (week_number(programme, monday),) if monday else ()
            yield NO_CONFLICT.breach(
                way,
                Subject((la_code,), (inspector_id,), weeks, end),
                inspector=say_inspector(programme, inspector_id),
                works=works,
                authority=say_authority(programme, la_code),
                force=say_force(programme, force),
            )


def _works(rota: Rota) -> Iterator[tuple[str, str, str, date | None, date | None]]:
    """Each authority, inspector and part in it, with its first Monday and its last Friday."""
    for deployment in rota.deployments:
        inspection = rota.inspection_of.get(deployment.la_code)
        monday = monday_of(inspection.start) if inspection else None
        end = friday_after(monday, 1) if monday else None
        yield deployment.la_code, deployment.inspector_id, "is deployed", monday, end
    for activity in rota.cps_activities or ():
        works = "has the HMCPSI activity"
        end = friday_after(monday_of(activity.start))
        yield activity.la_code, activity.inspector_id, works, activity.start, end
