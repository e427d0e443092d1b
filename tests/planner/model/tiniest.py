"""Programmes so tiny that every rota can be listed, drawn so that every rule and goal can bite."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from models.programme import Programme
from tests.cases.programmes import make_programme, monday

#: Draws for Hypothesis. It draws seeds, not choices: of its choices three in four leave no rota.
tiniest_programmes = st.integers(0, 2**31).map(lambda seed: draw_tiniest(Random(seed)))

#: Who comes besides Ofsted, and how many there are of them at most.
COMPANY: Sequence[Mapping[str, int]] = (
    {"hmic": 2},
    {"hmic": 2},
    {"hmic": 3},
    {"cqc": 2},
    {"hmic": 2, "hmi_probation": 1},
    {"hmic": 2, "hmi_prisons": 1},
)
#: Weeks of a programme of two years, of each of which a few are open.
TWO_YEARS = 56
BETWEEN_YEARS = {"scope": "national", "start": monday(2), "end": monday(51, 4)}


def draw_tiniest(random: Random) -> Programme:
    """Two authorities or three, few weeks, two or three inspectorates of one to three people."""
    authorities = random.choice((2, 2, 2, 2, 3))
    company = random.choice(COMPANY[:4] if authorities == 3 else COMPANY)
    heads = {"ofsted": random.choice((1, 2, 2, 2, 3, 3) if authorities == 2 else (2, 2, 2, 1))}
    heads |= {body: random.choice((most, most, most, 1)) for body, most in company.items()}
    ids = [f"{body}-{n}" for body, number in heads.items() for n in range(1, number + 1)]
    long = random.random() < 0.15
    weeks = TWO_YEARS if long else random.randint(5, 7)
    codes = [f"A{number}" for number in range(1, authorities + 1)]
    rows = [_authority(random) for _ in codes]
    return make_programme(
        rows,
        inspectors=heads,
        people={each: _person(random, each) for each in ids},
        policy=_policy(random, heads),
        goals=_goals(random),
        weeks=weeks,
        establishments=_establishments(random, codes) if "hmi_prisons" in company else [],
        absences=[_absence(random, ids, weeks) for _ in range(random.choice((0, 0, 1, 1)))],
        conflicts=[_conflict(random, ids, codes) for _ in range(random.random() < 0.15)],
        blackouts=[
            *([BETWEEN_YEARS] if long else []),
            *(_blackout(random, codes, company, weeks) for _ in range(random.choice((0, 0, 1)))),
        ],
        force_changes=[_change(random, rows, weeks) for _ in range(random.choice((0, 0, 1)))],
        pins=[_pin(random, ids, codes, weeks) for _ in range(random.random() < 0.15)],
        bank_holidays=[
            (monday(random.randrange(weeks), random.randrange(5)), "holiday")
            for _ in range(random.choice((0, 0, 1, 2)))
        ],
    )  # fmt: skip


def _authority(random: Random) -> dict[str, Any]:
    return {
        "police_force_code": random.choice(("F1", "F1", "F2")),
        "children_0_17": random.choice((20_000, 20_000, 60_000)),
        "latitude": 51.0 + random.randrange(10) / 5,
        "risk_weight": random.choice((None, 1, 4)),
        "due": random.choice((None, monday(random.randrange(5), random.randrange(5)))),
    }


def _person(random: Random, inspector_id: str) -> dict[str, Any]:
    ofsted, first = inspector_id.startswith("ofsted"), inspector_id == "ofsted-1"
    seconded = random.random() < (0.05 if first else 0.25)
    return {
        "latitude": 51.0 + random.randrange(10) / 5,
        "fte_percent": random.choice((100, 100, 80, 50, 40)),
        "employment": "seconded" if seconded else "established",
        "can_lead": ofsted and (first or random.random() < 0.6),
    }


def _policy(random: Random, heads: Mapping[str, int]) -> dict[str, Any]:
    phases: dict[str, Sequence[int]] = dict.fromkeys(
        {"hmic", "cqc", "hmi_probation", "hmi_prisons"} - heads.keys(), ()
    )
    return {
        "phases": phases | ({"hmic": (1, 2)} if "hmic" in heads and random.random() < 0.2 else {}),
        "team": {band: _sizes(random, heads) for band in ("small", "medium")},
        "force_wide_review": {"extra_hmic": random.choice((0, 0, 1))},
        "concurrency": {
            "starts_per_week": random.choice((1, 2)),
            "running_per_week": random.choice((1, 2, 3)),
        },
        "force": {
            "gap_weeks": random.choice((1, 1, 2, 3)),
            "even_gap_cap_weeks": random.choice((2, 3, 13)),
        },
        "year_quota": {"tolerance": random.choice((0, 1, 4))},
        "busy": {
            "rest_weeks": random.choice((0, 0, 0, 1)),
            "lead_preparation_weeks": random.choice((0, 0, 1)),
            "lead_report_weeks": random.choice((0, 0, 1)),
        },
        "ceiling": {"deployments_per_year": random.choice((1, 2, 3, 3, 3, 3))},
        "on_site": {"most": random.choice((2, 3, 4, 4, 7)), "least_days": random.choice((1, 2))},
        "seconded": {"largest_share": random.choice((0.0, 0.5, 0.5, 1.0))},
    }  # fmt: skip


def _sizes(random: Random, heads: Mapping[str, int]) -> dict[str, Sequence[int]]:
    sizes: dict[str, Sequence[int]] = dict.fromkeys(("hmic", "cqc", "hmi_probation"), (0, 0, 0))
    for body in [each for each in heads if each != "hmi_prisons"]:
        least = 2 if body == "ofsted" and heads[body] > 1 and random.random() < 0.2 else 1
        sizes[body] = sorted((least, random.randint(least, 2), random.randint(least, 2)))
    return sizes


def _goals(random: Random) -> dict[str, int]:
    goals = ("priority", "team", "spacing", "travel", "fairness", "level")
    return {goal: random.choice((0, 1, 2, 5)) for goal in goals}


def _establishments(random: Random, codes: Sequence[str]) -> Sequence[dict[str, Any]]:
    kind = "young_offender_institution"
    return [{"establishment": kind, "kind": kind, "la_code": random.choice(codes)}]


def _absence(random: Random, ids: Sequence[str], weeks: int) -> dict[str, Any]:
    week, weekday = random.randrange(weeks), random.randrange(7)
    end = monday(week, weekday + random.choice((0, 2, 9)))
    return {"inspector_id": random.choice(ids), "start": monday(week, weekday), "end": end}


def _conflict(random: Random, ids: Sequence[str], codes: Sequence[str]) -> dict[str, Any]:
    return {"inspector_id": random.choice(ids), "la_code": random.choice(codes)}


def _blackout(
    random: Random, codes: Sequence[str], company: Mapping[str, int], weeks: int
) -> dict[str, Any]:
    scope, key = random.choice(
        (
            ("national", ""),
            ("authority", random.choice(codes)),
            ("inspectorate", random.choice(sorted(company))),
        )
    )
    week = random.randrange(weeks)
    return {"scope": scope, "key": key, "start": monday(week, 1), "end": monday(week, 3)}


def _change(random: Random, rows: Sequence[Mapping[str, Any]], weeks: int) -> dict[str, Any]:
    return {
        "police_force_code": random.choice(rows)["police_force_code"],
        "introduced_on": monday(random.randrange(weeks), random.randrange(5)),
    }


def _pin(random: Random, ids: Sequence[str], codes: Sequence[str], weeks: int) -> dict[str, Any]:
    if random.random() < 0.5:
        return {"la_code": random.choice(codes), "start": monday(random.randrange(min(weeks, 5)))}
    role = random.choice((None, "member", "lead"))
    return {
        "la_code": random.choice(codes),
        "inspector_id": random.choice(ids),
        "role": role,
    }
