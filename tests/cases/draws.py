"""Tiny programmes drawn at random, each with rotas that keep every rule where any is found.

Every draw takes a ``random.Random``, so that a seed, or Hypothesis, repeats it.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from models.checks import check_rota
from models.deployment import Deployment
from models.inspector import Inspector
from models.inspectorate import ON_SITE
from models.programme import Programme
from models.rota import Rota
from tests.cases.programmes import changed, make_programme, monday
from tests.cases.rotas import deployment, inspection

#: Draws of tiny programmes for Hypothesis, which shrinks them choice by choice.
tiny_programmes = st.randoms(use_true_random=False).map(lambda random: draw_programme(random))
#: Tries at placing one inspection before a draw of a rota gives up.
TRIES = 25


def draw_programme(random: Random, weeks: int | None = None) -> Programme:
    """Two to five authorities, few weeks, few people, a policy in which every rule can bite.

    Only a programme of more than 52 weeks has a second year for R9; one draw in four has.
    """
    authorities = random.randint(2, 5)
    weeks = weeks or random.choice([10, 14, 18, 70])
    forces = random.randint(1, 3)
    rows = [_authority(random, forces) for _ in range(authorities)]
    numbers = {body.value: random.randint(3, 6) for body in ON_SITE}
    numbers |= {"ofsted": random.randint(6, 11), "hmcpsi": random.randint(0, 1)}
    ids = [f"{body}-{n}" for body, count in numbers.items() for n in range(1, count + 1)]
    codes = [f"A{number}" for number in range(1, authorities + 1)]
    return make_programme(
        rows,
        inspectors=numbers,
        people={each: _person(random, each) for each in ids},
        policy=_policy(random),
        weeks=weeks,
        establishments=_establishments(random, codes),
        absences=[_absence(random, each, weeks) for each in random.choices(ids, k=7)],
        conflicts=[
            {"inspector_id": random.choice(ids), "la_code": random.choice(codes)}
            for _ in range(random.randint(0, 5))
        ],
        blackouts=[_blackout(random, codes, weeks) for _ in range(random.randint(1, 3))],
        force_changes=[
            {"police_force_code": random.choice(rows)["police_force_code"],
             "introduced_on": monday(random.randrange(weeks), random.randrange(5))}
            for _ in range(random.randint(0, 1))
        ],
        bank_holidays=[
            (monday(random.randrange(weeks), random.randrange(5)), "holiday")
            for _ in range(random.randint(0, 3))
        ],
    )  # fmt: skip


def draw_rota(programme: Programme, random: Random) -> Rota | None:
    """A rota that keeps every rule, placed inspection by inspection; None where none was found."""
    rota = Rota(inspections=(), deployments=())
    codes = sorted(programme.authority_of, key=lambda _: random.random())
    for la_code in codes:
        placed = _placed(programme, rota, la_code, random)
        if placed is None:
            return None
        rota = placed
    return rota if not check_rota(programme, rota) else None


def draw_case(random: Random, weeks: int | None = None) -> tuple[Programme, Rota]:
    """A programme, one slot or inspector pinned or none, and a rota that keeps every rule."""
    while True:
        programme = draw_programme(random, weeks)
        rota = draw_rota(programme, random)
        if rota is not None:
            return changed(programme, pins=_pins(rota, random)), rota


def _authority(random: Random, forces: int) -> dict[str, Any]:
    return {
        "police_force_code": f"F{random.randint(1, forces)}",
        "children_0_17": random.choice([20_000, 20_000, 60_000, 250_000]),
        "latitude": 51.0 + random.random(),
        "last_grade": random.choice([None, "inadequate", "good"]),
        "due": random.choice([None, monday(random.randrange(10))]),
    }


def _person(random: Random, inspector_id: str) -> dict[str, Any]:
    return {
        "latitude": 51.0 + random.random(),
        "fte_percent": random.choice([100, 100, 100, 60, 40]),
        "employment": random.choice(["established", "established", "seconded"]),
        "can_lead": inspector_id.startswith("ofsted") and random.random() < 0.7,
    }


def _policy(random: Random) -> dict[str, Any]:
    ofsted = random.choice([[1, 2, 3], [2, 2, 3], [1, 1, 2]])
    other = random.choice([[1, 1, 2], [1, 2, 2]])
    sizes = dict.fromkeys(("hmic", "cqc", "hmi_probation"), other) | {"ofsted": ofsted}
    phases: Mapping[str, Sequence[int]] = random.choice(
        [{}, {}, {}, {"hmi_probation": []}, {"cqc": [1, 2]}]
    )
    return {
        "concurrency": {
            "starts_per_week": random.choice([1, 1, 2]),
            "running_per_week": random.randint(2, 3),
        },
        "force": {"gap_weeks": random.randint(1, 4)},
        "year_quota": {"tolerance": random.choice([0, 0, 1])},
        "busy": {
            "rest_weeks": random.randint(0, 1),
            "lead_preparation_weeks": random.randint(0, 1),
            "lead_report_weeks": random.randint(0, 1),
        },
        "ceiling": {"deployments_per_year": random.randint(1, 4)},
        "on_site": {"most": random.randint(4, 6)},
        "phases": dict(phases),
        "team": dict.fromkeys(("small", "medium", "large", "very_large"), sizes),
    }


def _establishments(random: Random, codes: Sequence[str]) -> Sequence[dict[str, Any]]:
    kinds = random.sample(["young_offender_institution", "mother_and_baby_unit"], 2)
    return [
        {"establishment": kind, "kind": kind, "la_code": random.choice(codes)}
        for kind in kinds[: random.randint(0, 2)]
    ]


def _absence(random: Random, inspector_id: str, weeks: int) -> dict[str, Any]:
    week, weekday = random.randrange(weeks), random.randrange(7)
    end = monday(week, weekday + random.choice([0, 2, 6, 13]))
    return {"inspector_id": inspector_id, "start": monday(week, weekday), "end": end}


def _blackout(random: Random, codes: Sequence[str], weeks: int) -> dict[str, Any]:
    scope, key = random.choice(
        [("national", ""), ("authority", random.choice(codes)), ("inspectorate", "cqc")]
    )
    week = random.randrange(weeks)
    return {"scope": scope, "key": key, "start": monday(week), "end": monday(week, 3)}


def _placed(programme: Programme, rota: Rota, la_code: str, random: Random) -> Rota | None:
    """The rota with one inspection more that breaks nothing; None after too many tries."""
    weeks = programme.open_starts[la_code]
    for _ in range(TRIES if weeks else 0):
        week = random.choice(weeks)
        grown = place(programme, rota, la_code, week, random)
        if not _is_broken(programme, grown):
            return grown
    return None


def place(programme: Programme, rota: Rota, la_code: str, week: int, random: Random) -> Rota:
    """The rota with one inspection more, in a week, by people who are likely to be free."""
    rows = _team(programme, la_code, _free(programme, rota, la_code, week, random), random)
    return Rota(
        inspections=(*rota.inspections, inspection(la_code, week)),
        deployments=(*rota.deployments, *rows),
    )


def _free(
    programme: Programme, rota: Rota, la_code: str, week: int, random: Random
) -> Sequence[Inspector]:
    """People who are likely to be free: a guess that spares tries, the checks decide."""
    apart, week_of = random.randint(2, 5), programme.calendar.week_of
    free = []
    for each in programme.inspectors:
        held = rota.deployments_of.get(each.inspector_id, ())
        starts = [week_of(rota.inspection_of[row.la_code].start) for row in held]
        this_year = [start for start in starts if start // 52 == week // 52]
        if (
            la_code not in programme.conflicts_of[each.inspector_id]
            and len(this_year) < programme.ceiling(each.inspector_id)
            and not programme.absent_weeks_of[each.inspector_id] & {week, week + 1}
            and all(abs(start - week) >= apart for start in starts)
        ):
            free.append(each)
    return random.sample(free, len(free))


def _team(
    programme: Programme, la_code: str, free: Sequence[Inspector], random: Random
) -> list[Deployment]:
    """A lead and as many others of each inspectorate as it may send, or as there are."""
    review = random.random() < 0.7
    lead = next((each for each in free if each.may_lead), None)
    chosen: list[Deployment] = []
    for body in programme.bodies_at(la_code):
        allowed = programme.size_range(la_code, body, review=review)
        number = random.choice([allowed.least, allowed.least, allowed.most])
        people = [each for each in free if each.inspectorate is body]
        people.sort(key=lambda each: each is not lead)
        for each in people[:number]:
            chosen.append(deployment(la_code, each.inspector_id, lead=each is lead))
    return chosen


def _is_broken(programme: Programme, rota: Rota) -> bool:
    """Whether a rota in the making breaks a rule that what is still to come cannot mend."""
    waiting = programme.authority_of.keys() - rota.inspection_of.keys()
    return any(
        not (breach.rule == "universal" and set(breach.la_codes) & waiting)
        and not (breach.rule == "year_quota" and waiting)
        for breach in check_rota(programme, rota)
    )


def _pins(rota: Rota, random: Random) -> Sequence[dict[str, Any]]:
    """None, or one slot, or one deployment of the rota."""
    slot, person = random.choice(rota.inspections), random.choice(rota.deployments)
    role = random.choice([None, person.role])
    named = {"la_code": person.la_code, "inspector_id": person.inspector_id, "role": role}
    return random.choice([[], [{"la_code": slot.la_code, "start": slot.start}], [named]])
