"""Other numbers in the policy: more starts, shorter gaps, wider tolerances, a longer programme."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.altered import changed_programme
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.saying import say_number
from planner.conflict.member import FIRST, RUNNING, SEVEN, STARTS, Member, Members, Subject, of_body
from planner.conflict.say_rules import asked_authorities
from planner.ways_out.attempt import Attempt

#: Numbers to go up or down by, one after another.
STEPS: Sequence[int] = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 24, 32)
#: Weeks by which a programme may grow.
LONGER: Sequence[int] = (4, 8, 13, 26, 52)


def with_settings(programme: Programme, settings: Mapping[str, float]) -> Programme:
    """The programme with other numbers at dotted keys of its policy (``concurrency.starts``)."""
    tables: dict[str, Any] = programme.policy.model_dump()
    for key, value in settings.items():
        *path, last = key.split(".")[1:]
        table = tables
        for word in path:
            table = table[word]
        table[last] = value
    return changed_programme(programme, policy=tables)


def _attempt(
    programme: Programme, kind: str, sentence: str, amount: int, settings: Mapping[str, float]
) -> Attempt:
    return Attempt(kind, sentence, amount, with_settings(programme, settings), settings)


def more_starts(programme: Programme, members: Members) -> Iterator[Attempt]:
    """More starts a week, or more running; both together count as twice as much (R8)."""
    found: list[tuple[int, Mapping[str, float]]] = []
    for step in STEPS if members & {STARTS, RUNNING} else ():
        starts, running = _more(programme, STARTS, step), _more(programme, RUNNING, step)
        found += [(step, starts)] if STARTS in members else []
        found += [(step, running)] if RUNNING in members else []
        found.append((2 * step, starts | _more(programme, RUNNING, 2 * step)))
    for amount, settings in sorted(found, key=lambda each: (each[0], len(each[1]))):
        if max(settings.values()) <= 2 * len(programme.authorities):
            said = _say_concurrency(settings)
            yield _attempt(programme, "concurrency", said, amount, settings)


def _more(programme: Programme, member: Member, step: int) -> dict[str, float]:
    policy = programme.policy.concurrency
    if member == STARTS:
        return {"policy.concurrency.starts_per_week": policy.starts_per_week + step}
    return {"policy.concurrency.running_per_week": policy.running_per_week + step}


def _say_concurrency(settings: Mapping[str, float]) -> str:
    starts = settings.get("policy.concurrency.starts_per_week")
    running = settings.get("policy.concurrency.running_per_week")
    parts = [say_number(int(starts), "start") + " a week"] if starts else []
    parts += [f"{int(running)} inspections running in a week"] if running else []
    return f"R8, concurrency: {' and '.join(parts)}"


def shorter_gap(programme: Programme, members: Members) -> Iterator[Attempt]:
    """A smaller gap between the inspections of a force (R7)."""
    forces = [each.key for each in members if each.rule == "force_spacing"]
    gap = min(programme.policy.force.gap_weeks, *(programme.gap_of[each] for each in forces), 99)
    for weeks in range(gap - 1, 0, -1) if forces else ():
        said = f"R7, force spacing: a gap of {say_number(weeks, 'week')} instead of {gap}"
        settings = {"policy.force.gap_weeks": weeks}
        yield _attempt(programme, "gap", said, gap - weeks, settings)


def wider_tolerance(programme: Programme, members: Members) -> Iterator[Attempt]:
    """A year may miss its share by more (R9)."""
    tolerance = programme.policy.year_quota.tolerance
    for step in STEPS if any(each.rule == "year_quota" for each in members) else ():
        said = f"R9, year quota: a tolerance of {tolerance + step} inspections"
        settings = {"policy.year_quota.tolerance": tolerance + step}
        yield _attempt(programme, "tolerance", said, step, settings)


def higher_ceiling(programme: Programme, members: Members) -> Iterator[Attempt]:
    """More deployments a person and year (R15)."""
    most = programme.policy.ceiling.deployments_per_year
    for step in STEPS if any(each.rule == "ceiling" for each in members) else ():
        said = f"R15, ceiling: {most + step} deployments a year at full time"
        settings = {"policy.ceiling.deployments_per_year": most + step}
        yield _attempt(programme, "ceiling", said, step, settings)


def longer_programme(programme: Programme, members: Members) -> Iterator[Attempt]:
    """More weeks at the programme's end."""
    asked = any(each.subject is Subject.AUTHORITY for each in members)
    bound = any(each.rule in ("one_place", "concurrency", "force_spacing") for each in members)
    shut = any(each.subject in (Subject.BLACKOUT, Subject.CALENDAR) for each in members)
    for weeks in LONGER if asked and (bound or shut) else ():
        said = f"a programme of {programme.weeks + weeks} weeks, {weeks} more"
        longer = changed_programme(programme, weeks=programme.weeks + weeks)
        settings = {"programme.weeks": programme.weeks + weeks}
        yield Attempt("longer", said, weeks, longer, settings)


def shorter_busy(programme: Programme, members: Members) -> Iterator[Attempt]:
    """Less rest, or less time for a lead's report (R11)."""
    busy, bodies = programme.policy.busy, {each.key for each in members if each.rule == "one_place"}
    if not bodies:
        return
    for weeks in range(busy.rest_weeks - 1, -1, -1):
        said = f"R11, one place: {say_number(weeks, 'rest week')} instead of {busy.rest_weeks}"
        settings = {"policy.busy.rest_weeks": weeks}
        yield _attempt(programme, "rest", said, busy.rest_weeks - weeks, settings)
    report = busy.lead_report_weeks
    for weeks in range(report - 1, -1, -1) if "ofsted" in bodies else ():
        said = f"R11, one place: {say_number(weeks, 'report-writing week')} instead of {report}"
        settings = {"policy.busy.lead_report_weeks": weeks}
        yield _attempt(programme, "report", said, report - weeks, settings)


def more_seconded(programme: Programme, members: Members) -> Iterator[Attempt]:
    """A larger share of seconded people in a part of a team (R14)."""
    percent = programme.policy.seconded.percent
    for larger in (67, 75, 100) if any(each.rule == "established" for each in members) else ():
        if larger > percent:
            said = f"R14, established: up to {larger} % seconded instead of {percent} %"
            settings = {"policy.seconded.largest_share": larger / 100}
            yield _attempt(programme, "seconded", said, larger - percent, settings)


def smaller_teams(programme: Programme, members: Members) -> Iterator[Attempt]:
    """A lower least for the bands of the authorities that a clash is about (R4)."""
    bands = sorted({programme.band_of[code] for code in asked_authorities(programme, members)})
    for body in Inspectorate:
        sized = programme.policy.phase(body) and body is not Inspectorate.HMI_PRISONS
        if not sized or of_body("team_size", body) not in members or len(bands) > 2:
            continue
        for fewer in (1, 2):
            tables = programme.policy.model_dump()
            lowered = False
            for band in bands:
                sizes = tables["team"][band.value][body.value]
                least = max(1, sizes["least"] - fewer)
                lowered = lowered or least < sizes["least"]
                sizes["least"] = least
            if lowered:
                which = " and ".join(band.value.replace("_", " ") for band in bands)
                said = f"R4, team size: a least {fewer} lower for {body.title} in a {which} team"
                yield Attempt(
                    "smaller_team", said, fewer, changed_programme(programme, policy=tables)
                )


def smaller_review(programme: Programme, members: Members) -> Iterator[Attempt]:
    """Fewer people from HMIC for a force-wide review (R6)."""
    extra = programme.policy.force_wide_review.extra_hmic
    for fewer in range(extra - 1, -1, -1) if FIRST in members else ():
        said = f"R6, force first: {fewer} more from HMIC for a force-wide review instead of {extra}"
        settings = {"policy.force_wide_review.extra_hmic": fewer}
        yield _attempt(programme, "review", said, extra - fewer, settings)


def more_on_site(programme: Programme, members: Members) -> Iterator[Attempt]:
    """More people on site on one day (R5)."""
    most = programme.policy.on_site.most
    for step in STEPS[:4] if SEVEN in members else ():
        said = f"R5, seven on site: {most + step} on site on one day"
        settings = {"policy.on_site.most": most + step}
        yield _attempt(programme, "on_site", said, step, settings)
