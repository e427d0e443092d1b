"""What changes while a rota is searched for, as empty arrays for the compiled search."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.facts import Facts
from planner.improve.compiled.known import Array, Arrays

State = dict[str, NDArray[Any]]


def state_of(facts: Facts, known: Arrays) -> State:
    """An empty board, by the names that ``annealer.pxd`` declares."""
    people, weeks = facts.absent.shape
    places, bodies, width = known["people"].shape
    forces, years = len(known["gap"]), len(known["year_least"])
    members = int(known["members"].max()) + 1
    held = int(known["ceiling"].max()) * years + 2
    months = int(known["month_of"].max()) + 1
    starts = facts.programme.policy.concurrency.starts_per_week
    most_share = 100 * int((held * known["fieldwork"]).max()) // int(known["fte"].min())
    sharing = _zeros(bodies, most_share + 1)
    counted = known["counted"] == 1
    sharing[:, 0] = np.bincount(known["body_of"][counted], minlength=bodies)
    return {
        "blocked": facts.absent.astype(np.int32),
        "blocked_lead": facts.absent_as_lead.astype(np.int32),
        "held": _zeros(people, held),
        "deployments": _zeros(people, years),
        "force_weeks": _zeros(forces, members),
        "force_places": _zeros(forces, members),
        "starting": _zeros(weeks, places + 1 if places < starts else starts + 1),
        "sharing": sharing,
        "starts": _zeros(weeks + 2),
        "year_count": _zeros(years),
        "month_count": _zeros(months),
        **{name: _zeros(places) for name in ("travel_of", "short_of", "changed", "is_changed")},
        **{name: _zeros(people) for name in ("holds", "load", "share")},
        **{name: _zeros(forces) for name in ("in_force", "force_points")},
        **{name: _zeros(bodies) for name in ("least_share", "most_share")},
        **{name: _zeros(weeks) for name in ("room", "carries", "week_price")},
        "price": np.zeros(people),
        "order": known["people"].copy(),
        "lead_order": known["leads"].copy(),
        "cost": np.zeros((bodies, width)),
        "least": np.zeros((bodies, width + 1)),
        "lead_cost": np.zeros(known["leads"].shape[1]),
        "drawn": _zeros(max(places, held)),
    }


def _zeros(*shape: int) -> Array:
    return np.zeros(shape, np.int32)
