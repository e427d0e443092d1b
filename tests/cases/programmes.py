"""Tiny programmes: a test says what matters to it, all else is the plainest there can be.

By default every authority is small (two points) and alone in its force, nothing is closed, no day
is a bank holiday, everybody is full-time, established and at no distance, and all of Ofsted may
lead. Monday of week 0 is 6 January 2014.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from models.inspectorate import Inspectorate
from models.policy import Policy
from models.programme import Programme

START = date(2014, 1, 6)
#: One team of a small authority at the targets, with the second from HMIC for a force-wide review.
ONE_TEAM: Mapping[str, int] = {"ofsted": 4, "hmic": 2, "cqc": 1, "hmi_probation": 1}
NAMES = ("Alton", "Burley", "Corby", "Dunley", "Elmby", "Farley", "Gorton", "Hadley")
# Plain weeks: no closed period and no summer, so that every week of a programme is open.
PLAIN_CALENDAR = {"calendar": {"closed": (), "summer_blackout_weeks": 0}}


def monday(week: int, weekday: int = 0) -> date:
    """The Monday of a week of a tiny programme, or a later day of it."""
    return START + timedelta(weeks=week, days=weekday)


def make_programme(
    authorities: int | Sequence[Mapping[str, Any]] = 2,
    *,
    inspectors: Mapping[str, int] = ONE_TEAM,
    people: Mapping[str, Mapping[str, Any]] | None = None,
    policy: Mapping[str, Any] | None = None,
    weeks: int = 20,
    **records: Any,
) -> Programme:
    """A tiny programme.

    ``authorities`` is a number, or one mapping of differences for each: they are named A1, A2, …
    and lie in the forces F1, F2, … ``inspectors`` numbers the people of each inspectorate, named
    ofsted-1, …; ``people`` says by id how some of them differ; ``policy`` says what differs from
    the default policy with plain weeks. ``records`` are the programme's other fields.
    """
    given = [{} for _ in range(authorities)] if isinstance(authorities, int) else authorities
    rows = [_authority(number, each) for number, each in enumerate(given, start=1)]
    forces = sorted({row["police_force_code"] for row in rows})
    fields: dict[str, Any] = {
        "name": "tiny",
        "start": START,
        "weeks": weeks,
        "policy": merged(merged(Policy().model_dump(), PLAIN_CALENDAR), policy or {}),
        "authorities": rows,
        "forces": [{"police_force_code": code, "name": f"{code} Police"} for code in forces],
        "inspectors": [*_inspectors(inspectors, people or {})],
    }
    return Programme.model_validate(fields | records)


def changed(programme: Programme, **fields: Any) -> Programme:
    """The programme with other fields; built anew, so that no look-up is stale."""
    held = {name: getattr(programme, name) for name in Programme.model_fields}
    return Programme.model_validate(held | fields)


def merged(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """``base`` with ``changes`` laid over it, table by table."""
    whole = dict(base)
    for key, value in changes.items():
        below = whole.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            value = merged(below, value)
        whole[key] = value
    return whole


def _authority(number: int, differences: Mapping[str, Any]) -> dict[str, Any]:
    plain = {
        "la_code": f"A{number}",
        "name": NAMES[(number - 1) % len(NAMES)],
        "la_type": "unitary",
        "region": "Somewhere",
        "police_force_code": f"F{number}",
        "latitude": 52.0,
        "longitude": -1.0,
        "children_0_17": 20_000,
        "deprived_fifth": False,
    }
    return plain | dict(differences)


def _inspectors(
    numbers: Mapping[str, int], people: Mapping[str, Mapping[str, Any]]
) -> Sequence[dict[str, Any]]:
    ids = [(body, f"{body}-{number}") for body in numbers for number in range(1, numbers[body] + 1)]
    unknown = set(people) - {inspector_id for _, inspector_id in ids}
    assert not unknown, f"nobody is called {unknown}"
    return [_inspector(body, each) | dict(people.get(each, {})) for body, each in ids]


def _inspector(body: str, inspector_id: str) -> dict[str, Any]:
    return {
        "inspector_id": inspector_id,
        "inspectorate": body,
        "name": f"{Inspectorate(body).title} {inspector_id.rsplit('-', 1)[1]}",
        "base": "Somewhere",
        "latitude": 52.0,
        "longitude": -1.0,
        "fte_percent": 100,
        "employment": "established",
        "can_lead": body == "ofsted",
    }
