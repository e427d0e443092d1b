"""The cheapest teams under prices, against every team there is."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from models.programme import Programme
from planner.facts import Facts
from planner.prove.part import Doubles, Part, parts_of
from planner.prove.teams import Teams
from planner.prove.weights import weights_of
from tests.cases.draws import tiny_programmes

Team = tuple[int, ...]


def _teams(part: Part, place: int, review: int) -> Iterator[Team]:
    """Every part of a team that R4, R12, R13 and R14 allow, as indices of the part's people."""
    facts = part.facts
    free = [who for who in range(len(part.people)) if np.isfinite(part.travel[place, who])]
    for size in np.flatnonzero(np.isfinite(part.short[place, review])):
        for team in combinations(free, int(size)):
            people = part.people[list(team)]
            leads = facts.may_lead[people].any() or not part.needs_lead
            if leads and facts.seconded[people].sum() <= facts.most_seconded[size]:
                yield team


def _points(part: Part, place: int, review: int, team: Team, prices: Doubles) -> float:
    costs = part.travel[place] + prices
    return float(part.short[place, review, len(team)] + sum(costs[who] for who in team))


def _cheapest(part: Part, prices: Doubles, forced: tuple[int, int] | None = None) -> float:
    """The points of the cheapest teams of a part without reviews, one of the people forced in."""
    total = 0.0
    for place in range(len(part.places)):
        points = [
            _points(part, place, 0, team, prices)
            for team in _teams(part, place, 0)
            if forced is None or forced[0] != place or forced[1] in team
        ]
        total += min(points, default=np.inf)
    return total


def _prices(part: Part, random: Random) -> Doubles:
    return np.array([random.choice([-40, -7.5, 0, 3, 21]) for _ in part.people], float)


def _parts(programme: Programme) -> list[Part]:
    """The parts without reviews in which every authority can be given a team."""
    parts = parts_of(Facts(programme), weights_of(programme))
    return [
        part
        for part in parts
        if not part.reviews
        and all(any(_teams(part, place, 0)) for place in range(len(part.places)))
    ]


@settings(max_examples=40)
@given(tiny_programmes, st.integers(0, 9))
def test_no_team_is_cheaper_and_the_loads_are_the_teams(programme: Programme, seed: int) -> None:
    for part in _parts(programme):
        prices = _prices(part, Random(seed))
        chosen = Teams(part).choose(prices)
        assert np.isclose(chosen.points, _cheapest(part, prices))
        # The loads are those of teams with just these points: prices one higher cost as much more.
        people = int(chosen.loads.sum())
        assert np.isclose(_cheapest(part, prices + 1e-6) - chosen.points, 1e-6 * people, atol=1e-8)


@settings(max_examples=15)
@given(tiny_programmes, st.integers(0, 9))
def test_forcing_somebody_in_costs_what_it_is_said_to(programme: Programme, seed: int) -> None:
    for part in _parts(programme)[:2]:
        prices = _prices(part, Random(seed))
        rises = Teams(part).raised(prices)
        best = _cheapest(part, prices)
        for place in range(len(part.places)):
            for who in range(len(part.people)):
                forced = _cheapest(part, prices, (place, who))
                assert rises[place, who] <= forced - best + 1e-9
                assert np.isfinite(forced) == np.isfinite(rises[place, who])
                if np.isfinite(forced):
                    assert np.isclose(rises[place, who], forced - best)
