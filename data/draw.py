"""Draws a made-up programme of any size, for trials, tests and benchmarks."""

from datetime import date, timedelta
from math import ceil
from random import Random

from data.bank_holidays import england
from data.drawing.conflicts import draw_conflicts
from data.drawing.people import ENGLAND, draw_inspectors, draw_leave
from data.drawing.places import Places, draw_places
from data.programme import read_programme
from data.reference import reference_programme
from models.events import CpsConcern, ForceChange
from models.policy import ConcurrencyPolicy, Policy, YearQuotaPolicy
from models.programme import Programme
from models.tables import in_file_order

#: One force-wide change and one concern of HMCPSI's for so many authorities.
_AUTHORITIES_PER_EVENT = 50


def draw_programme(authorities: int, seed: int | str) -> Programme:
    """A programme of so many authorities, copied or thinned from England 2013.

    Inspectors come in proportion, with leave, part-time, secondments and conflicts, and so do the
    policy's concurrency and the tolerance of its year quota. The same seed, as number or as text,
    draws the same programme. Raises ``ValueError`` below one authority.
    """
    if authorities < 1:
        raise ValueError(f"at least one authority is wanted, not {authorities}")
    random = Random(f"{authorities} {seed}")
    reference = read_programme(reference_programme())
    start, weeks = reference.start, reference.weeks
    places = draw_places(reference, authorities, random)
    inspectors = draw_inspectors(authorities, random)
    programme = Programme(
        name=f"Made up: {authorities} authorities",
        start=start,
        weeks=weeks,
        policy=_policy(authorities),
        **vars(places),
        inspectors=inspectors,
        absences=draw_leave(inspectors, start, weeks, random),
        conflicts=draw_conflicts(inspectors, places.authorities, random),
        force_changes=_force_changes(places, start, weeks, random),
        cps_concerns=_concerns(places, start, weeks, random),
        bank_holidays=england(range(start.year - 1, (start + timedelta(weeks=weeks)).year + 3)),
    )
    return in_file_order(programme)


def _policy(authorities: int) -> Policy:
    """The default policy, with what bounds a whole nation's week or year scaled to the size."""

    def scaled(figure: int, least: int) -> int:
        return max(least, ceil(figure * authorities / ENGLAND))

    concurrency, quota = ConcurrencyPolicy(), YearQuotaPolicy()
    return Policy(
        concurrency=ConcurrencyPolicy(
            starts_per_week=scaled(concurrency.starts_per_week, 1),
            running_per_week=scaled(concurrency.running_per_week, 2),
        ),
        year_quota=YearQuotaPolicy(tolerance=scaled(quota.tolerance, 1)),
    )


def _force_changes(
    places: Places, start: date, weeks: int, random: Random
) -> tuple[ForceChange, ...]:
    number = _events(places)
    codes = [authority.police_force_code for authority in places.authorities]
    return tuple(
        ForceChange(
            police_force_code=random.choice(codes),
            introduced_on=_some_day(start, weeks, random),
            description="made up",
        )
        for _ in range(number)
    )


def _concerns(places: Places, start: date, weeks: int, random: Random) -> tuple[CpsConcern, ...]:
    return tuple(
        CpsConcern(
            la_code=authority.la_code,
            recorded_on=_some_day(start, weeks, random),
            description="made up",
        )
        for authority in random.sample(places.authorities, k=_events(places))
    )


def _events(places: Places) -> int:
    return ceil(len(places.authorities) / _AUTHORITIES_PER_EVENT)


def _some_day(start: date, weeks: int, random: Random) -> date:
    """A day in the first two thirds of the programme, so that an inspection is likely after it."""
    return start + timedelta(days=random.randrange(weeks * 7 * 2 // 3))
