"""R16: slots and deployments pinned by hand hold."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.breach import Breach, Subject
from models.counting.days import friday_after, monday_of, week_number
from models.deployment import Deployment
from models.events import Pin
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.rulebook.people import PINNED
from models.saying import say_authority, say_day, say_inspector


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each pinned slot, deployment or role that does not hold.

    A deferral is an authority's blackout, which closes its start weeks: R1 says where an
    inspection starts in one, so that one fault is said once. The pin of an HMCPSI inspector is
    for the activity.
    """
    for pin in programme.pins:
        if pin.start is not None:
            yield from _slot(programme, rota, pin, pin.start)
        if pin.inspector_id:
            yield from _deployment(programme, rota, pin)


def _slot(programme: Programme, rota: Rota, pin: Pin, pinned: date) -> Iterator[Breach]:
    authority = say_authority(programme, pin.la_code)
    starts = [each.start for each in rota.inspections if each.la_code == pin.la_code]
    if not starts:
        yield PINNED.breach(
            "no_slot", Subject((pin.la_code,)), authority=authority, pinned=say_day(pinned)
        )
    for start in starts:
        if start != pinned:
            weeks = (week_number(programme, pinned), week_number(programme, start))
            yield PINNED.breach(
                "slot",
                Subject((pin.la_code,), weeks=weeks, last_day=start),
                authority=authority,
                pinned=say_day(pinned),
                day=say_day(start),
            )


def _deployment(programme: Programme, rota: Rota, pin: Pin) -> Iterator[Breach]:
    if programme.inspector_of[pin.inspector_id].inspectorate is Inspectorate.HMCPSI:
        held = {(each.la_code, each.inspector_id) for each in rota.cps_activities or ()}
        holds = rota.cps_activities is None or (pin.la_code, pin.inspector_id) in held
        deployed: Sequence[Deployment] = ()
    else:
        team = rota.team_of.get(pin.la_code, ())
        deployed = [each for each in team if each.inspector_id == pin.inspector_id]
        holds = bool(deployed)
    inspector = say_inspector(programme, pin.inspector_id)
    authority = say_authority(programme, pin.la_code)
    subject = _subject(programme, rota, pin)
    if not holds:
        yield PINNED.breach("deployment", subject, inspector=inspector, authority=authority)
    elif pin.role and deployed and pin.role not in {each.role for each in deployed}:
        yield PINNED.breach(
            "role",
            subject,
            inspector=inspector,
            authority=authority,
            role=pin.role.value,
            stated=deployed[0].role.value,
        )


def _subject(programme: Programme, rota: Rota, pin: Pin) -> Subject:
    inspection = rota.inspection_of.get(pin.la_code)
    if inspection is None:
        return Subject((pin.la_code,), (pin.inspector_id,))
    monday = monday_of(inspection.start)
    weeks = (week_number(programme, monday),)
    return Subject((pin.la_code,), (pin.inspector_id,), weeks, friday_after(monday, 1))
