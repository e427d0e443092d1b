"""Bounds on names: prices, windows and whole people prove what the plain integer programme has."""

from hypothesis import given, settings

from models.programme import Programme
from planner.facts import Facts
from planner.prove.names import Names, lines_above
from planner.prove.part import Part, parts_of
from planner.prove.priced_names import PricedNames
from planner.prove.solver import proven, whole_points
from planner.prove.weights import weights_of
from planner.prove.whole_names import whole_names_bound
from tests.cases.draws import tiny_programmes


def _plainly(part: Part) -> tuple[int, bool]:
    """The optimum with nothing left out beforehand, and whether there is one."""
    names = Names(part)
    names.model.minimize(names.points())
    return proven(names.model, 20)


def _parts(programme: Programme) -> list[Part]:
    return parts_of(Facts(programme), weights_of(programme))


@settings(max_examples=12)
@given(tiny_programmes)
def test_whole_people_prove_the_optimum_of_one_inspectorate(programme: Programme) -> None:
    for part in _parts(programme):
        optimum, there_is_one = _plainly(part)
        priced = PricedNames(part)
        bounds = list(priced.raising())
        found = whole_names_bound(priced, 20)
        if there_is_one:
            assert whole_points(bounds[-1]) <= found.points
            # Prices keep R5's sizes, which the plain programme leaves out.
            assert found.optimal
            assert found.points >= optimum or whole_points(bounds[-1]) <= optimum
            assert found.points == max(optimum, whole_points(bounds[-1]))


@settings(max_examples=12)
@given(tiny_programmes)
def test_parting_windows_never_lowers_a_bound(programme: Programme) -> None:
    for part in _parts(programme):
        bounds = list(PricedNames(part).raising())
        assert bounds == sorted(bounds)


def test_no_size_has_more_seconded_than_the_lines_say() -> None:
    values = [1, 1, 1, 2, 2, 3]
    lines = lines_above(values, 1)
    for size, value in enumerate(values, start=1):
        assert value <= min(slope * size + rest for slope, rest in lines) < value + 1


def test_a_single_size_has_a_level_line() -> None:
    assert lines_above([2], 4) == [(0.0, 2.0)]
