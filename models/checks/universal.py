"""R1: every authority is inspected exactly once in the programme, in an open start week."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.breach import Breach, Subject
from models.counting.concerns import answered, open_mondays
from models.counting.days import monday_of, shut_to_all, touches, week_number, weeks_after
from models.deployment import CpsActivity
from models.events import Blackout, BlackoutScope, CpsConcern
from models.inspection import Inspection
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.rulebook.slots import UNIVERSAL
from models.saying import say_authority, say_day, say_force, say_list, say_number


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each authority left out, inspected again or in a week that is not open (§9, §30).

    An authority's stated name and the HMCPSI activities, one for each concern in a week that is
    open for it (§33), are counted here too.
    """
    yield from _each_once(programme, rota)
    for inspection in rota.inspections:
        if inspection.la_code in programme.authority_of:
            yield from _start_week(programme, inspection)
            yield from _stated_name(programme, inspection)
        else:
            yield UNIVERSAL.breach(
                "unknown",
                _slot(programme, inspection),
                authority=inspection.la_code,
                day=say_day(inspection.start),
            )
    if rota.cps_activities is not None:
        for la_code, concerns, activities in answered(programme, rota):
            yield from _concerns(programme, rota, la_code, concerns, activities)


def _slot(programme: Programme, inspection: Inspection) -> Subject:
    week = week_number(programme, inspection.start)
    return Subject((inspection.la_code,), weeks=(week,), last_day=inspection.start)


def _each_once(programme: Programme, rota: Rota) -> Iterator[Breach]:
    for la_code in programme.authority_of:
        starts = sorted(each.start for each in rota.inspections if each.la_code == la_code)
        authority = say_authority(programme, la_code)
        if not starts:
            yield UNIVERSAL.breach("missing", Subject((la_code,)), authority=authority)
        if len(starts) > 1:
            weeks = tuple(week_number(programme, start) for start in starts)
            yield UNIVERSAL.breach(
                "twice",
                Subject((la_code,), weeks=weeks, last_day=starts[-1]),
                amount=len(starts) - 1,
                figures={"count": len(starts)},
                authority=authority,
                days=say_list(say_day(start) for start in starts),
            )


def _start_week(programme: Programme, inspection: Inspection) -> Iterator[Breach]:
    subject = _slot(programme, inspection)
    authority = say_authority(programme, inspection.la_code)
    day = say_day(inspection.start)
    if inspection.start.weekday() != 0:
        yield UNIVERSAL.breach("monday", subject, authority=authority, day=day)
    reasons = list(_reasons_shut(programme, inspection))
    if reasons:
        why = say_list(reasons)
        yield UNIVERSAL.breach(
            "shut", subject, amount=len(reasons), authority=authority, day=day, why=why
        )


def _reasons_shut(programme: Programme, inspection: Inspection) -> Iterator[str]:
    for phase in (1, 2):
        monday = weeks_after(monday_of(inspection.start), phase - 1)
        why = _why_shut(programme, inspection, phase, monday)
        if why:
            yield f"the week of {say_day(monday)} {why}"


def _why_shut(programme: Programme, inspection: Inspection, phase: int, monday: date) -> str:
    """Why the week is shut to an authority in a phase of its inspection; blank when it is open."""
    national = shut_to_all(programme, monday)
    if national:
        return national
    touching = (each for each in programme.blackouts if touches(each, monday))
    applying = [each for each in touching if _applies(programme, inspection, phase, each)]
    return _say_blackout(programme, applying[0]) if applying else ""


def _applies(programme: Programme, inspection: Inspection, phase: int, blackout: Blackout) -> bool:
    authority = programme.authority_of[inspection.la_code]
    if blackout.scope is BlackoutScope.AUTHORITY:
        return blackout.key == authority.la_code
    if blackout.scope is BlackoutScope.FORCE:
        return blackout.key == authority.police_force_code
    return any(
        blackout.key == body.value and phase in programme.policy.phase(body)
        for body in programme.bodies_at(authority.la_code)
        if blackout.scope is BlackoutScope.INSPECTORATE
    )


def _say_blackout(programme: Programme, blackout: Blackout) -> str:
    if blackout.scope is BlackoutScope.AUTHORITY:
        return "is blacked out for the authority"
    if blackout.scope is BlackoutScope.FORCE:
        return f"is blacked out for {say_force(programme, blackout.key)}"
    return f"is blacked out for {Inspectorate(blackout.key).title}"


def _stated_name(programme: Programme, inspection: Inspection) -> Iterator[Breach]:
    name = programme.authority_of[inspection.la_code].name
    if inspection.name is not None and inspection.name != name:
        yield UNIVERSAL.breach(
            "stated",
            _slot(programme, inspection),
            column="the name",
            whose=inspection.la_code,
            stated=inspection.name,
            counted=name,
        )


def _concerns(
    programme: Programme,
    rota: Rota,
    la_code: str,
    concerns: Sequence[CpsConcern],
    activities: Sequence[CpsActivity],
) -> Iterator[Breach]:
    authority = say_authority(programme, la_code)
    excess = abs(len(concerns) - len(activities))
    if excess:
        yield UNIVERSAL.breach(
            "concerns",
            Subject((la_code,), tuple(each.inspector_id for each in activities)),
            amount=excess,
            figures={"concerns": len(concerns), "activities": len(activities)},
            authority=authority,
            concerns_said=say_number(len(concerns), "concern"),
            activities_said=say_number(len(activities), "HMCPSI activity", "HMCPSI activities"),
        )
    for concern, activity in zip(concerns, activities, strict=False):
        mondays = open_mondays(programme, rota, concern)
        if la_code in rota.inspection_of and activity.start not in mondays:
            week = week_number(programme, activity.start)
            yield UNIVERSAL.breach(
                "concern_week",
                Subject((la_code,), (activity.inspector_id,), (week,), activity.start),
                authority=authority,
                day=say_day(activity.start),
                weeks_said=say_list(say_day(monday) for monday in mondays)
                or "none, all are closed",
            )
