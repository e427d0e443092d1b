"""On tiny programmes no way is missed: every rota there is, against the ways that are shown."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import prod

from hypothesis import HealthCheck, assume, given, settings

from models.changes import ChangeKind
from models.measures import measure_goals
from models.rota import Rota
from models.told import told
from models.way import Way, is_dominated, way_of
from planner.assemble import whole_rota
from planner.draft import draft_of
from planner.replanning.ways import MOST_WAYS
from planner.replanning.ways_asked import MORE_DEPLOYMENTS
from tests.planner.replanning.ahead import Ahead
from tests.planner.replanning.counted import four_numbers
from tests.planner.replanning.test_ways import found
from tests.planner.replanning.tiny_replans import MOST_ROTAS, Asked, asked_of_seeds

every_one = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@every_one
@given(asked_of_seeds)
def test_no_rota_that_changes_a_little_more_is_better_than_every_way_shown(
    asked: Asked | None,
) -> None:
    assume(asked is not None)
    assert asked is not None
    # Whom HMCPSI's weeks disturb is not part of what is searched.
    assume(not asked.folded.cps_concerns)
    ahead = Ahead(asked.folded, asked.baseline, asked.today)
    assume(prod(len(each) for each in ahead.pieces.values()) <= MOST_ROTAS)
    every = found(asked)
    assume(every[0].told and len(every) < MOST_WAYS)
    shown = [way_of(each) for each in every]
    reached = [tier.reached for tier in every[0].tiers[:4]]
    for other in _others(asked, ahead, reached, shown[0]):
        assert any(
            is_dominated(other, way) or other.figures == way.figures or other.people == way.people
            for way in shown
        ), other


def _others(asked: Asked, ahead: Ahead, reached: Sequence[int], first: Way) -> Iterator[Way]:
    """The costs of every rota that may be a way: it takes little more, and spares the first."""
    most = [*reached[:3], reached[3] + MORE_DEPLOYMENTS[-1]]
    free = {x.la_code for x in asked.changes if x.kind is ChangeKind.COMPROMISED}
    for rota in ahead.rotas():
        numbers = four_numbers(
            asked.folded, asked.baseline, rota, asked.today, asked.freeze_weeks, free
        )
        fits = all(number <= limit for number, limit in zip(numbers, most, strict=True))
        if fits and _sizes(asked, rota) == _sizes(asked, asked.baseline):
            way = _cost(asked, rota, first, numbers)
            if not is_dominated(first, way):
                yield way


def _cost(asked: Asked, rota: Rota, first: Way, numbers: Sequence[int]) -> Way:
    """What a rota costs; days on site aside, which are handed on where the sizes stay."""
    whole = whole_rota(asked.folded, draft_of(asked.folded, rota))
    before, after = (x.model_copy(update={"attendance": None}) for x in (asked.baseline, whole))
    people = frozenset(row.inspector_id for row in told(asked.folded, before, after))
    points = measure_goals(asked.folded, whole).total
    return first.model_copy(
        update={
            "slots_moved": numbers[2],
            "deployments_changed": numbers[3],
            "people": people,
            "points": points,
        }
    )


def _sizes(asked: Asked, rota: Rota) -> Counter[tuple[str, str]]:
    """How many of each inspectorate come to each authority; in others days change as well."""
    body_of = asked.folded.inspector_of
    return Counter(
        (each.la_code, body_of[each.inspector_id].inspectorate.value) for each in rota.deployments
    )
