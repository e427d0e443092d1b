"""A run that starts from a rota never ends worse than it, however short it is."""

import pytest

from data.draw import draw_programme
from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from models.result import PlanResult, Status
from models.rota import Rota
from planner import PlanOptions, plan
from planner.draft import draft_of
from planner.outcome import Outcome
from planner.start import no_worse
from tests.cases.programmes import make_programme
from tests.cases.rotas import make_rota, rebuilt
from tests.planner.starting import SEED, by_hand


def _never_worse(programme: Programme, start: Rota, seconds: float) -> PlanResult:
    result = plan(programme, PlanOptions(seconds=seconds, workers=1, seed=SEED, start=start))
    assert result.rota is not None
    assert result.goals is not None
    assert check_rota(programme, result.rota) == ()
    assert result.goals.total <= measure_goals(programme, start).total
    assert result.reasons == ()
    return result


@pytest.fixture(scope="module")
def twenty() -> tuple[Programme, Rota]:
    """A drawn programme too large for the exact search, and a rota of it by hand."""
    programme = draw_programme(20, 3)
    found = plan(programme, PlanOptions(seconds=5, workers=1, seed=SEED))
    assert found.rota is not None
    return programme, by_hand(found.rota)


@pytest.mark.parametrize("seconds", [0.5, 1, 3])
def test_a_run_never_ends_worse_than_the_rota_it_started_from(
    twenty: tuple[Programme, Rota], seconds: float
) -> None:
    programme, start = twenty
    result = _never_worse(programme, start, seconds)
    assert result.curve[0].total == measure_goals(programme, start).total
    assert len(result.certificate.start_sha256 or "") == 64


@pytest.mark.parametrize("seconds", [0.5, 2])
def test_nor_does_a_small_programme(seconds: float) -> None:
    programme = draw_programme(8, 3)
    found = plan(programme, PlanOptions(seconds=1, workers=1, seed=SEED))
    assert found.rota is not None
    _never_worse(programme, by_hand(found.rota), seconds)


@pytest.mark.parametrize("searched", [Status.FEASIBLE, Status.STOPPED])
def test_weeks_for_hmcpsi_that_cost_more_than_was_won_are_not_bought(searched: Status) -> None:
    programme = make_programme(2)
    start = make_rota(programme, {"A1": 2, "A2": 12})
    draft, points = draft_of(programme, start), measure_goals(programme, start).total
    none, worse = Outcome(Status.OUT_OF_TIME, None), Outcome(searched, draft, points + 1, points)
    better = Outcome(searched, draft, points, points)
    assert no_worse(programme, start, searched, none) == Outcome(searched, draft, points)
    assert no_worse(programme, start, searched, worse) == better
    assert no_worse(programme, start, searched, better) is better
    broken = make_rota(programme, {"A1": 2, "A2": 3})
    assert no_worse(programme, broken, searched, worse) is worse


def test_a_broken_rota_is_mended_and_bettered_by_the_whole_run(
    twenty: tuple[Programme, Rota],
) -> None:
    programme, start = twenty
    first, second = (each.start for each in start.inspections[:2])
    rows = (start.inspections[0].model_copy(update={"start": second}), *start.inspections[1:])
    assert first != second
    broken = rebuilt(start, inspections=rows)
    assert check_rota(programme, broken)
    result = plan(programme, PlanOptions(seconds=4, workers=1, seed=SEED, start=broken))
    assert result.status is Status.FEASIBLE
    assert result.rota is not None
    assert check_rota(programme, result.rota) == ()
    assert result.reasons[0].startswith("The rota to start from broke ")
    stage = next(each for each in result.certificate.stages if each.name == "start")
    assert stage.note == " ".join(result.reasons)


def test_cannot_start_from_a_rota_of_another_programme(twenty: tuple[Programme, Rota]) -> None:
    other = make_programme(2)
    with pytest.raises(ValueError, match="a rota of another programme: unknown authority"):
        plan(other, PlanOptions(seconds=1, start=twenty[1]))
